import type { AccountId, SignInIdentifier } from '../domain/account.ts';
import type { InvitationId, ReceivedInvitation } from '../domain/client-invitation.ts';
import { parseClientRole } from '../domain/client-role.ts';
import type { TeamAction } from '../domain/client.ts';
import { addSeconds, type Instant } from '../domain/clock.ts';
import { isMailAddress } from '../domain/mail-address.ts';
import { messageTo, type MailTemplate, type SendMail } from '../domain/mailer.ts';
import { type Random, randomAlphanumeric } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';

/** How long the link of an invitation works, in seconds. */
const LIFETIME = 7 * 24 * 60 * 60;
const SECRET_LENGTH = 40;
/** So many mails one person may have sent to addresses of their choice in a day. */
const MOST_A_DAY = 50;
const DAY_IN_SECONDS = 24 * 60 * 60;

export interface InviteDependencies {
  readonly storage: Pick<
    Storage,
    | 'findClientOfTeamMember'
    | 'findAccountBySignInIdentifier'
    | 'findAccount'
    | 'inviteMember'
    | 'renewInvitation'
    | 'countAttempt'
    | 'notify'
  >;
  readonly random: Random;
  readonly hashSecret: HashSecret;
  readonly sendMail: SendMail;
  /** Origin of our own pages, for the link in the mail. */
  readonly issuer: string;
}

export type InviteOutcome =
  | { readonly type: 'invited' }
  | { readonly type: 'no-address' | 'no-such-role' | 'too-many' | 'not-found' }
  | { readonly type: 'throttled'; readonly retryAt: Instant };

/**
 * Mails somebody a link into the team. What is answered does not depend on whether an account has the address; whose
 * it is, is told on their page as well, and nobody else may accept.
 * @param invitation.identifiers the address as what somebody may sign in with
 */
export async function inviteMember(
  action: TeamAction,
  invitation: {
    readonly address: string;
    readonly identifiers: readonly SignInIdentifier[];
    readonly role: string;
  },
  deps: InviteDependencies,
): Promise<InviteOutcome> {
  const { storage } = deps;
  const address = invitation.address.trim();
  const role = parseClientRole(invitation.role);
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return { type: 'not-found' };
  if (!isMailAddress(address)) return { type: 'no-address' };
  if (role === undefined) return { type: 'no-such-role' };
  const permission = await countMail(action, storage);
  if (permission.type === 'throttled') return permission;
  const account = (await storage.findAccountBySignInIdentifier(invitation.identifiers))?.account;
  const invitee = account?.isActive === true ? account.id : null;
  const link = makeLink(action.at, deps);
  const { hash, expiresAt } = link;
  const outcome = await storage.inviteMember(action, { address, role, invitee, hash, expiresAt });
  if (outcome.type !== 'invited') return outcome;
  const by = dossier.team.find(({ accountId }) => accountId === action.actor)?.name ?? '';
  const app = dossier.client.name;
  if (invitee !== null) {
    const { number: clientNumber } = dossier.client;
    const content = {
      type: 'team-invitation',
      clientNumber,
      app,
      by,
      invitationId: outcome.id,
    } as const;
    await storage.notify(invitee, content, action.at);
  }
  await mailLink({ address, invitee, app, by, role, secret: link.secret }, deps);
  return { type: 'invited' };
}

export type ResendOutcome =
  | { readonly type: 'invited' | 'not-found' }
  | { readonly type: 'throttled'; readonly retryAt: Instant };

/** Sends an invitation again, with a new link that works as long as the first did. */
export async function resendInvitation(
  action: TeamAction,
  id: InvitationId,
  deps: InviteDependencies,
): Promise<ResendOutcome> {
  const { storage } = deps;
  const permission = await countMail(action, storage);
  if (permission.type === 'throttled') return permission;
  const { secret, ...link } = makeLink(action.at, deps);
  const renewed = await storage.renewInvitation(action, id, link);
  if (renewed === undefined) return { type: 'not-found' };
  const { app, invitedByName: by } = renewed;
  await mailLink({ ...renewed, app, by, secret }, deps);
  return { type: 'invited' };
}

async function countMail(
  { actor, at }: TeamAction,
  storage: Pick<Storage, 'countAttempt'>,
): ReturnType<Storage['countAttempt']> {
  const key = `team-invitation:account:${actor}`;
  const subject = { key, limit: MOST_A_DAY, windowSeconds: DAY_IN_SECONDS };
  return storage.countAttempt({ subjects: [subject], at });
}

function makeLink(at: Instant, { random, hashSecret }: InviteDependencies) {
  const secret = randomAlphanumeric(random, SECRET_LENGTH);
  return { secret, hash: hashSecret(secret), expiresAt: addSeconds(at, LIFETIME) };
}

/** Whether a text can be the secret of a link at all; what cannot is not looked up. */
export function isInvitationSecret(text: string): boolean {
  return text.length === SECRET_LENGTH && /^[A-Za-z0-9]+$/u.test(text);
}

async function mailLink(
  invitation: Pick<ReceivedInvitation, 'address' | 'app' | 'role'> & {
    readonly invitee: AccountId | null;
    readonly by: string;
    readonly secret: string;
  },
  { storage, sendMail, issuer }: InviteDependencies,
): Promise<void> {
  const { address, invitee, app, role, by, secret } = invitation;
  const link = `${issuer}/invitations/${secret}`;
  const template: MailTemplate = {
    type: 'team-invitation',
    app,
    by,
    role,
    link,
    validSeconds: LIFETIME,
  };
  const account = invitee === null ? undefined : await storage.findAccount(invitee);
  const known = account && messageTo(account, template);
  // To the address that was typed, whatever else is known: whoever invites knows that one.
  sendMail({
    to: address,
    name: known?.name ?? address,
    language: known?.language ?? null,
    template,
  });
}
