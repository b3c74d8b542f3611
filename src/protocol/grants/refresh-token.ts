import type { RefreshToken } from '../../domain/authorization.ts';
import type { ClientInEnvironment } from '../../domain/client.ts';
import { addSeconds } from '../../domain/clock.ts';
import type { FailureReason } from '../../domain/failure-reason.ts';
import { belongsTo } from '../client-standing.ts';
import { errorOutcome } from '../oauth-error.ts';
import { narrowScope } from '../scope.ts';
import { openSealedAnswer, sealAnswer } from '../sealed-answer.ts';
import { newTokens } from '../token-issuance.ts';
import type { GrantRequest } from '../token-request.ts';
import type { TokenDependencies, TokenOutcome } from './grant.ts';

type RefreshRequest = Extract<GrantRequest, { grantType: 'refresh_token' }>;

/**
 * RFC 6749 §6: exchanges a refresh token for a new pair, once. The access token issued with it ends at once.
 * Presented again it is either a retry, whose lost answer is given again, or a replay (ADR 0001).
 */
export async function refresh(
  request: RefreshRequest,
  client: ClientInEnvironment,
  deps: TokenDependencies,
): Promise<TokenOutcome> {
  const refreshTokenHash = deps.hashSecret(request.refreshToken);
  const token = await deps.storage.findRefreshToken(refreshTokenHash);
  if (token === undefined) return errorOutcome('invalid_grant', 'refresh-token-unknown');
  if (!belongsTo(token.authorization, client)) {
    return errorOutcome('invalid_grant', 'refresh-token-of-another-client');
  }
  if (!isUsable(token)) return errorOutcome('invalid_grant', whyUnusable(token));
  if (token.rotation !== null) return answerSpent(request, token, deps);
  if (isDisused(token, deps)) {
    await deps.storage.revokeAuthorization(token.authorization.id, deps.now);
    return errorOutcome('invalid_grant', 'refresh-token-disused');
  }

  const scope = narrowScope(request.scope, token.scope);
  if (scope === undefined) return errorOutcome('invalid_scope', 'scope-too-wide');

  const { tokens, body } = newTokens({ access: scope, refresh: token.scope }, deps);
  const sealedAnswer = sealAnswer(body, request.refreshToken, deps.random);
  const outcome = await deps.storage.rotateRefreshToken({
    refreshTokenHash,
    tokens,
    sealedAnswer,
    at: deps.now,
  });
  switch (outcome) {
    case 'rotated':
      return { type: 'tokens', body };
    case 'already-rotated': {
      // Lost a race with itself: the winner's seal is there now.
      const spent = await deps.storage.findRefreshToken(refreshTokenHash);
      return spent === undefined || !isUsable(spent)
        ? errorOutcome('invalid_grant', 'refresh-token-replayed')
        : answerSpent(request, spent, deps);
    }
    case 'revoked':
      return errorOutcome('invalid_grant', 'authorization-ended');
  }
}

function isUsable(token: RefreshToken): boolean {
  return token.authorization.revokedAt === null && token.accountIsActive;
}

function whyUnusable(token: RefreshToken): FailureReason {
  return token.authorization.revokedAt === null ? 'account-inactive' : 'authorization-ended';
}

/** RFC 9700 §4.14.2: refresh tokens should expire when the client was inactive for some time, as the institution says. */
function isDisused({ issuedAt }: RefreshToken, { now, lifetimes }: TokenDependencies): boolean {
  const { refreshTokenUnused } = lifetimes;
  return (
    refreshTokenUnused !== null &&
    issuedAt !== null &&
    now >= addSeconds(issuedAt, refreshTokenUnused)
  );
}

/** RFC 9700 §4.14.2: a spent token ends the authorization, unless the seal of its rotation still may be opened. */
async function answerSpent(
  request: RefreshRequest,
  { authorization, rotation }: RefreshToken,
  deps: TokenDependencies,
): Promise<TokenOutcome> {
  const canRetry =
    rotation !== null && deps.now <= addSeconds(rotation.rotatedAt, deps.lifetimes.refreshRetry);
  if (canRetry && rotation.sealedAnswer !== null) {
    return { type: 'tokens', body: openSealedAnswer(rotation.sealedAnswer, request.refreshToken) };
  }
  await deps.storage.revokeAuthorization(authorization.id, deps.now);
  return errorOutcome('invalid_grant', 'refresh-token-replayed');
}
