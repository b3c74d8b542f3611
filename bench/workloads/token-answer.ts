import { LIFETIMES } from '../campus.ts';
import type { HttpAnswer } from '../load/http-answer.ts';
import { UnexpectedAnswerError } from '../load/journey.ts';

/** The new pair in a token endpoint's answer. @throws UnexpectedAnswerError when RFC 6749 §5.1 is not met */
export function tokensOf(answer: HttpAnswer): { accessToken: string; refreshToken: string } {
  if (answer.status !== 200) throw new UnexpectedAnswerError('tokens', answer);
  const fields = JSON.parse(answer.body) as Readonly<Record<string, unknown>>;
  const { access_token: accessToken, refresh_token: refreshToken } = fields;
  const type = fields['token_type'];
  if (
    typeof accessToken !== 'string' ||
    accessToken.length < 20 ||
    typeof refreshToken !== 'string' ||
    refreshToken.length < 20 ||
    typeof type !== 'string' ||
    type.toLowerCase() !== 'bearer' ||
    // One of them counts from a moment ago.
    Math.abs(Number(fields['expires_in']) - LIFETIMES.accessToken) > 1
  ) {
    throw new UnexpectedAnswerError(
      'an access token, a refresh token, Bearer and the lifetime',
      answer,
    );
  }
  return { accessToken, refreshToken };
}
