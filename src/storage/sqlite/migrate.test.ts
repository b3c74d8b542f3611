import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Migration } from '../migrations.ts';
import { migrate } from './migrate.ts';

const first: Migration = { number: 1, name: 'first', sql: 'CREATE TABLE first (x)' };
const second: Migration = {
  number: 2,
  name: 'second',
  sql: 'CREATE TABLE second (x); INSERT INTO second VALUES (1)',
};
const broken: Migration = {
  number: 2,
  name: 'broken',
  sql: 'CREATE TABLE second (x); INSERT INTO nowhere VALUES (1)',
};

describe('migrating', () => {
  let database: DatabaseSync;
  beforeEach(() => {
    database = new DatabaseSync(':memory:');
  });
  afterEach(() => database.close());

  const tables = () =>
    database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .all()
      .map((row) => row['name']);

  it('applies what is missing, in order, once', () => {
    migrate(database, [first]);
    expect(tables()).toEqual(['first', 'migration']);
    migrate(database, [first, second]);
    migrate(database, [first, second]);
    expect(tables()).toEqual(['first', 'migration', 'second']);
    expect(database.prepare('SELECT count(*) AS count FROM second').get()).toEqual({ count: 1 });
    expect(database.prepare('SELECT number, name FROM migration').all()).toEqual([
      { number: 1, name: 'first' },
      { number: 2, name: 'second' },
    ]);
  });

  it('applies all or nothing', () => {
    expect(() => migrate(database, [first, broken])).toThrow('no such table: nowhere');
    expect(tables()).toEqual([]);
    migrate(database, [first, second]);
    expect(tables()).toEqual(['first', 'migration', 'second']);
  });

  it('refuses a database that is newer than the program', () => {
    migrate(database, [first, second]);
    expect(() => migrate(database, [first])).toThrow(/newer than this program.*2 \(second\)/u);
  });

  it('refuses a database whose history is another one', () => {
    migrate(database, [first, second]);
    const edited = { ...first, sql: 'CREATE TABLE first (x, y)' };
    expect(() => migrate(database, [edited, second])).toThrow(
      'Migration 1 (first) of the database is not the one this program has (first).',
    );
  });
});
