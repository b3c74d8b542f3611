import type { Context, MiddlewareHandler } from 'hono';
import type { Account } from '../domain/account.ts';
import type { Instant } from '../domain/clock.ts';
import type { Session } from '../domain/session.ts';
import type { AppDependencies } from './dependencies.ts';
import type { Form } from './form-body.ts';

/** The signed-in person of a request. */
export interface SignedIn {
  readonly session: Session;
  readonly account: Account;
  /** The cookie's value. */
  readonly sessionSecret: string;
}

/** What a request carries from middleware to its route. */
export interface AppEnvironment {
  Variables: {
    readonly deps: AppDependencies;
    readonly requestId: string;
    /** The clock, read once for the whole request. */
    readonly now: Instant;
    /** Who is signed in; known on pages only, not on the protocol's endpoints. */
    readonly signedIn: SignedIn | undefined;
    /** How many notifications the person has not read, where a page shows it. */
    readonly unread: number | undefined;
    /** What a checked POST to a page sent. */
    readonly form: Form;
    /** A route's own limit was set; the general one does not apply any more. */
    readonly bodyIsLimited: boolean | undefined;
  };
}

export type AppContext = Context<AppEnvironment>;
export type AppMiddleware = MiddlewareHandler<AppEnvironment>;
export type AppHandler = (c: AppContext) => Response | Promise<Response>;
