import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Connections, connect } from './connection.ts';
import { type GroupCommit, groupCommit } from './group-commit.ts';
import { kyselyReading, kyselyWriting } from './kysely-dialect.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { readingConnection, writingConnection } from './shared-connection.ts';

describe('Kysely on a shared connection', () => {
  let folder: string;
  let connections: Connections;
  let commits: GroupCommit;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'omniport-kysely-'));
    connections = await connect(join(folder, 'database'), MIGRATIONS);
    commits = groupCommit(writingConnection(connections.writer));
  });
  afterEach(async () => {
    connections.close();
    await rm(folder, { recursive: true });
  });

  const picture = (path: string) => ({
    path,
    content_type: 'image/png' as const,
    bytes: new Uint8Array([1]),
  });
  const storePicture = (path: string) => () =>
    connections.writer.exec(`INSERT INTO media VALUES ('${path}', 'image/png', x'01')`);
  const pictures = () =>
    connections.reader
      .prepare('SELECT path FROM media ORDER BY path')
      .all()
      .map((row) => row['path']);

  it('keeps other transactions out of its own, even one that takes its time', async () => {
    const kysely = kyselyWriting(connections.writer, commits);
    const failing = kysely.transaction().execute(async (transaction) => {
      await transaction.insertInto('media').values(picture('undone')).execute();
      await turn();
      await turn();
      throw new Error('changed my mind');
    });
    const outcomes = await Promise.allSettled([
      failing,
      commits.write(storePicture('of a group')),
      kysely.insertInto('media').values(picture('of a single statement')).execute(),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(pictures()).toEqual(['of a group', 'of a single statement']);
  });

  it('reads one and the same state within a transaction, and the newest in the next', async () => {
    const kysely = kyselyReading(readingConnection(connections.snapshotReader));
    const count = async (db: Pick<typeof kysely, 'selectFrom'>) => {
      const rows = await db.selectFrom('media').select('path').execute();
      return rows.length;
    };
    const counts = await kysely.transaction().execute(async (transaction) => {
      const before = await count(transaction);
      await commits.write(storePicture('meanwhile'));
      return [before, await count(transaction)];
    });
    expect(counts).toEqual([0, 0]);
    expect(await count(kysely)).toBe(1);
  });
});
