import { describe, expect, it, vi } from 'vitest';
import { MOST_CLIENT_SECRETS } from '../../domain/client-secret.ts';
import type { TeamAction } from '../../domain/client.ts';
import type { Storage } from '../../domain/storage.ts';
import { addClient, addPerson, at, atOnce, DAY, hash, newSecret, NOW, SANDBOX } from './campus.ts';
import type { Given } from './storage-under-test.ts';

/** A client with a live secret and a sandbox secret, and its developer. */
async function register(storage: Storage) {
  const actor = await addPerson(storage, '1');
  const number = await addClient(storage, actor, 'noticeboard');
  return { action: { number, actor, at: NOW }, number, actor };
}

/** What the hot look-up knows: the texts whose hashes authenticate. */
async function accepted(storage: Storage, clientId: string, texts: readonly string[]) {
  const client = await storage.findClientByClientId(clientId);
  const hashes = new Set(client!.secrets.map((secret) => secret.hash.toHex()));
  return texts.filter((text) => hashes.has(hash(text).toHex()));
}

async function idOf(storage: Storage, { number, actor }: TeamAction, text: string) {
  const secrets = await storage.listClientSecrets(number, actor);
  return secrets.find(({ name }) => name === `Name of ${text}`)!.id;
}

const LIVE_ID = 'client-id-of-noticeboard';
const SANDBOX_ID = 'sandbox-client-id-of-noticeboard';

