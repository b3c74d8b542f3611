import type { PasswordHash } from '../domain/account.ts';

/** What one argon2id computation costs (RFC 9106 §3.1). */
export interface Argon2Cost {
  /** KiB */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

export interface Argon2Hash {
  readonly scheme: 'argon2id';
  readonly cost: Argon2Cost;
  readonly salt: Uint8Array;
  readonly digest: Uint8Array;
}

/** Django's PBKDF2PasswordHasher. */
export interface DjangoHash {
  readonly scheme: 'django-pbkdf2-sha256';
  readonly iterations: number;
  /** Used as text, not decoded. */
  readonly salt: string;
  readonly digest: Uint8Array;
}

export type ParsedPasswordHash = Argon2Hash | DjangoHash;

// Upper bounds, so that an imported hash cannot make a sign-in burn memory or time: several times what
// OWASP and Django recommend today.
const MOST_MEMORY = 256 * 1024;
const MOST_MEMORY_TIMES_PASSES = 1024 * 1024;
const MOST_PARALLELISM = 16;
const MOST_ITERATIONS = 4_000_000;

const ARGON2ID =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/u;
const DJANGO = /^pbkdf2_sha256\$(\d{1,7})\$([^$\s]{1,128})\$([A-Za-z0-9+/]{43}=)$/u;

/** Understands a stored or imported hash; undefined for anything else, and for one that costs too much. */
export function parsePasswordHash(text: PasswordHash): ParsedPasswordHash | undefined {
  return parseArgon2(text) ?? parseDjango(text);
}

/** The PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$digest`, base64 without padding. */
export function formatArgon2Hash({ cost, salt, digest }: Argon2Hash): PasswordHash {
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(digest)}`;
}

function parseArgon2(text: string): Argon2Hash | undefined {
  const [matched, memory, passes, parallelism, salt = '', digest = ''] = ARGON2ID.exec(text) ?? [];
  if (matched === undefined) return undefined;
  const cost = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  };
  if (!isAffordable(cost)) return undefined;
  return { scheme: 'argon2id', cost, salt: bytes(salt), digest: bytes(digest) };
}

function isAffordable({ memory, passes, parallelism }: Argon2Cost): boolean {
  return (
    passes >= 1 &&
    parallelism >= 1 &&
    parallelism <= MOST_PARALLELISM &&
    memory >= 8 * parallelism &&
    memory <= MOST_MEMORY &&
    memory * passes <= MOST_MEMORY_TIMES_PASSES
  );
}

function parseDjango(text: string): DjangoHash | undefined {
  const [matched, iterations, salt = '', digest = ''] = DJANGO.exec(text) ?? [];
  const count = Number(iterations);
  if (matched === undefined || count < 1 || count > MOST_ITERATIONS) return undefined;
  return { scheme: 'django-pbkdf2-sha256', iterations: count, salt, digest: bytes(digest) };
}

function bytes(base64Text: string): Uint8Array {
  return Buffer.from(base64Text, 'base64');
}

function base64(value: Uint8Array): string {
  return Buffer.from(value).toString('base64').replaceAll('=', '');
}
