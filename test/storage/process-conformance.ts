import { describe, expect, it } from 'vitest';

import {
  addPerson,
  addPersonWithClient,
  addTokens,
  at,
  atOnce,
  hash,
  newAuthorization,
  NOW,
} from '../../src/storage/conformance/campus.ts';
import { openStorage } from './open-storage.ts';
import { run } from './processes.ts';

const WRITING_PROCESS = new URL('./writing-process.ts', import.meta.url);
const RACING_PROCESS = new URL('./racing-process.ts', import.meta.url);

interface Outcomes {
  readonly redeemed: readonly string[];
  readonly rotated: readonly string[];
  readonly revoked: readonly string[];
}

/** A database with a person and their client; closed. */
export async function preparedDatabase(database: string) {
  const storage = await openStorage(database);
  const parties = await addPersonWithClient(storage);
  await storage.close();
  return parties;
}

/** Opens a database in several processes at the same moment, and answers what each of them reports. */
export async function race(
  racers: readonly string[],
  database: string,
  { count = 0, clientNumber = 0 } = {},
): Promise<readonly Outcomes[]> {
  const running = racers.map((name) =>
    run(RACING_PROCESS, database, name, `${count}`, `${clientNumber}`),
  );
  await Promise.all(running.map(async (racer) => racer.printed(1)));
  for (const racer of running) racer.process.stdin?.write('go\n');
  const codes = await Promise.all(running.map(async (racer) => racer.ended()));
  expect(codes).toEqual(racers.map(() => 0));
  return running.map(({ lines }) => JSON.parse(lines[1]!) as Outcomes);
}

/**
 * Proves the contracts that hold between processes, with real ones.
 * @param given the database of the running test, which does not exist yet or is empty
 * @param options.count how often the processes race for each thing
 * @param options.damage what is wrong in the database itself, after a process was killed
 */
export function processConformance(
  given: () => string,
  { count, damage }: { readonly count: number; readonly damage: () => Promise<readonly unknown[]> },
): void {
  describe('several processes on one database', () => {
    const racers = ['a', 'b', 'c', 'd'];

    it('redeem a code once, exchange a refresh token once, and let nothing live that was revoked', async () => {
      const parties = await preparedDatabase(given());
      const { clientNumber } = parties;
      const storage = await openStorage(given());
      await atOnce(count, async (index) => {
        await addTokens(storage, parties, `${index}`);
        await addTokens(storage, parties, `doomed-${index}`);
        // `addTokens` redeemed the codes of those names; the racers get another.
        await storage.issueAuthorizationCode(newAuthorization(parties, `race-${index}`));
      });

      const outcomes = await race(racers, given(), { count, clientNumber });

      for (let index = 0; index < count; index += 1) {
        const redeemed = outcomes.map((outcome) => outcome.redeemed[index]);
        expect(redeemed.filter((outcome) => outcome === 'redeemed')).toHaveLength(1);
        const rotated = outcomes.map((outcome) => outcome.rotated[index]);
        expect(rotated.filter((outcome) => outcome === 'rotated')).toHaveLength(1);
        expect(rotated.filter((outcome) => outcome === 'already-rotated')).toHaveLength(3);
        const revoked = outcomes.map((outcome) => outcome.revoked[index]);
        expect(revoked.filter((outcome) => outcome === 'revoked')).toHaveLength(1);

        const living = await Promise.all(
          racers.map(async (racer) => ({
            ofCode: await storage.findBearerAccess(hash(`access-${racer}-of-code-${index}`)),
            ofToken: await storage.findBearerAccess(hash(`access-${racer}-of-${index}`)),
            ofDoomed: await storage.findBearerAccess(hash(`access-${racer}-of-doomed-${index}`)),
          })),
        );
        expect(living.map(({ ofCode }) => ofCode !== undefined)).toEqual(
          redeemed.map((outcome) => outcome === 'redeemed'),
        );
        expect(living.map(({ ofToken }) => ofToken !== undefined)).toEqual(
          rotated.map((outcome) => outcome === 'rotated'),
        );
        expect(living.filter(({ ofDoomed }) => ofDoomed !== undefined)).toEqual([]);
      }
      await storage.close();
    });

    it('see what another one wrote as soon as it was answered', async () => {
      const parties = await preparedDatabase(given());
      const one = await openStorage(given());
      const other = await openStorage(given());
      for (let index = 0; index < 50; index += 1) {
        await one.issueAuthorizationCode(newAuthorization(parties, `${index}`));
        expect(await other.findAuthorizationCode(hash(`${index}`))).toBeDefined();
        const id = await addPerson(other, `person ${index}`);
        expect(await one.findAccount(id)).toBeDefined();
      }
      await Promise.all([one.close(), other.close()]);
    });

    it('import people one at a time: each shows what another one does, and may confirm it', async () => {
      const { accountId } = await preparedDatabase(given());
      const both = await Promise.all([openStorage(given()), openStorage(given())]);
      const [one, other] = both;
      const begun = await Promise.all(
        both.map(async (storage) =>
          storage.beginPeopleImport({
            fileName: 'people.csv',
            format: 'csv',
            size: 4000,
            startedAt: NOW,
            startedBy: accountId,
            deadSince: at(-60),
          }),
        ),
      );
      const [number = 0, ...further] = begun.filter((outcome) => outcome !== 'busy');
      expect(further).toEqual([]);
      const progress = { bytes: 100, people: 4 };
      await one.keepPeopleImport(number, { at: at(2), progress });
      expect(await other.findPeopleImport()).toMatchObject({ phase: 'checking', progress });
      await one.endPeopleImport(number, {
        phase: 'checked',
        progress,
        result: { type: 'unusable-file', problems: [] },
        at: at(3),
      });
      const confirmed = await Promise.all(
        both.map(async (storage) =>
          storage.confirmPeopleImport(number, { by: accountId, deadSince: at(-60) }),
        ),
      );
      expect(confirmed.filter(Boolean)).toHaveLength(1);
      expect(await one.keepPeopleImport(number, { at: at(4), progress })).toEqual({
        phase: 'importing',
        confirmedBy: accountId,
      });
      await Promise.all(both.map(async (storage) => storage.close()));
    });
  });

  describe('a process that is killed while it writes', () => {
    it('loses nothing it acknowledged, and leaves the database whole', async () => {
      const { accountId, clientNumber } = await preparedDatabase(given());
      const writer = run(WRITING_PROCESS, given(), `${accountId}`, `${clientNumber}`);
      await writer.printed(2000);
      writer.process.kill('SIGKILL');
      await writer.ended();
      expect(writer.process.signalCode).toBe('SIGKILL');

      const storage = await openStorage(given());
      for (const line of writer.lines) {
        const [event, name] = line.split(' ');
        const code = await storage.findAuthorizationCode(hash(name!));
        expect(code).toBeDefined();
        if (event !== 'redeemed') continue;
        expect(code?.redeemedAt).toBe(NOW);
        expect(await storage.findBearerAccess(hash(`access-${name}`))).toBeDefined();
        expect(await storage.findRefreshToken(hash(`refresh-${name}`))).toBeDefined();
      }
      await storage.close();
      expect(await damage()).toEqual([]);
    });
  });
}
