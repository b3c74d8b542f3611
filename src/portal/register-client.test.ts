import { describe, expect, it } from 'vitest';
import type { NewClient, TeamAction } from '../domain/client.ts';
import { instant } from '../domain/clock.ts';
import type { SecretHash } from '../domain/secret-hash.ts';
import { registerClient } from './register-client.ts';
import { replaceClientSecret } from './replace-client-secret.ts';

const registration = {
  name: 'Library',
  description: 'About it',
  clientType: 'confidential' as const,
  redirectUris: ['https://library.example.edu/callback'] as const,
  requestedClaims: ['person.full_name'],
  createdBy: 4,
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
  return { stored, deps: { storage, now: instant(5), random: countingRandom(), hashSecret } };
}

describe('registering a client', () => {
  it('hands out the secret once and stores only its hash', async () => {
    const { stored, deps } = dependencies();
    const outcome = await registerClient(registration, deps);
    if (outcome.type !== 'registered' || outcome.clientSecret === null) throw new Error('refused');
    expect(outcome.number).toBe(12);
    expect(outcome.clientSecret).toMatch(/^[A-Za-z0-9]{128}$/u);
    expect(stored[0]?.clientSecretHash).toEqual(hashSecret(outcome.clientSecret));
    expect(Object.values(stored[0] ?? {})).not.toContain(outcome.clientSecret);
  });

  it('stores what was registered, by whom and when, with a client id of 40 characters', async () => {
    const { stored, deps } = dependencies();
    await registerClient(registration, deps);
    expect(stored[0]).toMatchObject({ ...registration, createdAt: 5 });
    expect(stored[0]?.clientId).toMatch(/^[A-Za-z0-9]{40}$/u);
  });

  it('hands no secret to a public client, which could not keep it (RFC 6749 §2.1)', async () => {
    const { stored, deps } = dependencies();
    const outcome = await registerClient({ ...registration, clientType: 'public' }, deps);
    expect(outcome).toEqual({ type: 'registered', number: 12, clientSecret: null });
    expect(stored[0]?.clientSecretHash).toBeDefined();
  });

  it('says when another app has a name that looks the same', async () => {
    const { deps } = dependencies('name-taken');
    expect(await registerClient(registration, deps)).toEqual({ type: 'name-taken' });
  });
});

describe('replacing the client secret', () => {
  const action: TeamAction = { number: 12, actor: 4, at: instant(5) };

  it('hands the new one out once and stores only its hash', async () => {
    const stored: SecretHash[] = [];
    const storage = {
      replaceClientSecret: async (_action: TeamAction, hash: SecretHash) => {
        stored.push(hash);
        return 'replaced' as const;
      },
    };
    const deps = { storage, random: countingRandom(), hashSecret };
    const outcome = await replaceClientSecret(action, deps);
    if (outcome.type !== 'replaced') throw new Error('refused');
    expect(outcome.clientSecret).toMatch(/^[A-Za-z0-9]{128}$/u);
    expect(stored).toEqual([hashSecret(outcome.clientSecret)]);
  });

  it('hands out nothing to somebody outside the team', async () => {
    const storage = { replaceClientSecret: async () => 'not-found' as const };
    const deps = { storage, random: countingRandom(), hashSecret };
    expect(await replaceClientSecret(action, deps)).toEqual({ type: 'not-found' });
  });
});
