import type { Account, AccountId, SignInIdentifier } from '../domain/account.ts';
import { displayName } from '../domain/account.ts';
import type { ClientDossier, TeamAction } from '../domain/client.ts';
import { messageTo, type MailTemplate, type SendMail } from '../domain/mailer.ts';
import type { Storage } from '../domain/storage.ts';

export interface TeamDependencies {
  readonly storage: Pick<
    Storage,
    | 'findClientOfTeamMember'
    | 'findAccountBySignInIdentifier'
    | 'findAccount'
    | 'addTeamMember'
    | 'removeTeamMember'
  >;
  readonly sendMail: SendMail;
  /** Origin of our own pages, for the link in the mail. */
  readonly issuer: string;
}

export interface NewMember {
  /** As typed: a username, enrolment number, employee id or e-mail address. */
  readonly typed: string;
  /** The same, as the identifiers it may stand for. */
  readonly identifiers: readonly SignInIdentifier[];
}

export type AdditionOutcome =
  | { readonly type: 'added'; readonly name: string }
  | { readonly type: 'already-member'; readonly name: string }
  /** Nobody has this username or address, or more than one person has. */
  | { readonly type: 'no-such-person' }
  | { readonly type: 'not-found' };

/** Adds a person to the team and tells them by mail. */
export async function addTeamMember(
  action: TeamAction,
  { typed, identifiers }: NewMember,
  { storage, sendMail, issuer }: TeamDependencies,
): Promise<AdditionOutcome> {
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return { type: 'not-found' };
  const account = (await storage.findAccountBySignInIdentifier(identifiers))?.account;
  if (account === undefined || !account.isActive || !isNamedBy(account, typed)) {
    return { type: 'no-such-person' };
  }
  const type = await storage.addTeamMember(action, account.id);
  if (type === 'not-found') return { type };
  if (type === 'added') {
    const { client } = dossier;
    notify(account, sendMail, {
      type: 'team-member-added',
      app: client.name,
      by: actorName(dossier, action.actor),
      appPage: `${issuer}/developer/${client.number}`,
    });
  }
  return { type, name: displayName(account) };
}

export type RemovalOutcome =
  | { readonly type: 'removed'; readonly name: string }
  /** Whoever registered the app always stays. */
  | { readonly type: 'is-creator' }
  | { readonly type: 'not-a-member' }
  | { readonly type: 'not-found' };

/** Removes a person from the team and tells them by mail. Members may remove themselves. */
export async function removeTeamMember(
  action: TeamAction,
  memberId: AccountId,
  { storage, sendMail }: Pick<TeamDependencies, 'storage' | 'sendMail'>,
): Promise<RemovalOutcome> {
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return { type: 'not-found' };
  const type = await storage.removeTeamMember(action, memberId);
  if (type !== 'removed') return { type };
  const { client, team } = dossier;
  const account = await storage.findAccount(memberId);
  if (account !== undefined) {
    const app = client.name;
    const template: MailTemplate =
      memberId === action.actor
        ? { type: 'team-left', app }
        : { type: 'team-member-removed', app, by: actorName(dossier, action.actor) };
    notify(account, sendMail, template);
  }
  const name = team.find(({ accountId }) => accountId === memberId)?.name ?? 'The member';
  return { type, name };
}

/**
 * Whether the person is found by what a colleague knows them by. People sign in with their phone number too,
 * but that must not make this a directory that turns phone numbers into names.
 */
function isNamedBy({ username, profile }: Account, typed: string): boolean {
  const record = (category: string, field: string): unknown => profile.records[category]?.[field];
  const names = [
    username,
    record('student', 'enrolment_number'),
    record('faculty_member', 'employee_id'),
    record('contact_information', 'email_address'),
    record('contact_information', 'institute_webmail_address'),
  ];
  const wanted = foldCase(typed);
  return names.some((name) => typeof name === 'string' && foldCase(name) === wanted);
}

function foldCase(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function actorName({ team }: ClientDossier, actor: AccountId): string | null {
  return team.find(({ accountId }) => accountId === actor)?.name ?? null;
}

function notify(account: Account, sendMail: SendMail, template: MailTemplate): void {
  const message = messageTo(account, template);
  if (message !== undefined) sendMail(message);
}
