import type { NewTokenPair } from '../domain/authorization.ts';
import { addSeconds, type Instant } from '../domain/clock.ts';
import { type Random, randomAlphanumeric } from '../domain/random.ts';
import type { ScopeValue } from '../domain/scope.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { TokenLifetimes } from './lifetimes.ts';
import { formatScope } from './scope.ts';
import { spacedJson } from './spaced-json.ts';

/** Wire contract §5: 178 random bits. */
const TOKEN_LENGTH = 30;

export interface TokenIssuanceDependencies {
  readonly now: Instant;
  readonly random: Random;
  readonly hashSecret: HashSecret;
  readonly lifetimes: Pick<TokenLifetimes, 'accessToken'>;
}

/** A new pair, in the two forms it ever has. */
export interface IssuedTokens {
  /** What is stored. */
  readonly tokens: NewTokenPair;
  /** The exact body of the answer (RFC 6749 §5.1), the only place that holds the secrets. */
  readonly body: string;
}

/** Makes a pair of access and refresh token; nothing is stored yet. */
export function newTokens(
  scope: { readonly access: readonly ScopeValue[]; readonly refresh: readonly ScopeValue[] },
  deps: TokenIssuanceDependencies,
): IssuedTokens {
  const accessToken = randomAlphanumeric(deps.random, TOKEN_LENGTH);
  const refreshToken = randomAlphanumeric(deps.random, TOKEN_LENGTH);
  return {
    tokens: {
      accessTokenHash: deps.hashSecret(accessToken),
      accessTokenExpiresAt: addSeconds(deps.now, deps.lifetimes.accessToken),
      accessTokenScope: scope.access,
      refreshTokenHash: deps.hashSecret(refreshToken),
      refreshTokenScope: scope.refresh,
    },
    body: spacedJson({
      access_token: accessToken,
      expires_in: deps.lifetimes.accessToken,
      token_type: 'Bearer',
      scope: formatScope(scope.access),
      refresh_token: refreshToken,
    }),
  };
}
