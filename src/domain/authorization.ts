import type { Account, AccountId } from './account.ts';
import type { ClaimCode } from './claim.ts';
import type { ClientStatus } from './client-lifecycle.ts';
import type { Client, ClientNumber } from './client.ts';
import type { Instant } from './clock.ts';
import type { Environment } from './environment.ts';
import type { ScopeValue } from './scope.ts';
import type { SecretHash } from './secret-hash.ts';
import type { SyntheticPerson } from './synthetic-person.ts';

/**
 * One completed authorization request: parent of its code and its tokens. Revoking it revokes them.
 * It has one code, and each rotation spends the token before: at most one refresh token is live at a time.
 */
export interface Authorization {
  readonly id: AuthorizationId;
  readonly clientNumber: ClientNumber;
  /** Of the credentials that asked for it and of the account: always the same. */
  readonly environment: Environment;
  readonly accountId: AccountId;
  /** The snapshot the person consented to, in the developer's order. Never grows. */
  readonly grantedClaims: readonly ClaimCode[];
  readonly createdAt: Instant;
  readonly revokedAt: Instant | null;
}
export type AuthorizationId = number;

/** RFC 7636 §4.3. */
export interface CodeChallenge {
  readonly method: 'S256' | 'plain';
  readonly challenge: string;
}

/** What the person agreed to, about to be stored together with its code. */
export interface NewAuthorization {
  readonly clientNumber: ClientNumber;
  readonly environment: Environment;
  readonly accountId: AccountId;
  readonly grantedClaims: readonly ClaimCode[];
  readonly createdAt: Instant;
  readonly code: {
    readonly hash: SecretHash;
    /** The redirect URI of the request, compared again at the token endpoint (RFC 6749 §4.1.3). */
    readonly redirectUri: string;
    readonly codeChallenge: CodeChallenge | null;
    readonly expiresAt: Instant;
  };
}

export interface AuthorizationCode {
  readonly authorization: Authorization;
  readonly redirectUri: string;
  readonly codeChallenge: CodeChallenge | null;
  readonly accountIsActive: boolean;
  readonly expiresAt: Instant;
  readonly redeemedAt: Instant | null;
}

/** A pair about to be stored; the secrets themselves exist only in the answer. */
export interface NewTokenPair {
  readonly accessTokenHash: SecretHash;
  readonly accessTokenExpiresAt: Instant;
  /** What was answered as `scope`; a refresh may narrow it. */
  readonly accessTokenScope: readonly ScopeValue[];
  readonly refreshTokenHash: SecretHash;
  /** The scope first granted: a narrowed refresh does not narrow later ones (RFC 6749 §6). */
  readonly refreshTokenScope: readonly ScopeValue[];
}

export interface RefreshToken {
  readonly authorization: Authorization;
  /** The widest scope a refresh may ask for (RFC 6749 §6). */
  readonly scope: readonly ScopeValue[];
  readonly accountIsActive: boolean;
  /** null: issued by a release that did not keep it. */
  readonly issuedAt: Instant | null;
  /** Set once it was exchanged for a new pair. */
  readonly rotation: {
    readonly rotatedAt: Instant;
    /** The answer of that rotation, sealed under a key only the presented token yields; null once it was no longer needed. */
    readonly sealedAnswer: Uint8Array | null;
  } | null;
}

/** What serving user data needs, read in one step. */
export interface BearerAccess {
  readonly authorizationId: AuthorizationId;
  readonly expiresAt: Instant;
  readonly scope: readonly ScopeValue[];
  readonly grantedClaims: readonly ClaimCode[];
  readonly client: {
    readonly number: ClientNumber;
    readonly environment: Environment;
    readonly status: ClientStatus;
    readonly grantableClaims: readonly ClaimCode[];
  };
  /** Of the same environment. */
  readonly account: Account | SyntheticPerson;
}

/** A client that has access to a person's data now, as the person sees it on `/account`. */
export interface ConnectedClient {
  readonly client: Pick<Client, 'number' | 'name' | 'logoPath' | 'status' | 'approvedClaims'>;
  /** Union of the granted claims of its live authorizations. */
  readonly grantedClaims: readonly ClaimCode[];
  readonly firstAuthorizedAt: Instant;
  readonly lastAuthorizedAt: Instant;
  /** When it last read the person's data; null: never. */
  readonly lastReadAt: Instant | null;
}

