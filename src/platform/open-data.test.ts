import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { parseConfig, type Config } from '../config.ts';
import { databaseExists, databaseName, openData } from './open-data.ts';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'omniport-data-'));
});
afterEach(async () => rm(home, { recursive: true }));

function configFrom(environment: Record<string, string> = {}): Config {
  const outcome = parseConfig({ DATA_DIR: home, ...environment }, () => '');
  if (outcome.type === 'invalid') throw new Error(JSON.stringify(outcome.problems));
  return outcome.config;
}

async function opened(config: Config) {
  const outcome = await openData(config);
  if (outcome.type === 'refused') throw new Error(outcome.message);
  return outcome.storage;
}

describe('the data directory', () => {
  it('is made, with its parents, for its owner alone', async () => {
    const directory = join(home, 'srv', 'omniport');
    const config = configFrom({ DATA_DIR: directory });
    expect(await databaseExists(config)).toBe(false);
    const storage = await opened(config);
    expect((await stat(directory)).mode.toString(8).slice(-3)).toBe('700');
    expect(await databaseExists(config)).toBe(true);
    expect(await storage.isEmpty()).toBe(true);
    await storage.close();
  });

  it('is refused with what to do when it cannot be used', async () => {
    const directory = join(home, 'file');
    await writeFile(directory, 'in the way');
    expect(await openData(configFrom({ DATA_DIR: directory }))).toEqual({
      type: 'refused',
      message: expect.stringMatching(
        /^The data directory .*file cannot be used: .* or set DATA_DIR to another directory\.$/u,
      ),
    });
  });

  it('is refused when its database is none', async () => {
    const text = 'not a database, but long enough: '.repeat(99);
    await writeFile(join(home, 'omniport.sqlite'), text);
    const outcome = await openData(configFrom());
    expect(outcome).toMatchObject({
      type: 'refused',
      message: expect.stringContaining('cannot be opened: file is not a database.'),
    });
  });
});

describe('a PostgreSQL database', () => {
  // Nothing listens on port 1.
  const url = 'postgres://omniport:s3cret@127.0.0.1:1/campus?sslmode=disable';

  it('is refused with why, but without its password, when it is not reached', async () => {
    expect(await openData(configFrom({ DATABASE_URL: url }))).toEqual({
      type: 'refused',
      message:
        'The database postgres://127.0.0.1:1/campus cannot be opened: connect ECONNREFUSED 127.0.0.1:1.',
    });
  });

  it('needs no data directory, unless mails are written there', async () => {
    const directory = join(home, 'data');
    const environment = { DATABASE_URL: url, DATA_DIR: directory };
    await openData(configFrom({ ...environment, SMTP_URL: 'smtp://mail.example.edu' }));
    expect(await readdir(home)).toEqual([]);
    await openData(configFrom(environment));
    expect(await readdir(home)).toEqual(['data']);
  });

  it.each([
    ['postgres://omniport:s3cret@db.example.edu/campus', 'postgres://db.example.edu/campus'],
    ['postgresql://db.example.edu:5433/campus', 'postgres://db.example.edu:5433/campus'],
    ['postgres:///campus?host=/var/run/postgresql', 'postgres:///var/run/postgresql/campus'],
  ])('at %s is named %s', (address, name) => {
    expect(databaseName(configFrom({ DATABASE_URL: address }))).toBe(name);
  });
});

describe('demo data in production', () => {
  const production = {
    NODE_ENV: 'production',
    ISSUER: 'https://auth.example.edu',
    SMTP_URL: 'smtp://mail.example.edu',
  };

  beforeEach(async () => {
    const storage = await opened(configFrom());
    await storage.markDemoData();
    await storage.close();
  });

  it('is refused', async () => {
    const outcome = await openData(configFrom(production));
    expect(outcome).toMatchObject({
      type: 'refused',
      message: expect.stringContaining('holds the demo campus, whose passwords are public'),
    });
  });

  it('is accepted where the operator says so, and everywhere else', async () => {
    await (await opened(configFrom({ ...production, ALLOW_DEMO_DATA: 'true' }))).close();
    await (await opened(configFrom())).close();
  });
});
