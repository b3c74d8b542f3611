import { describe, expect, it } from 'vitest';
import { plainClaim } from '../domain/client-revision.ts';
import type { NewClient } from '../domain/client.ts';
import { instant } from '../domain/clock.ts';
import type { SecretHash } from '../domain/secret-hash.ts';
import { registerClient } from './register-client.ts';

const registration = {
  name: 'Library',
  description: 'About it',
  clientType: 'confidential' as const,
  redirectUris: ['https://library.example.edu/callback'] as const,
  requestedClaims: [plainClaim('person.full_name')],
  createdBy: 4,
  asDraft: false,
};

/** A hash that can be recognised. */
const hashSecret = (secret: string): SecretHash =>
  new TextEncoder().encode(`hash of ${secret}`) as Uint8Array as SecretHash;

/** Different bytes at each call. */
function countingRandom(): (byteCount: number) => Uint8Array {
  let next = 0;
  return (byteCount) => Uint8Array.from({ length: byteCount }, () => (next++ * 7) % 248);
}

function dependencies(answer: 'registered' | 'name-taken' = 'registered') {
  const stored: NewClient[] = [];
  const storage = {
    registerClient: async (client: NewClient) => {
      stored.push(client);
      return answer === 'registered' ? { type: answer, number: 12 } : { type: answer };
    },
  };
  const autoApprovedClaims: readonly string[] = [];
  const random = countingRandom();
  return { stored, deps: { storage, now: instant(5), random, hashSecret, autoApprovedClaims } };
}

describe('registering a client', () => {
  it('hands out a secret of each environment once and stores only their hashes', async () => {
    const { stored, deps } = dependencies();
    const outcome = await registerClient(registration, deps);
    if (outcome.type !== 'registered' || outcome.clientSecrets === null) throw new Error('refused');
    expect(outcome.number).toBe(12);
    const { live, sandbox } = outcome.clientSecrets;
    expect(live).toMatch(/^omniportsecret[A-Za-z0-9]{114}$/u);
    expect(sandbox).toMatch(/^omniportsandbox[A-Za-z0-9]{113}$/u);
    expect(stored[0]?.secrets).toEqual([
      {
        environment: 'live',
        name: '',
        hash: hashSecret(live),
        hint: `omniportsecret…${live.slice(-4)}`,
        expiresAt: null,
      },
      {
        environment: 'sandbox',
        name: '',
        hash: hashSecret(sandbox),
        hint: `omniportsandbox…${sandbox.slice(-4)}`,
        expiresAt: null,
      },
    ]);
    expect(JSON.stringify(stored)).not.toContain(live);
  });

  it('stores what was registered, by whom and when, with two client ids of 40 characters', async () => {
    const { stored, deps } = dependencies();
    await registerClient(registration, deps);
    const { asDraft, ...client } = registration;
    expect(asDraft).toBe(false);
    expect(stored[0]).toMatchObject({ ...client, begins: 'in-review', createdAt: 5 });
    expect(stored[0]?.clientId).toMatch(/^[A-Za-z0-9]{40}$/u);
    expect(stored[0]?.sandboxClientId).toMatch(/^[A-Za-z0-9]{40}$/u);
    expect(stored[0]?.sandboxClientId).not.toBe(stored[0]?.clientId);
  });

  it('makes no secret for a public client, which could not keep it (RFC 6749 §2.1)', async () => {
    const { stored, deps } = dependencies();
    const outcome = await registerClient({ ...registration, clientType: 'public' }, deps);
    expect(outcome).toEqual({
      type: 'registered',
      number: 12,
      begins: 'in-review',
      clientSecrets: null,
    });
    expect(stored[0]?.secrets).toEqual([]);
  });

  it('says when another app has a name that looks the same', async () => {
    const { deps } = dependencies('name-taken');
    expect(await registerClient(registration, deps)).toEqual({ type: 'name-taken' });
  });

  it('sends it to review, keeps it as a draft, or approves it by a rule of the institution', async () => {
    const begins = async (asDraft: boolean, autoApprovedClaims: readonly string[]) => {
      const { stored, deps } = dependencies();
      await registerClient({ ...registration, asDraft }, { ...deps, autoApprovedClaims });
      return stored[0]?.begins;
    };
    expect(await begins(false, [])).toBe('in-review');
    expect(await begins(false, ['person.roles'])).toBe('in-review');
    expect(await begins(false, ['person.full_name'])).toBe('approved');
    expect(await begins(true, ['person.full_name'])).toBe('draft');
  });
});
