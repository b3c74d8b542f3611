import type { Instant } from '../../domain/clock.ts';
import type { Random } from '../../domain/random.ts';
import type { HashSecret } from '../../domain/secret-hash.ts';
import type { Storage } from '../../domain/storage.ts';
import type { SandboxPolicy } from '../client-standing.ts';
import type { TokenLifetimes } from '../lifetimes.ts';
import type { ErrorOutcome } from '../oauth-error.ts';

/** What the token endpoint and its grants use. */
export interface TokenDependencies extends SandboxPolicy {
  readonly storage: Pick<
    Storage,
    | 'findClientByClientId'
    | 'noteSecretUsed'
    | 'findAuthorizationCode'
    | 'redeemAuthorizationCode'
    | 'findRefreshToken'
    | 'rotateRefreshToken'
    | 'revokeAuthorization'
  >;
  readonly now: Instant;
  readonly random: Random;
  readonly hashSecret: HashSecret;
  readonly lifetimes: Pick<TokenLifetimes, 'accessToken' | 'refreshRetry' | 'refreshTokenUnused'>;
}

/** `body` is the exact JSON text of the answer. */
export type TokenOutcome = { readonly type: 'tokens'; readonly body: string } | ErrorOutcome;
