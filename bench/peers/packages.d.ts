// What the peers' programs use of the packages in bench/package.json, so that the checks of this repository
// need none of them installed. The packages' own types, where there are any, are not read.

declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Payload = Readonly<Record<string, unknown>>;

  interface Model {
    format?: string;
    /** Answers the id, for a token its text. */
    save(seconds?: number): Promise<string>;
  }
  interface Grant extends Model {
    addOIDCScope(scope: string): void;
  }
  interface Interaction {
    readonly uid: string;
    readonly params: { readonly client_id: string; readonly scope: string };
    readonly session?: { readonly accountId: string };
    readonly grantId?: string;
  }

  class Provider {
    constructor(issuer: string, configuration: Payload);
    readonly AccessToken: new (payload: Payload) => Model;
    readonly RefreshToken: new (payload: Payload) => Model;
    readonly Session: new (payload: Payload) => Model;
    readonly Grant: (new (payload: Payload) => Grant) & {
      find(id: string): Promise<Grant | undefined>;
    };
    readonly Client: { find(id: string): Promise<object | undefined> };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    /** Merges `result` into what was answered before, if anything. */
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Payload,
    ): Promise<void>;
  }
  export { Provider };
}

declare module '@node-oauth/oauth2-server' {
  import type { IncomingMessage } from 'node:http';

  export interface Client {
    readonly id: string;
    readonly redirectUris: readonly string[];
    readonly grants: readonly string[];
  }
  export interface Token {
    readonly accessToken: string;
    readonly accessTokenExpiresAt: Date;
    readonly refreshToken: string;
    readonly refreshTokenExpiresAt: Date;
    readonly scope: readonly string[];
    readonly client: Client;
    readonly user: object;
  }
  export interface AuthorizationCode {
    readonly authorizationCode: string;
    readonly expiresAt: Date;
    readonly redirectUri: string;
    readonly scope: readonly string[];
    readonly client: Client;
    readonly user: object;
  }
  export class Request {
    constructor(
      request: Pick<IncomingMessage, 'headers' | 'method'> & {
        readonly query: Readonly<Record<string, string>>;
        readonly body: Readonly<Record<string, string>>;
      },
    );
    readonly query: Readonly<Record<string, string>>;
  }
  export class Response {
    constructor();
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  }
  export interface Options {
    readonly model: Readonly<Record<string, unknown>>;
    readonly accessTokenLifetime: number;
    readonly refreshTokenLifetime: number;
    readonly authorizationCodeLifetime: number;
    readonly alwaysIssueNewRefreshToken: boolean;
  }
  class OAuth2Server {
    constructor(options: Options);
    authenticate(request: Request, response: Response): Promise<Token>;
    token(request: Request, response: Response): Promise<Token>;
    authorize(
      request: Request,
      response: Response,
      options: { readonly authenticateHandler: { handle(): object | undefined } },
    ): Promise<AuthorizationCode>;
  }
  export default OAuth2Server;
}

declare module 'better-auth' {
  import type { DatabaseSync } from 'node:sqlite';

  interface Adapter {
    create(row: {
      readonly model: string;
      readonly data: Readonly<Record<string, unknown>>;
      readonly forceAllowId: true;
    }): Promise<unknown>;
  }
  export interface Auth {
    readonly options: object;
    readonly $context: Promise<{ readonly adapter: Adapter }>;
    handler(request: Request): Promise<globalThis.Response>;
  }
  export function betterAuth(options: {
    readonly database: DatabaseSync;
    readonly baseURL: string;
    readonly secret: string;
    readonly [option: string]: unknown;
  }): Auth;
}

declare module 'better-auth/crypto' {
  export function hashPassword(password: string): Promise<string>;
}

declare module 'better-auth/db/migration' {
  export function getMigrations(
    options: object,
  ): Promise<{ readonly runMigrations: () => Promise<void> }>;
}

declare module 'better-auth/node' {
  import type { RequestListener } from 'node:http';
  import type { Auth } from 'better-auth';

  export function toNodeHandler(auth: Auth): RequestListener;
}

declare module 'better-auth/plugins' {
  export function jwt(): object;
}

declare module '@better-auth/oauth-provider' {
  export function oauthProvider(options: Readonly<Record<string, unknown>>): object;
}
