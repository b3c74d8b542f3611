import type { SentParameter } from '../domain/client-activity.ts';

/** Whose values say what was asked for, and open nothing. */
const TELLING: ReadonlySet<string> = new Set([
  'grant_type',
  'response_type',
  'redirect_uri',
  'scope',
  'code_challenge_method',
  'token_type_hint',
  'client_id',
]);

const MOST_PARAMETERS = 20;
const LONGEST_VALUE = 200;

/** A name as OAuth has them; a secret sent in the place of a name is longer, or has digits. */
const NAME = /^[a-z][a-z_.-]{0,23}$/iu;
/** What a secret, code or token of ours looks like, wherever it was put by mistake. */
const SECRET_LIKE = /[A-Za-z0-9_-]{25,}/gu;

/**
 * What may be kept of a request: the names of its parameters, and of their values those that tell a developer
 * something and give nothing away. A query inside a redirect URI is left out.
 * @param ownIds the client ids of the app, which look like secrets and are none
 */
export function sentParameters(
  parameters: Iterable<readonly [name: string, value: string]>,
  ownIds: readonly string[],
): readonly SentParameter[] {
  return [...parameters]
    .slice(0, MOST_PARAMETERS)
    .map(([name, value]) =>
      NAME.test(name)
        ? { name, value: tellingValue(name, value, ownIds) }
        : { name: '…', value: null },
    );
}

/** The scheme of an Authorization header; never what follows it. */
export function sentAuthorization(header: string | undefined): readonly SentParameter[] {
  if (header === undefined) return [];
  const scheme = /^(?:basic|bearer)(?= )/iu.exec(header.trim())?.[0] ?? null;
  return [{ name: 'Authorization', value: scheme }];
}

function tellingValue(name: string, value: string, ownIds: readonly string[]): string | null {
  if (value === '') return '';
  if (!TELLING.has(name)) return null;
  if (ownIds.includes(value)) return value;
  const [bare = '', ...rest] = value.split(/[?#]/u);
  const shown = bare.replaceAll(SECRET_LIKE, '…').slice(0, LONGEST_VALUE);
  return rest.length > 0 || bare.length > LONGEST_VALUE ? `${shown}…` : shown;
}
