import type { BearerAccess } from '../domain/authorization.ts';
import type { Instant } from '../domain/clock.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';
import { mayAct, type SandboxPolicy } from './client-standing.ts';

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
  if (access === undefined || !access.account.isActive || !mayAct(access.client, deps)) {
    return { type: 'refused', reason: 'invalid' };
  }
  if (access.expiresAt <= deps.now) return { type: 'refused', reason: 'expired' };
  return { type: 'access', access };
}

/** The scheme in any case, and any number of spaces after it (RFC 9110 §11.1; wire contract §1.5). */
function bearerToken(header: string | undefined): string | undefined {
  return /^\s*bearer +(?<token>\S+)\s*$/iu.exec(header ?? '')?.groups?.['token'];
}
