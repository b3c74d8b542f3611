import type { Instant } from '../domain/clock.ts';
import type { AppDependencies } from './dependencies.ts';
import type { FormEntry } from './form-body.ts';

/** A request of an app's server: no cookies, no pages. */
export interface ClientRequest {
  readonly method: string;
  /** Without its `?`; a bare one is no query (clients.md P19). */
  readonly query: string;
  readonly accept: string | undefined;
  readonly authorization: string | undefined;
  /** The network address it came from. */
  readonly address: string;
  /** The fields of a form of either kind; none of any other body (wire contract §2). */
  readonly readForm: () => Promise<readonly FormEntry[]>;
  readonly deps: AppDependencies;
  /** As in the answer's `X-Request-Id`. */
  readonly requestId: string;
  /** The clock, read once for the whole request. */
  readonly now: Instant;
}

/** Names and values in turn, as Node.js writes them fastest. Made once, not for each answer. */
export type HeaderList = readonly string[];

export interface ClientAnswer {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: string;
}

/**
 * An endpoint of the protocol. It knows no framework: these few are what an installation answers all day, and the
 * framework would take most of their time (docs/adr/0013).
 */
export type ClientEndpoint = (request: ClientRequest) => Promise<ClientAnswer>;

export function headerList(headers: Readonly<Record<string, string>>): HeaderList {
  return Object.entries(headers).flat();
}
