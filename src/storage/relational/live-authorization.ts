import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { Instant } from '../../domain/clock.ts';
import type { Schema } from './schema.ts';

/**
 * Whether an authorization that was not revoked can still yield data. Where there are refresh tokens, one of them is
 * unspent; it outlives every access token.
 */
export function yieldsData<Tables extends 'authorization'>(
  query: ExpressionBuilder<Schema, Tables>,
  at: Instant,
): ExpressionWrapper<Schema, Tables, SqlBool> {
  const of = query as unknown as ExpressionBuilder<Schema, 'authorization'>;
  const condition = of.or([
    of.exists(
      of
        .selectFrom('refresh_token')
        .whereRef('refresh_token.authorization_id', '=', 'authorization.id')
        .select('refresh_token.authorization_id'),
    ),
    of.exists(
      of
        .selectFrom('authorization_code')
        .whereRef('authorization_code.authorization_id', '=', 'authorization.id')
        .where('authorization_code.redeemed_at', 'is', null)
        .where('authorization_code.expires_at', '>', at)
        .select('authorization_code.authorization_id'),
    ),
  ]);
  return condition;
}
