import { readFileSync, existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import type { TestServer } from './test-server.ts';

/** Everything that is stored, as one text: two are equal when nothing changed. */
export function storedContent({ databaseFile }: TestServer): string {
  const database = new DatabaseSync(databaseFile, { readOnly: true });
  try {
    const tables = database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
      .all()
      .map(({ name }) => String(name));
    const content = tables.map((table) => [
      table,
      database
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .map((row) =>
          Object.entries(row)
            // Using a page is no change.
            .filter(([column]) => column !== 'last_seen_at')
            .map(([column, value]) => [
              column,
              value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value),
            ]),
        ),
    ]);
    return JSON.stringify(content);
  } finally {
    database.close();
  }
}

/** The bytes on disk: the database and the files beside it. */
export function storedBytes({ databaseFile }: TestServer): Buffer {
  const files = ['', '-wal', '-journal'].map((suffix) => `${databaseFile}${suffix}`);
  return Buffer.concat(files.filter((file) => existsSync(file)).map((file) => readFileSync(file)));
}
