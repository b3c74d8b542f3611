/** What a member of a client's team is, from most to least. */
export const CLIENT_ROLES = ['owner', 'developer', 'viewer'] as const;
export type ClientRole = (typeof CLIENT_ROLES)[number];

/** Who may do what. Everybody in the team reads: the dashboard, the history, what the client did. */
const ROLES_FOR = {
  /** Details, redirect URIs, logo, what it asks for. */
  change: ['owner', 'developer'],
  /** Add secrets, and see a new one; revoke them. */
  secrets: ['owner', 'developer'],
  /** Submit, take back, withdraw; write with the reviewers; confirm that it is in use. */
  review: ['owner', 'developer'],
  /** Invite, add and remove people, change roles, name a successor, hand over. */
  team: ['owner'],
  /** Retire and delete the client. */
  end: ['owner'],
} as const satisfies Record<string, readonly ClientRole[]>;
export type ClientPermission = keyof typeof ROLES_FOR;

export function rolesFor(permission: ClientPermission): readonly ClientRole[] {
  return ROLES_FOR[permission];
}

export function mayDo(role: ClientRole, permission: ClientPermission): boolean {
  return rolesFor(permission).includes(role);
}

/** A role as a form or a stored text says it; undefined for anything else. */
export function parseClientRole(text: string): ClientRole | undefined {
  return CLIENT_ROLES.find((role) => role === text);
}
