import type { BearerAccess } from '../domain/authorization.ts';
import type { Instant } from '../domain/clock.ts';
import type { FailureReason } from '../domain/failure-reason.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';
import { mayAct, type SandboxPolicy, standingReason } from './client-standing.ts';

export interface BearerDependencies extends SandboxPolicy {
  readonly storage: Pick<Storage, 'findBearerAccess'>;
  readonly now: Instant;
  readonly hashSecret: HashSecret;
}

export type BearerOutcome =
  | { readonly type: 'access'; readonly access: BearerAccess }
  | {
      readonly type: 'refused';
      /** `absent`: no bearer token at all, which RFC 6750 §3.1 answers without an error code. */
      readonly reason: 'absent' | 'invalid' | 'expired';
      /** Whose token it was and why exactly it is refused, when that is known; never part of the answer. */
      readonly failure?: { readonly access: BearerAccess; readonly reason: FailureReason };
    };

/**
 * RFC 6750 §2.1, the Authorization header only: a token in an address gets into logs and histories (§5.3).
 * A token of a suspended client or a deactivated account is as good as none.
 */
export async function authenticateBearer(
  authorizationHeader: string | undefined,
  deps: BearerDependencies,
): Promise<BearerOutcome> {
  const token = bearerToken(authorizationHeader);
  if (token === undefined) return { type: 'refused', reason: 'absent' };
  const access = await deps.storage.findBearerAccess(deps.hashSecret(token));
  if (access === undefined) return { type: 'refused', reason: 'invalid' };
  if (!access.account.isActive) return refused('invalid', access, 'account-inactive');
  if (!mayAct(access.client, deps)) {
    return refused('invalid', access, standingReason(access.client, deps));
  }
  if (access.expiresAt <= deps.now) return refused('expired', access, 'token-expired');
  return { type: 'access', access };
}

function refused(
  reason: 'invalid' | 'expired',
  access: BearerAccess,
  why: FailureReason,
): BearerOutcome {
  return { type: 'refused', reason, failure: { access, reason: why } };
}

/** The scheme in any case, and any number of spaces after it (RFC 9110 §11.1; wire contract §1.5). */
function bearerToken(header: string | undefined): string | undefined {
  return /^\s*bearer +(?<token>\S+)\s*$/iu.exec(header ?? '')?.groups?.['token'];
}