export function clientSecretConformance(given: Given): void {
  describe('the secrets of a client', () => {
    it('are listed for its team, oldest first, without their hashes, and for nobody else', async () => {
      const { storage } = given();
      const { action, number, actor } = await register(storage);
      const stranger = await addPerson(storage, '2');
      await storage.addClientSecret({ ...action, at: at(5) }, newSecret('b', { expiresAt: at(9) }));
      const listed = await storage.listClientSecrets(number, actor);
      expect(listed.map(({ name }) => name)).toEqual([
        'Name of secret of noticeboard',
        'Name of sandbox secret of noticeboard',
        'Name of b',
      ]);
      expect(listed[2]).toEqual({
        id: expect.any(Number),
        environment: 'live',
        name: 'Name of b',
        hint: '…b',
        createdAt: at(5),
        createdByName: 'Name of 1',
        expiresAt: at(9),
        lastUse: null,
        leakedAt: null,
      });
      expect(await storage.listClientSecrets(number, stranger)).toEqual([]);
    });

    it('authenticate in their own environment, several at once', async () => {
      const { storage } = given();
      const { action } = await register(storage);
      await storage.addClientSecret(action, newSecret('live 2'));
      await storage.addClientSecret(action, newSecret('sandbox 2', SANDBOX));
      const texts = [
        'secret of noticeboard',
        'sandbox secret of noticeboard',
        'live 2',
        'sandbox 2',
      ];
      expect(await accepted(storage, LIVE_ID, texts)).toEqual(['secret of noticeboard', 'live 2']);
      expect(await accepted(storage, SANDBOX_ID, texts)).toEqual([
        'sandbox secret of noticeboard',
        'sandbox 2',
      ]);
    });

    it('are added with a history entry that tells which', async () => {
      const { storage } = given();
      const { action, number, actor } = await register(storage);
      expect(await storage.addClientSecret(action, newSecret('deploy'))).toBe('added');
      const dossier = await storage.findClientOfTeamMember(number, actor);
      expect(dossier?.history[0]).toMatchObject({
        type: 'secret-added',
        actor,
        message: 'Name of deploy (…ploy)',
      });
    });

    it('are so many at most in each environment, however many are added at once', async () => {
      const { storage } = given();
      const { action } = await register(storage);
      const live = await atOnce(12, async (index) =>
        storage.addClientSecret(action, newSecret(`live ${index}`)),
      );
      // One was there from the start.
      expect(live.filter((outcome) => outcome === 'added')).toHaveLength(MOST_CLIENT_SECRETS - 1);
      expect(live.filter((outcome) => outcome === 'too-many')).toHaveLength(
        12 - MOST_CLIENT_SECRETS + 1,
      );
      expect(await storage.addClientSecret(action, newSecret('x', SANDBOX))).toBe('added');
    });

    it('make room when one expires or is revoked', async () => {
      const { storage } = given();
      const { action } = await register(storage);
      for (let index = 1; index < MOST_CLIENT_SECRETS; index += 1) {
        await storage.addClientSecret(action, newSecret(`${index}`, { expiresAt: at(10) }));
      }
      expect(await storage.addClientSecret(action, newSecret('more'))).toBe('too-many');
      const secretId = await idOf(storage, action, '1');
      await storage.revokeClientSecret(action, { secretId, evenIfLast: false });
      expect(await storage.addClientSecret(action, newSecret('more'))).toBe('added');
      expect(await storage.addClientSecret(action, newSecret('yet more'))).toBe('too-many');
      const later = { ...action, at: at(10) };
      expect(await storage.addClientSecret(later, newSecret('yet more'))).toBe('added');
    });
  });

  describe('revoking a secret', () => {
    it('ends it at once and leaves a history entry; the others stay', async () => {
      const { storage } = given();
      const { action, number, actor } = await register(storage);
      await storage.addClientSecret(action, newSecret('new'));
      const secretId = await idOf(storage, action, 'secret of noticeboard');
      expect(await storage.revokeClientSecret(action, { secretId, evenIfLast: false })).toBe(
        'revoked',
      );
      expect(await accepted(storage, LIVE_ID, ['secret of noticeboard', 'new'])).toEqual(['new']);
      const listed = await storage.listClientSecrets(number, actor);
      expect(listed.map(({ id }) => id)).not.toContain(secretId);
      const dossier = await storage.findClientOfTeamMember(number, actor);
      expect(dossier?.history[0]).toMatchObject({
        type: 'secret-revoked',
        actor,
        message: 'Name of secret of noticeboard (…oard)',
      });
      expect(await storage.revokeClientSecret(action, { secretId, evenIfLast: true })).toBe(
        'not-found',
      );
    });

    it('stops before the last one in force of its environment, unless that is meant', async () => {
      const { storage } = given();
      const { action, number } = await register(storage);
      await storage.addClientSecret(action, newSecret('over', { expiresAt: at(-1) }));
      await storage.addClientSecret(action, newSecret('another sandbox one', SANDBOX));
      const before = await storage.findClientForReview(number);
      const secretId = await idOf(storage, action, 'secret of noticeboard');
      expect(await storage.revokeClientSecret(action, { secretId, evenIfLast: false })).toBe(
        'is-last',
      );
      expect((await storage.findClientForReview(number))?.history).toEqual(before?.history);
      const over = await idOf(storage, action, 'over');
      expect(await storage.revokeClientSecret(action, { secretId: over, evenIfLast: false })).toBe(
        'revoked',
      );
      expect(await storage.revokeClientSecret(action, { secretId, evenIfLast: true })).toBe(
        'revoked',
      );
      expect((await storage.findClientByClientId(LIVE_ID))?.secrets).toEqual([]);
    });

    it('keeps one of two that are revoked at once', async () => {
      const { storage } = given();
      for (let round = 0; round < 10; round += 1) {
        const actor = await addPerson(storage, '1');
        const number = await addClient(storage, actor, `app ${round}`);
        const action = { number, actor, at: NOW };
        await storage.addClientSecret(action, newSecret('second'));
        const ids = (await storage.listClientSecrets(number, actor))
          .filter(({ environment }) => environment === 'live')
          .map(({ id }) => id);
        expect(ids).toHaveLength(2);
        const outcomes = await Promise.all(
          ids.map(async (secretId) =>
            storage.revokeClientSecret(action, { secretId, evenIfLast: false }),
          ),
        );
        expect(outcomes.toSorted()).toEqual(['is-last', 'revoked']);
      }
    });

    it('is for the team of the client the secret belongs to', async () => {
      const { storage } = given();
      const { action } = await register(storage);
      const other = await addPerson(storage, '2');
      const otherNumber = await addClient(storage, other, 'another');
      const secretId = await idOf(storage, action, 'secret of noticeboard');
      const byOther = { ...action, number: otherNumber, actor: other };
      expect(await storage.revokeClientSecret(byOther, { secretId, evenIfLast: true })).toBe(
        'not-found',
      );
      expect(await accepted(storage, LIVE_ID, ['secret of noticeboard'])).toHaveLength(1);
    });
  });

  describe('noting that a secret was used', () => {
    it('shows within a second, with the network it came from', async () => {
      const { storage } = given();
      const { action, number, actor } = await register(storage);
      const id = await idOf(storage, action, 'secret of noticeboard');
      storage.noteSecretUsed(id, { at: at(5), network: '203.0.113.0/24' });
      await vi.waitFor(
        async () => {
          const [first, second] = await storage.listClientSecrets(number, actor);
          expect(first?.lastUse).toEqual({ at: at(5), network: '203.0.113.0/24' });
          expect(second?.lastUse).toBeNull();
        },
        { timeout: 5000, interval: 50 },
      );
    });

    it('keeps the latest, and is stored on close', async () => {
      const { storage, reopen } = given();
      const { action, number, actor } = await register(storage);
      const id = await idOf(storage, action, 'secret of noticeboard');
      for (const seconds of [7, 9, 8]) {
        storage.noteSecretUsed(id, { at: at(seconds), network: `net ${seconds}` });
      }
      await storage.close();
      const reopened = await reopen();
      const [first] = await reopened.listClientSecrets(number, actor);
      expect(first?.lastUse).toEqual({ at: at(9), network: 'net 9' });
      reopened.noteSecretUsed(id, { at: at(6), network: 'net 6' });
      await reopened.close();
      const [again] = await (await reopen()).listClientSecrets(number, actor);
      expect(again?.lastUse?.at).toBe(at(9));
    });
  });

  describe('a leaked secret', () => {
    it('is revoked, even the last one, with a history entry that nobody made', async () => {
      const { storage } = given();
      const { number, actor } = await register(storage);
      const leak = {
        hash: hash('secret of noticeboard'),
        at: at(3),
        foundAt: 'https://x.example',
        revoke: true,
      };
      expect(await storage.recordSecretLeak(leak)).toEqual({
        client: number,
        clientName: 'noticeboard',
        secret: {
          environment: 'live',
          name: 'Name of secret of noticeboard',
          hint: '…oard',
          expiresAt: null,
        },
      });
      expect((await storage.findClientByClientId(LIVE_ID))?.secrets).toEqual([]);
      const dossier = await storage.findClientOfTeamMember(number, actor);
      expect(dossier?.history[0]).toEqual({
        type: 'secret-leaked',
        at: at(3),
        actor: null,
        actorName: null,
        message: 'Name of secret of noticeboard (…oard)\nhttps://x.example',
      });
    });

    it('goes on when it is only to be told of, which is recorded once', async () => {
      const { storage } = given();
      const { number, actor } = await register(storage);
      const leak = { hash: hash('secret of noticeboard'), at: at(3), foundAt: '', revoke: false };
      expect(await storage.recordSecretLeak(leak)).toMatchObject({ client: number });
      expect(await storage.recordSecretLeak({ ...leak, at: at(4) })).toBeUndefined();
      expect(await accepted(storage, LIVE_ID, ['secret of noticeboard'])).toHaveLength(1);
      const [first] = await storage.listClientSecrets(number, actor);
      expect(first?.leakedAt).toBe(at(3));
      const dossier = await storage.findClientForReview(number);
      expect(dossier?.history.map(({ type }) => type)).toEqual(['secret-leaked', 'registered']);
      expect(await storage.recordSecretLeak({ ...leak, at: at(5), revoke: true })).toBeDefined();
      expect(await accepted(storage, LIVE_ID, ['secret of noticeboard'])).toHaveLength(0);
    });

    it('is one that is in force: anything else changes nothing', async () => {
      const { storage } = given();
      const { action, number } = await register(storage);
      await storage.addClientSecret(action, newSecret('expired', { expiresAt: at(1) }));
      await storage.addClientSecret(action, newSecret('revoked'));
      const secretId = await idOf(storage, action, 'revoked');
      await storage.revokeClientSecret(action, { secretId, evenIfLast: false });
      const before = await storage.findClientForReview(number);
      for (const text of ['never seen', 'expired', 'revoked']) {
        const leak = { hash: hash(text), at: at(1), foundAt: '', revoke: true };
        expect(await storage.recordSecretLeak(leak)).toBeUndefined();
      }
      expect(await storage.findClientForReview(number)).toEqual(before);
    });

    it('is answered to one of those who report it at once', async () => {
      const { storage } = given();
      const { number } = await register(storage);
      const leak = { hash: hash('secret of noticeboard'), at: NOW, foundAt: '', revoke: true };
      const outcomes = await atOnce(10, async () => storage.recordSecretLeak(leak));
      expect(outcomes.filter((outcome) => outcome !== undefined)).toHaveLength(1);
      const dossier = await storage.findClientForReview(number);
      expect(dossier?.history.filter(({ type }) => type === 'secret-leaked')).toHaveLength(1);
    });

    it('and a revocation by the team at the same time end in one of both', async () => {
      const { storage } = given();
      const { action } = await register(storage);
      await storage.addClientSecret(action, newSecret('second'));
      const secretId = await idOf(storage, action, 'second');
      const [leaked, revoked] = await Promise.all([
        storage.recordSecretLeak({ hash: hash('second'), at: NOW, foundAt: '', revoke: true }),
        storage.revokeClientSecret(action, { secretId, evenIfLast: false }),
      ]);
      expect([leaked !== undefined, revoked === 'revoked'].filter(Boolean)).toHaveLength(1);
    });
  });

  describe('secrets about to expire', () => {
    const twoWeeks = { at: NOW, withinSeconds: 14 * DAY };
    const oneDay = { at: NOW, withinSeconds: DAY };
    /** Long ago, so that they were made to last. */
    const early = (action: TeamAction): TeamAction => ({ ...action, at: at(-30 * DAY) });

    it('are taken once for each distance, the nearest counting for the farther', async () => {
      const { storage } = given();
      const { action } = await register(storage);
      await storage.addClientSecret(
        early(action),
        newSecret('10 days', { expiresAt: at(10 * DAY) }),
      );
      await storage.addClientSecret(early(action), newSecret('1 hour', { expiresAt: at(3600) }));
      await storage.addClientSecret(
        early(action),
        newSecret('15 days', { expiresAt: at(15 * DAY) }),
      );
      await storage.addClientSecret(early(action), newSecret('over', { expiresAt: NOW }));
      const names = async (question: typeof twoWeeks) =>
        (await storage.takeExpiringSecrets(question)).map(({ secret }) => secret.name);

      expect(await names(oneDay)).toEqual(['Name of 1 hour']);
      expect(await names(twoWeeks)).toEqual(['Name of 10 days']);
      expect(await names(twoWeeks)).toEqual([]);
      const later = at(9.5 * DAY);
      expect(await names({ ...twoWeeks, at: later })).toEqual(['Name of 15 days']);
      expect(await names({ ...oneDay, at: later })).toEqual(['Name of 10 days']);
      expect(await names({ ...oneDay, at: later })).toEqual([]);
    });

    it('say which client they belong to and when they expire', async () => {
      const { storage } = given();
      const { action, number } = await register(storage);
      const expiresAt = at(3600);
      await storage.addClientSecret(early(action), newSecret('soon', { ...SANDBOX, expiresAt }));
      expect(await storage.takeExpiringSecrets(oneDay)).toEqual([
        {
          client: number,
          clientName: 'noticeboard',
          secret: { environment: 'sandbox', name: 'Name of soon', hint: '…soon', expiresAt },
        },
      ]);
    });

    it('are not taken once they are revoked', async () => {
      const { storage } = given();
      const { action } = await register(storage);
      await storage.addClientSecret(early(action), newSecret('soon', { expiresAt: at(3600) }));
      const secretId = await idOf(storage, action, 'soon');
      await storage.revokeClientSecret(action, { secretId, evenIfLast: false });
      expect(await storage.takeExpiringSecrets(oneDay)).toEqual([]);
    });

    it('are taken by one of those who ask at once', async () => {
      const { storage } = given();
      const { action } = await register(storage);
      await storage.addClientSecret(early(action), newSecret('soon', { expiresAt: at(3600) }));
      const taken = await atOnce(10, async () => storage.takeExpiringSecrets(oneDay));
      expect(taken.flat()).toHaveLength(1);
    });

    it('are not taken when they were made to last no longer', async () => {
      const { storage } = given();
      const { action } = await register(storage);
      await storage.addClientSecret(action, newSecret('an hour', { expiresAt: at(3600) }));
      await storage.addClientSecret(action, newSecret('10 days', { expiresAt: at(10 * DAY) }));
      expect(await storage.takeExpiringSecrets(oneDay)).toEqual([]);
      expect(await storage.takeExpiringSecrets(twoWeeks)).toEqual([]);
      const [taken] = await storage.takeExpiringSecrets({ ...oneDay, at: at(9.5 * DAY) });
      expect(taken?.secret.name).toBe('Name of 10 days');
    });
  });

  it('go with their client when it is deleted', async () => {
    const { storage } = given();
    const { action, number, actor } = await register(storage);
    await storage.deleteClient(action);
    expect(await storage.listClientSecrets(number, actor)).toEqual([]);
    expect(
      await storage.recordSecretLeak({
        hash: hash('secret of noticeboard'),
        at: NOW,
        foundAt: '',
        revoke: true,
      }),
    ).toBeUndefined();
  });
}
