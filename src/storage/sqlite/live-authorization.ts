/** Condition on a code or refresh token about to be spent: its authorization was not revoked, nor its client deleted. */
export const AUTHORIZATION_IS_LIVE = `EXISTS (
  SELECT 1 FROM authorization JOIN client ON client.number = authorization.client_number
  WHERE authorization.id = authorization_id AND authorization.revoked_at IS NULL)`;
