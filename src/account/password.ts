import { argon2, pbkdf2, timingSafeEqual } from 'node:crypto';
import { Semaphore } from 'es-toolkit';
import type { PasswordHash } from '../domain/account.ts';
import type { Random } from '../domain/random.ts';
import {
  formatArgon2Hash,
  parsePasswordHash,
  type Argon2Cost,
  type Argon2Hash,
  type DjangoHash,
  type ParsedPasswordHash,
} from './password-hash.ts';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const COST: Argon2Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const DIGEST_BYTES = 32;

/**
 * How many hashes are computed at once, so that a storm of sign-ins takes neither all memory nor every core:
 * one core stays free for the other requests, and one of Node.js's four worker threads for files and names.
 */
const atOnce = new Semaphore(Math.min(3, Math.max(1, navigator.hardwareConcurrency - 1)));

/** What is computed when there is no hash to compare with, so that time does not tell. Matches nothing. */
const DECOY: Argon2Hash = {
  scheme: 'argon2id',
  cost: COST,
  salt: new Uint8Array(SALT_BYTES),
  digest: new Uint8Array(DIGEST_BYTES),
};

/**
 * Iterations of the costliest Django hash this process met. While people still have such hashes, every refusal
 * takes as long as theirs, else a slow refusal would tell that the account exists.
 */
let djangoIterations = 0;

export interface PasswordVerification {
  readonly matches: boolean;
  /** Whether to store the password again, hashed as we hash today. */
  readonly needsRehash: boolean;
}

/**
 * Hashes a password with argon2id.
 * @returns the PHC string
 */
export async function hashPassword(password: string, random: Random): Promise<PasswordHash> {
  const salt = random(SALT_BYTES);
  const shape = { scheme: 'argon2id', cost: COST, salt, digest: DECOY.digest } as const;
  return formatArgon2Hash({ ...shape, digest: await argon2Digest(password, shape) });
}

/**
 * Compares a password with a stored hash, under the parameters the hash names.
 * @param hash null for no account or no password: the same work, and never a match
 */
export async function verifyPassword(
  password: string,
  hash: PasswordHash | null,
): Promise<PasswordVerification> {
  const known = hash === null ? undefined : parsePasswordHash(hash);
  if (known?.scheme === 'django-pbkdf2-sha256') {
    djangoIterations = Math.max(djangoIterations, known.iterations);
  }
  const compared = known ?? DECOY;
  const digest =
    compared.scheme === 'argon2id'
      ? await argon2Digest(password, compared)
      : await djangoDigest(password, compared);
  if (known !== undefined && timingSafeEqual(digest, known.digest)) {
    return { matches: true, needsRehash: !isCurrent(known) };
  }
  await spendTheRest(password, compared);
  return { matches: false, needsRehash: false };
}

/** Every refusal costs one argon2id and, while Django's hashes are in use, as many iterations as the costliest. */
async function spendTheRest(password: string, spent: ParsedPasswordHash): Promise<void> {
  if (spent.scheme !== 'argon2id') await argon2Digest(password, DECOY);
  const iterations = djangoIterations - (spent.scheme === 'argon2id' ? 0 : spent.iterations);
  if (iterations > 0) {
    const salt = 'decoy';
    await djangoDigest(password, { iterations, salt, digest: DECOY.digest });
  }
}

function isCurrent(hash: ParsedPasswordHash): boolean {
  return (
    hash.scheme === 'argon2id' &&
    hash.cost.memory === COST.memory &&
    hash.cost.passes === COST.passes &&
    hash.cost.parallelism === COST.parallelism &&
    hash.digest.length === DIGEST_BYTES
  );
}

async function argon2Digest(password: string, { cost, salt, digest }: Argon2Hash): Promise<Buffer> {
  const parameters = {
    // The same password typed on another keyboard may be composed differently (NIST SP 800-63B-4 §3.1.1.2).
    message: password.normalize('NFKC'),
    nonce: salt,
    ...cost,
    tagLength: digest.length,
  };
  return oneOfFew((done) => argon2('argon2id', parameters, done));
}

async function djangoDigest(
  password: string,
  { iterations, salt, digest }: Omit<DjangoHash, 'scheme'>,
): Promise<Buffer> {
  // Django hashes what was typed, as it was typed.
  return oneOfFew((done) => pbkdf2(password, salt, iterations, digest.length, 'sha256', done));
}

async function oneOfFew(
  compute: (done: (error: Error | null, digest: Buffer) => void) => void,
): Promise<Buffer> {
  await atOnce.acquire();
  try {
    return await new Promise((resolve, reject) => {
      compute((error, digest) => {
        if (error === null) resolve(digest);
        else reject(error);
      });
    });
  } finally {
    atOnce.release();
  }
}
