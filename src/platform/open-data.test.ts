import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { databaseExists, databasePath, openData } from './open-data.ts';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'omniport-data-'));
});
afterEach(async () => rm(home, { recursive: true }));

const trying = { production: false, allowDemoData: false };

async function opened(config: Parameters<typeof openData>[0]) {
  const outcome = await openData(config);
  if (outcome.type === 'refused') throw new Error(outcome.message);
  return outcome.storage;
}

describe('the data directory', () => {
  it('is made, with its parents, for its owner alone', async () => {
    const dataDirectory = join(home, 'srv', 'omniport');
    expect(await databaseExists({ dataDirectory })).toBe(false);
    const storage = await opened({ ...trying, dataDirectory });
    expect((await stat(dataDirectory)).mode.toString(8).slice(-3)).toBe('700');
    expect(await databaseExists({ dataDirectory })).toBe(true);
    expect(await storage.isEmpty()).toBe(true);
    await storage.close();
  });

  it('is refused with what to do when it cannot be used', async () => {
    const dataDirectory = join(home, 'file');
    await writeFile(dataDirectory, 'in the way');
    expect(await openData({ ...trying, dataDirectory })).toEqual({
      type: 'refused',
      message: expect.stringMatching(
        /^The data directory .*file cannot be used: .* or set DATA_DIR to another directory\.$/u,
      ),
    });
  });

  it('is refused when its database is none', async () => {
    await writeFile(
      databasePath({ dataDirectory: home }),
      'not a database, but long enough: '.repeat(99),
    );
    const outcome = await openData({ ...trying, dataDirectory: home });
    expect(outcome).toMatchObject({
      type: 'refused',
      message: expect.stringContaining('cannot be opened: file is not a database.'),
    });
  });
});

describe('demo data in production', () => {
  const config = () => ({ dataDirectory: home, production: true, allowDemoData: false });

  beforeEach(async () => {
    const storage = await opened({ ...trying, dataDirectory: home });
    await storage.markDemoData();
    await storage.close();
  });

  it('is refused', async () => {
    const outcome = await openData(config());
    expect(outcome).toMatchObject({
      type: 'refused',
      message: expect.stringContaining('holds the demo campus, whose passwords are public'),
    });
  });

  it('is accepted where the operator says so, and everywhere else', async () => {
    await (await opened({ ...config(), allowDemoData: true })).close();
    await (await opened({ ...config(), production: false })).close();
  });
});
