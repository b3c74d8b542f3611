/** How long what this room issues is good for, in seconds. */
export interface TokenLifetimes {
  readonly authorizationCode: number;
  readonly accessToken: number;
  /** How long a lost answer to a refresh can be fetched again with the same token (ADR 0001). */
  readonly refreshRetry: number;
  /** How long a refresh token may go unused; null: for ever. */
  readonly refreshTokenUnused: number | null;
}