export interface AuthorizationStore {
  /**
   * Stores the authorization and its code in one atomic unit.
   * @throws Error when there is no such client, or no such account in this environment: whoever calls has just seen
   * both, and a crossing is stored under no circumstances
   */
  issueAuthorizationCode(authorization: NewAuthorization): Promise<AuthorizationId>;

  /** The stored code, redeemed or not, expired or not; pruned ones are absent. */
  findAuthorizationCode(hash: SecretHash): Promise<AuthorizationCode | undefined>;

  /**
   * Consumes the code and stores its token pair in one atomic unit. RFC 6749 §4.1.2.
   * For a given code at most one call ever returns `redeemed`; of a revoked authorization none does.
   */
  redeemAuthorizationCode(redemption: {
    readonly codeHash: SecretHash;
    readonly tokens: NewTokenPair;
    readonly at: Instant;
  }): Promise<'redeemed' | 'already-redeemed'>;

  /** The stored refresh token, live, rotated or of a revoked authorization; pruned ones are absent. */
  findRefreshToken(hash: SecretHash): Promise<RefreshToken | undefined>;

  /**
   * Spends the refresh token, ends the access token issued with it, stores the new pair and the sealed
   * answer, and forgets the sealed answer of the rotation that produced this token: one atomic unit.
   * For a given refresh token at most one call ever returns `rotated`; of a revoked authorization none does.
   * An unknown token answers `revoked`.
   */
  rotateRefreshToken(rotation: {
    readonly refreshTokenHash: SecretHash;
    readonly tokens: NewTokenPair;
    readonly sealedAnswer: Uint8Array;
    readonly at: Instant;
  }): Promise<'rotated' | 'already-rotated' | 'revoked'>;

  /** Everything `get_user_data` needs; undefined when unknown, revoked, or of a revoked authorization. Expired ones are answered until pruned. */
  findBearerAccess(accessTokenHash: SecretHash): Promise<BearerAccess | undefined>;

  /**
   * RFC 7009: revokes the token if it belongs to the client in this environment, whichever kind it is. An access token ends alone.
   * A refresh token, spent or not, ends its authorization: a rotation racing with it saves nothing. Atomic.
   * `unknown` when there is nothing left to revoke.
   */
  revokeToken(revocation: {
    readonly tokenHash: SecretHash;
    readonly clientNumber: ClientNumber;
    readonly environment: Environment;
    readonly at: Instant;
  }): Promise<'revoked' | 'unknown'>;

  /**
   * Goes through the authorizations, a bounded number per call, so that they do not grow for ever. Of those whose
   * access tokens are all over it ends
   * - those whose refresh token was issued at or before `unusedSince` and never used (null: none for that reason);
   * - those that newer ones superseded: ten or more of the same person and client live on, and this one was not used
   *   for a month, or for a year if it was ever refreshed.
   *
   * It forgets refresh tokens that were spent ninety days ago: their replay is refused then, and ends nothing.
   * @param sweep.after where the last call stopped; null: at the beginning
   * @returns how many ended, how many spent refresh tokens were forgotten, and where to go on; null: that was all
   */
  sweepAuthorizations(sweep: {
    readonly unusedSince: Instant | null;
    readonly at: Instant;
    readonly after: AuthorizationId | null;
  }): Promise<{
    readonly ended: number;
    readonly forgotten: number;
    readonly next: AuthorizationId | null;
  }>;

  /** Ends the authorization, and with it every code and token descended from it, at once. */
  revokeAuthorization(id: AuthorizationId, at: Instant): Promise<void>;

  /** Clients with a live authorization (one that still can yield data: a refresh token or an unexpired access token or code), by latest authorization. */
  listConnectedClients(accountId: AccountId, at: Instant): Promise<readonly ConnectedClient[]>;

  /** Ends every authorization the person gave the client, and their consent, atomically; answers how many authorizations. */
  disconnectClient(accountId: AccountId, clientNumber: ClientNumber, at: Instant): Promise<number>;
}
