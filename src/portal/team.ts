import type { Account, AccountId, SignInIdentifier } from '../domain/account.ts';
import { displayName } from '../domain/account.ts';
import { type ClientRole, parseClientRole } from '../domain/client-role.ts';
import type { TeamChange } from '../domain/client-team-store.ts';
import type { ClientDossier, TeamAction } from '../domain/client.ts';
import type { MailTemplate, SendMail } from '../domain/mailer.ts';
import type { Storage } from '../domain/storage.ts';
import { mailMembers } from '../domain/mail-members.ts';

export interface TeamDependencies {
  readonly storage: Pick<
    Storage,
    | 'findClientOfTeamMember'
    | 'findAccountBySignInIdentifier'
    | 'findAccount'
    | 'addTeamMember'
    | 'removeTeamMember'
    | 'changeMemberRole'
  >;
  readonly sendMail: SendMail;
  /** Origin of our own pages, for the link in the mail. */
  readonly issuer: string;
}

export interface NewMember {
  /** As typed: a username, enrolment number or employee id. */
  readonly typed: string;
  /** The same, as the identifiers it may stand for. */
  readonly identifiers: readonly SignInIdentifier[];
  readonly role: string;
}

export type AdditionOutcome =
  | { readonly type: 'added'; readonly name: string }
  | { readonly type: 'already-member'; readonly name: string }
  /** Nobody has this username, or more than one person has. */
  | { readonly type: 'no-such-person' }
  /** Whether somebody here has an address is not told: an invitation goes to any. */
  | { readonly type: 'is-address' }
  | { readonly type: 'no-such-role' }
  | { readonly type: 'not-found' };

/** Adds a colleague to the team, who is known by the number the institution gave them, and tells them by mail. */
export async function addTeamMember(
  action: TeamAction,
  { typed, identifiers, role: typedRole }: NewMember,
  { storage, sendMail, issuer }: TeamDependencies,
): Promise<AdditionOutcome> {
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return { type: 'not-found' };
  const role = parseClientRole(typedRole);
  if (role === undefined) return { type: 'no-such-role' };
  if (typed.includes('@')) return { type: 'is-address' };
  const account = (await storage.findAccountBySignInIdentifier(identifiers))?.account;
  if (account === undefined || !account.isActive || !isNamedBy(account, typed)) {
    return { type: 'no-such-person' };
  }
  const type = await storage.addTeamMember(action, account.id, role);
  if (type === 'not-found') return { type };
  if (type === 'added') {
    const template = {
      type: 'team-member-added',
      ...aboutChange(dossier, action, issuer),
      role,
    } as const;
    await mailMembers([{ accountId: account.id }], template, { storage, sendMail });
  }
  return { type, name: displayName(account) };
}

export type RoleOutcome =
  | { readonly type: 'changed'; readonly name: string }
  | { readonly type: 'unchanged' | 'last-owner' | 'not-a-member' | 'no-such-role' | 'not-found' };

/** Gives a member another role, and tells them by mail. */
export async function changeMemberRole(
  action: TeamChange,
  { memberId, role: typedRole }: { readonly memberId: AccountId; readonly role: string },
  { storage, sendMail, issuer }: TeamDependencies,
): Promise<RoleOutcome> {
  const role = parseClientRole(typedRole);
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return { type: 'not-found' };
  if (role === undefined) return { type: 'no-such-role' };
  const type = await storage.changeMemberRole(action, memberId, role);
  if (type !== 'changed') return { type };
  if (memberId !== action.actor) {
    await mailNewRole({ dossier, action, memberId, role }, { storage, sendMail, issuer });
  }
  return { type, name: nameOf(dossier, memberId) };
}

/** Tells a member what they are now. */
export async function mailNewRole(
  {
    dossier,
    action,
    memberId,
    role,
  }: {
    readonly dossier: ClientDossier;
    readonly action: TeamAction;
    readonly memberId: AccountId;
    readonly role: ClientRole;
  },
  {
    storage,
    sendMail,
    issuer,
  }: Pick<TeamDependencies, 'sendMail' | 'issuer'> & {
    readonly storage: Pick<Storage, 'findAccount'>;
  },
): Promise<void> {
  const about = aboutChange(dossier, action, issuer);
  const template = { type: 'team-role-changed', ...about, role } as const;
  await mailMembers([{ accountId: memberId }], template, { storage, sendMail });
}

export type RemovalOutcome =
  | { readonly type: 'removed'; readonly name: string }
  /** Nobody who is here would be left to own the app. */
  | { readonly type: 'last-owner' }
  | { readonly type: 'not-a-member' }
  | { readonly type: 'not-found' };

/** Removes a person from the team and tells them by mail. Members may remove themselves. */
export async function removeTeamMember(
  action: TeamChange,
  memberId: AccountId,
  { storage, sendMail }: Pick<TeamDependencies, 'storage' | 'sendMail'>,
): Promise<RemovalOutcome> {
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return { type: 'not-found' };
  const type = await storage.removeTeamMember(action, memberId);
  if (type !== 'removed') return { type };
  const app = dossier.client.name;
  const template: MailTemplate =
    memberId === action.actor
      ? { type: 'team-left', app }
      : { type: 'team-member-removed', app, by: nameOf(dossier, action.actor) };
  await mailMembers([{ accountId: memberId }], template, { storage, sendMail });
  return { type, name: nameOf(dossier, memberId) };
}

/**
 * Whether the person is found by the number their institution gave them. People sign in with their phone number and
 * their addresses too, but that must not make this a directory that turns those into names.
 */
function isNamedBy({ username, profile }: Account, typed: string): boolean {
  const record = (category: string, field: string): unknown => profile.records[category]?.[field];
  const names = [
    username,
    record('student', 'enrolment_number'),
    record('faculty_member', 'employee_id'),
  ];
  const wanted = foldCase(typed);
  return names.some((name) => typeof name === 'string' && foldCase(name) === wanted);
}

function foldCase(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function aboutChange(
  dossier: ClientDossier,
  { actor }: TeamAction,
  issuer: string,
): { readonly app: string; readonly by: string; readonly appPage: string } {
  const { number, name } = dossier.client;
  return {
    app: name,
    by: nameOf(dossier, actor),
    appPage: `${issuer}/developer/${number}`,
  };
}

/** `''`: not in the team. */
function nameOf({ team }: ClientDossier, member: AccountId): string {
  return team.find(({ accountId }) => accountId === member)?.name ?? '';
}
