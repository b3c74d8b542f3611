import type { TestServer } from './test-server.ts';

/** Every table with its rows, in an order of their own. */
type StoredContent = readonly (readonly [table: string, rows: readonly string[]])[];

/** Everything that is stored: two are equal when nothing changed. */
export async function storedContent({ database }: TestServer): Promise<StoredContent> {
  const tables = await database.tables();
  return [...tables].map(([table, rows]) => [
    table,
    rows
      .map((row) =>
        JSON.stringify(
          Object.entries(row)
            // Using a page is no change.
            .filter(([column]) => column !== 'last_seen_at')
            .map(([column, value]) => [
              column,
              value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value),
            ]),
        ),
      )
      .toSorted(),
  ]);
}
