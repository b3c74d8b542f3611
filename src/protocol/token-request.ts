import { type ErrorOutcome, errorOutcome } from './oauth-error.ts';

/** A POST to the token or revocation endpoint, as it came. */
export interface TokenRequest {
  /** Form parameters; of a repeated one the last value counts (wire contract §2.2). */
  readonly parameters: ReadonlyMap<string, string>;
  readonly authorizationHeader: string | undefined;
  /** Where it came from: `203.0.113.0/24`. For the client's team; nothing is decided by it. */
  readonly network: string;
}

/** What a token request asks for, by grant type (RFC 6749 §4.1.3, §6). */
export type GrantRequest =
  | {
      readonly grantType: 'authorization_code';
      readonly code: string;
      readonly redirectUri: string | undefined;
      readonly codeVerifier: string | undefined;
    }
  | {
      readonly grantType: 'refresh_token';
      readonly refreshToken: string;
      readonly scope: string | undefined;
    }
  /** Known and not offered to any client. */
  | { readonly grantType: 'password' | 'client_credentials' };

/**
 * Reads what is asked for. Existing clients see these errors before their credentials are looked at.
 * An empty value is a value here: `code=` is a wrong code, not a missing one (wire contract §2.2).
 */
export function parseGrantRequest(
  parameters: ReadonlyMap<string, string>,
): { readonly type: 'parsed'; readonly request: GrantRequest } | ErrorOutcome {
  const grantType = parameters.get('grant_type') ?? '';
  switch (grantType) {
    case 'authorization_code': {
      const code = parameters.get('code');
      if (code === undefined) {
        return errorOutcome('invalid_request', 'code-missing', 'Missing code parameter.');
      }
      const redirectUri = parameters.get('redirect_uri');
      const codeVerifier = parameters.get('code_verifier');
      return { type: 'parsed', request: { grantType, code, redirectUri, codeVerifier } };
    }
    case 'refresh_token': {
      const refreshToken = parameters.get('refresh_token');
      if (refreshToken === undefined) {
        const description = 'Missing refresh token parameter.';
        return errorOutcome('invalid_request', 'refresh-token-missing', description);
      }
      const scope = parameters.get('scope');
      return { type: 'parsed', request: { grantType, refreshToken, scope } };
    }
    case 'password':
    case 'client_credentials':
      return { type: 'parsed', request: { grantType } };
    default:
      return errorOutcome('unsupported_grant_type', 'grant-type-unsupported');
  }
}
