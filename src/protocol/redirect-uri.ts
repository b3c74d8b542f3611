import type { ClientInEnvironment, ClientNumber } from '../domain/client.ts';

declare const registeredRedirectUriBrand: unique symbol;

/**
 * A redirect URI the client registered, or its own playground in the sandbox. Only this file makes one, and only from one can a browser be sent
 * away (`redirect-location.ts`): an open redirect does not compile.
 */
export type RegisteredRedirectUri = string & { readonly [registeredRedirectUriBrand]: never };

/** The redirect URI of a request that names none: the first registered (wire contract §4.1). */
export function firstRedirectUri(
  registered: readonly [string, ...string[]],
): RegisteredRedirectUri {
  return registered[0] as RegisteredRedirectUri;
}

/**
 * The presented redirect URI, if it is registered. Compared byte for byte (RFC 9700 §4.1.3); only the port of a
 * registered `http://127.0.0.1` or `http://[::1]` may vary, because a native app takes the port it gets
 * (RFC 8252 §7.3). `localhost` is a name, not a loopback IP: its port counts (RFC 8252 §8.3).
 */
export function matchRedirectUri(
  registered: readonly string[],
  presented: string,
): RegisteredRedirectUri | undefined {
  if (registered.includes(presented)) return presented as RegisteredRedirectUri;
  const wanted = withoutLoopbackPort(presented);
  const matches =
    wanted !== undefined && registered.some((uri) => withoutLoopbackPort(uri) === wanted);
  return matches ? (presented as RegisteredRedirectUri) : undefined;
}

/** Where the playground of a client takes what comes back: a page of ours, for the team of that client only. */
export function playgroundCallback(issuer: string, number: ClientNumber): string {
  return `${issuer}/developer/${number}/playground/callback`;
}

/**
 * The presented redirect URI, if it is the playground of this very client. Every client has that one in the sandbox,
 * beside those it registered, and in live it has not (docs/adr/0015).
 */
export function matchPlaygroundCallback(
  { environment, number }: Pick<ClientInEnvironment, 'environment' | 'number'>,
  presented: string,
  issuer: string,
): RegisteredRedirectUri | undefined {
  return environment === 'sandbox' && presented === playgroundCallback(issuer, number)
    ? (presented as RegisteredRedirectUri)
    : undefined;
}

const LOOPBACK_IP =
  /^(?<origin>http:\/\/(?:127\.0\.0\.1|\[::1\]))(?::(?<port>[1-9]\d{0,4}))?(?<rest>[/?].*)?$/su;
const HIGHEST_PORT = 65_535;

/** A loopback IP URI without its port; undefined for every other URI. */
function withoutLoopbackPort(uri: string): string | undefined {
  const groups = LOOPBACK_IP.exec(uri)?.groups;
  if (groups === undefined || Number(groups['port'] ?? 80) > HIGHEST_PORT) return undefined;
  return `${groups['origin'] ?? ''}${groups['rest'] ?? ''}`;
}

/** Why a redirect URI cannot be registered. */
export type RedirectUriProblem =
  | 'empty'
  | 'too-long'
  /** A space, a control character, a letter beyond ASCII, `\`, `"`, … : not a URI (RFC 3986 §2). */
  | 'illegal-character'
  /** `*`: matching is exact, it would stand for itself. */
  | 'wildcard'
  /** RFC 6749 §3.1.2: "MUST NOT include a fragment component". */
  | 'fragment'
  | 'not-absolute'
  | 'scheme-not-allowed'
  | 'host-missing'
  /** `user@host`: what looks like one host leads to another. */
  | 'credentials'
  /** No browser can open it: its host or port is invalid. */
  | 'not-a-url'
  /** Its query holds `code`, `state` or `error`, which the answer adds (RFC 6749 §3.1: not more than once). */
  | 'response-parameter';

