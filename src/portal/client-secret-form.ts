import type { Environment } from '../domain/environment.ts';
import { ENVIRONMENTS } from '../domain/environment.ts';
import { invalid, problemOf, valid, type Parsed } from './parsed-field.ts';
import { codePointName, invisibleCharacter } from '../domain/visible-text.ts';

/** In characters. */
const LONGEST_SECRET_NAME = 60;

/** How long a secret may be chosen to work: days, or for ever. */
const SECRET_LIFETIMES = ['never', '30', '90', '180', '365'] as const;

/** The form as typed. */
export interface TypedSecret {
  readonly environment: string;
  readonly name: string;
  readonly lifetime: string;
}

type SecretNameProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'too-long'; readonly length: number; readonly longest: number }
  /** `character` as `U+202E`. */
  | { readonly code: 'invisible-character'; readonly character: string };

export interface SecretProblems {
  readonly name: SecretNameProblem | undefined;
  readonly lifetime: { readonly code: 'missing' } | undefined;
}

export interface SecretChoice {
  readonly environment: Environment;
  readonly name: string;
  /** null: it does not expire. */
  readonly days: number | null;
}

/**
 * What the developer asks for; finds everything that is wrong at once.
 * @returns undefined when the environment is none: no form of ours sends that
 */
export function parseSecretChoice(
  typed: TypedSecret,
): Parsed<SecretChoice, SecretProblems> | undefined {
  const environment = ENVIRONMENTS.find((known) => known === typed.environment);
  if (environment === undefined) return undefined;
  const name = parseSecretName(typed.name);
  const lifetime = SECRET_LIFETIMES.find((known) => known === typed.lifetime);
  if (name.type === 'invalid' || lifetime === undefined) {
    return invalid({
      name: problemOf(name),
      lifetime: lifetime === undefined ? { code: 'missing' } : undefined,
    });
  }
  const days = lifetime === 'never' ? null : Number(lifetime);
  return valid({ environment, name: name.value, days });
}

/** What a developer calls a secret: where it is used, say. One line that can be read. */
function parseSecretName(typed: string): Parsed<string, SecretNameProblem> {
  const name = typed.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  if (name === '') return invalid({ code: 'missing' });
  const invisible = invisibleCharacter(name);
  if (invisible !== undefined) {
    return invalid({ code: 'invisible-character', character: codePointName(invisible) });
  }
  const { length } = Array.from(name);
  return length > LONGEST_SECRET_NAME
    ? invalid({ code: 'too-long', length, longest: LONGEST_SECRET_NAME })
    : valid(name);
}
