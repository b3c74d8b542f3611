import { SAMPLE_SOURCES } from './sample-sources.ts';
import type { WireRequest } from './wire-request.ts';

/** In the order they are offered. */
const LANGUAGES = {
  curl: 'sh',
  JavaScript: 'mjs',
  Python: 'py',
  Go: 'go',
  PHP: 'php',
} as const;

type Extension = (typeof LANGUAGES)[keyof typeof LANGUAGES];

/** A request as code. */
export interface CodeSample {
  /** As it calls itself, in every language. */
  readonly language: keyof typeof LANGUAGES;
  /** Runs as it is, but for the client secret, which it takes from the environment. */
  readonly code: string;
}

/**
 * The same request in every language we have.
 * @param issuer origin of the endpoints
 */
export function codeSamples(request: WireRequest, issuer: string): readonly CodeSample[] {
  const template = templateOf(request);
  const url = issuer + request.target.replace(/\?.*/su, '');
  const authorization = request.headers.find(([name]) => name === 'Authorization')?.[1] ?? '';
  const token = authorization.replace(/^Bearer /u, '');
  return Object.entries(LANGUAGES).map(([language, extension]) => ({
    language: language as CodeSample['language'],
    code: filled(SAMPLE_SOURCES[`${template}.${extension}`], {
      values: { url, token },
      parameters: request.parameters,
      extension,
    }),
  }));
}

function templateOf({ method, parameters }: WireRequest): 'authorize' | 'post-form' | 'read-data' {
  if (method === 'POST') return 'post-form';
  return parameters.length > 0 ? 'authorize' : 'read-data';
}

interface Filling {
  readonly values: Readonly<Record<string, string>>;
  readonly parameters: WireRequest['parameters'];
  readonly extension: Extension;
}

/** The rules are those of examples/playground/README.md. */
function filled(source: string, { values, parameters, extension }: Filling): string {
  const sendsSecret = parameters.some(([name]) => name === 'client_secret');
  const others = parameters.filter(([name]) => name !== 'client_secret');
  return source
    .split('\n')
    .filter((line) => sendsSecret || !line.includes('CLIENT_SECRET'))
    .flatMap((line) => {
      const lines = line.includes('{{name}}')
        ? others.map(([name, value]) => ({ ...values, name, value }))
        : [values];
      return lines.map((known) => withValues(line, known, extension));
    })
    .join('\n');
}

function withValues(
  line: string,
  values: Readonly<Record<string, string>>,
  extension: Extension,
): string {
  return line.replaceAll(/\{\{(\w+)\}\}/gu, (_match, name: string) =>
    escaped(values[name] ?? '', extension),
  );
}

/** Whatever the value holds, it stays inside the quotes around it. */
function escaped(value: string, extension: Extension): string {
  switch (extension) {
    case 'sh':
      return value.replaceAll("'", String.raw`'\''`);
    case 'php':
      return value.replaceAll(/['\\]/gu, String.raw`\$&`);
    case 'mjs':
    case 'py':
    case 'go':
      return value.replaceAll(/['"\\\p{Cc}\u2028\u2029]/gu, (character) =>
        extension === 'go' && character === "'" ? character : codeUnit(character),
      );
  }
}

/** `\u0022`, which JavaScript, Python and Go read the same way. */
function codeUnit(character: string): string {
  return String.raw`\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