export type RedirectUriValidation =
  | { readonly type: 'valid'; readonly uri: string }
  | { readonly type: 'invalid'; readonly problem: RedirectUriProblem };

/** So that with code and state the Location header stays below the 8 KB many proxies allow. */
const REDIRECT_URI_MAX_LENGTH = 2000;

/**
 * Whether a redirect URI may be registered. Allowed are `https`, `http` (many clients of the replaced system are
 * reached without TLS), and the private-use schemes of native apps (RFC 8252 §7.1): a reverse domain name
 * (`com.example.app:/callback`) or the app's own name (`myapp://callback`).
 *
 * @param text as typed; nothing is trimmed or normalised, because it is compared byte for byte later
 * @param appName the client's name, from which its own scheme is derived
 */
export function validateRedirectUri(text: string, appName: string): RedirectUriValidation {
  for (const { problem, fits } of REGISTRATION_RULES) {
    if (!fits(text, appName)) return { type: 'invalid', problem };
  }
  return { type: 'valid', uri: text };
}

/** In the order in which problems are reported; each may rely on the ones before. */
const REGISTRATION_RULES: readonly {
  readonly problem: RedirectUriProblem;
  readonly fits: (text: string, appName: string) => boolean;
}[] = [
  { problem: 'empty', fits: (text) => text !== '' },
  { problem: 'too-long', fits: (text) => text.length <= REDIRECT_URI_MAX_LENGTH },
  { problem: 'illegal-character', fits: (text) => URI_CHARACTERS.test(text) },
  { problem: 'wildcard', fits: (text) => !text.includes('*') },
  { problem: 'fragment', fits: (text) => !text.includes('#') },
  { problem: 'not-absolute', fits: (text) => schemeOf(text) !== undefined },
  { problem: 'scheme-not-allowed', fits: isSchemeAllowed },
  { problem: 'host-missing', fits: (text) => !isWebUri(text) || authorityOf(text) !== '' },
  { problem: 'credentials', fits: (text) => !authorityOf(text).includes('@') },
  { problem: 'not-a-url', fits: (text) => URL.canParse(text) },
  { problem: 'response-parameter', fits: hasNoResponseParameter },
];

const URI_CHARACTERS = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/u;

/** The scheme in lower case. */
function schemeOf(uri: string): string | undefined {
  return /^(?<scheme>[a-z][a-z\d+.-]*):./iu.exec(uri)?.groups?.['scheme']?.toLowerCase();
}

function isWebUri(uri: string): boolean {
  const scheme = schemeOf(uri);
  return scheme === 'https' || scheme === 'http';
}

/** What stands between `//` and the path; empty if there is none. */
function authorityOf(uri: string): string {
  return /^[^:]+:\/\/(?<authority>[^/?]*)/u.exec(uri)?.groups?.['authority'] ?? '';
}

function isSchemeAllowed(uri: string, appName: string): boolean {
  const scheme = schemeOf(uri) ?? '';
  if (isWebUri(uri) || scheme.includes('.')) return true;
  return scheme === appScheme(appName) && !SCHEMES_WITH_A_MEANING.has(scheme);
}

/** The scheme derived from an app's name, as in the replaced system (wire contract §6). */
function appScheme(appName: string): string {
  return appName.replaceAll(/[^A-Za-z0-9]/gu, '').toLowerCase();
}

/** What browsers and systems already give a meaning: no app becomes `javascript:` by its name. */
const SCHEMES_WITH_A_MEANING: ReadonlySet<string> = new Set(
  (
    'about blob chrome content data edge file filesystem ftp ftps geo git intent jar javascript ldap magnet ' +
    'mailto market mhtml news nntp resource sftp sip sms smb ssh tel telnet urn vbscript ws wss'
  ).split(' '),
);

function hasNoResponseParameter(uri: string): boolean {
  const query = new URLSearchParams(uri.split('?').slice(1).join('?'));
  return !['code', 'state', 'error'].some((name) => query.has(name));
}
