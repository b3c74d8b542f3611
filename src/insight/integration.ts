import type { Environment } from '../domain/environment.ts';
import type { Client } from '../domain/client.ts';
import { SNIPPETS } from './snippets.ts';

export type SnippetName = keyof typeof SNIPPETS;

export interface Snippet {
  readonly name: SnippetName;
  /** Ready to run but for the client secret, which it takes from the environment. */
  readonly code: string;
}

/**
 * How to sign people in, in the app's own values.
 * @param issuer origin of the endpoints
 */
export function integrationSnippets(
  client: Pick<Client, 'clientId' | 'sandboxClientId' | 'redirectUris'>,
  { environment, issuer }: { readonly environment: Environment; readonly issuer: string },
): readonly Snippet[] {
  const [redirectUri] = client.redirectUris;
  const values: Readonly<Record<string, string>> = {
    issuer,
    clientId: environment === 'live' ? client.clientId : client.sandboxClientId,
    redirectUri,
    encodedRedirectUri: encodeURIComponent(redirectUri),
  };
  return Object.entries(SNIPPETS).map(([name, source]) => ({
    name: name as SnippetName,
    code: source.replaceAll(/\{\{(\w+)\}\}/gu, (_match, value: string) =>
      escaped(values[value] ?? '', { file: name, value }),
    ),
  }));
}

/** A redirect URI may hold what means something inside a string of the language: quotes, `$`, a backslash. */
function escaped(
  text: string,
  { file, value }: { readonly file: string; readonly value: string },
): string {
  // Of the values that stand between single quotes.
  if (file.endsWith('.sh')) return value === 'redirectUri' ? text.replaceAll("'", "'\\''") : text;
  if (file.endsWith('.yml')) return text.replaceAll("'", "''");
  return text.replaceAll(/['"`$\\]/gu, (character) => `\\x${hexadecimal(character)}`);
}

function hexadecimal(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(2, '0');
}
