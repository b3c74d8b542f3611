/**
 * The start of a statement that spends a code or refresh token, and nothing but the first thing it does: locks the
 * authorization, unless it was revoked or its client deleted. A revocation waits for the lock and then ends what was
 * stored meanwhile; or it comes first, and nothing is stored. Everything locks in this order, parent before child.
 * @param table of the code or token, whose hash is $1
 */
export function lockingLiveAuthorization(table: 'authorization_code' | 'refresh_token'): string {
  return `WITH live AS (
    SELECT a.id FROM "authorization" a JOIN client ON client.number = a.client_number
    WHERE a.id = (SELECT authorization_id FROM ${table} WHERE hash = $1) AND a.revoked_at IS NULL
    FOR NO KEY UPDATE OF a
  )`;
}
