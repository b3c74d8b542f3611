import type { Account, AccountId, SignInIdentifier } from '../domain/account.ts';
import type { InvitationKey, ReceivedInvitation } from '../domain/client-invitation.ts';
import type { ClientNumber } from '../domain/client.ts';
import type { Instant } from '../domain/clock.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';
import { isInvitationSecret } from './invite-member.ts';

export interface AnswerDependencies {
  readonly storage: Pick<
    Storage,
    | 'findInvitation'
    | 'acceptInvitation'
    | 'declineInvitation'
    | 'findAccountBySignInIdentifier'
    | 'findClientOfTeamMember'
  >;
  readonly now: Instant;
  readonly hashSecret: HashSecret;
  /** What somebody who has the address may sign in with. */
  readonly identifiersOf: (address: string) => readonly SignInIdentifier[];
}

export type FoundInvitation =
  | { readonly type: 'found'; readonly invitation: ReceivedInvitation }
  /** The person is in the team already. */
  | { readonly type: 'already-member'; readonly number: ClientNumber }
  /** The address it was sent to belongs to somebody else here. */
  | { readonly type: 'for-somebody-else' }
  /** Answered, revoked, expired, or made up. */
  | { readonly type: 'not-found' };

/**
 * An invitation that the signed-in person may answer.
 * @param named the secret of its link, or its number as the person's notifications have it
 */
export async function findInvitation(
  named: string,
  person: Pick<Account, 'id'>,
  deps: AnswerDependencies,
): Promise<FoundInvitation> {
  const key = invitationKey(named, person.id, deps);
  const invitation = key && (await deps.storage.findInvitation(key, deps.now));
  if (invitation === undefined) return { type: 'not-found' };
  const { clientNumber: number } = invitation;
  if (!(await isMeant(invitation, person.id, deps))) return { type: 'for-somebody-else' };
  const own = await deps.storage.findClientOfTeamMember(number, person.id);
  return own === undefined ? { type: 'found', invitation } : { type: 'already-member', number };
}

export type InvitationAnswer =
  | { readonly type: 'joined'; readonly number: ClientNumber }
  | { readonly type: 'declined' }
  | Exclude<FoundInvitation, { readonly type: 'found' }>;

/** Uses the invitation up: the person joins the team, or does not want to. */
export async function answerInvitation(
  named: string,
  { person, accepts }: { readonly person: Pick<Account, 'id'>; readonly accepts: boolean },
  deps: AnswerDependencies,
): Promise<InvitationAnswer> {
  const found = await findInvitation(named, person, deps);
  if (found.type !== 'found') return found;
  const key = invitationKey(named, person.id, deps);
  if (key === undefined) return { type: 'not-found' };
  const { storage, now } = deps;
  const answer = { actor: person.id, at: now };
  const { clientNumber: number } = found.invitation;
  if (!accepts) return { type: await storage.declineInvitation(key, answer) };
  const outcome = await storage.acceptInvitation(key, answer);
  return outcome === 'not-found' ? { type: outcome } : { type: outcome, number };
}

function invitationKey(
  named: string,
  invitee: AccountId,
  { hashSecret }: AnswerDependencies,
): InvitationKey | undefined {
  if (isInvitationSecret(named)) return { type: 'link', hash: hashSecret(named) };
  if (/^[1-9]\d{0,14}$/u.test(named)) return { type: 'own', id: Number(named), invitee };
  return undefined;
}

/** Whoever has the address here; if nobody has, whoever has the link. */
async function isMeant(
  { address, invitee }: ReceivedInvitation,
  person: AccountId,
  { storage, identifiersOf }: AnswerDependencies,
): Promise<boolean> {
  if (invitee !== null) return invitee === person;
  // Somebody may have got the address since it was sent.
  const owner = await storage.findAccountBySignInIdentifier(identifiersOf(address));
  return owner === undefined || owner.account.id === person;
}
