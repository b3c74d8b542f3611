/** How a value of a column is kept, in any engine. */
export type ColumnKind = 'integer' | 'text' | 'bytes';

interface ColumnShape {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly nullable: boolean;
}

/** A table as a copy sees it: the same in every engine, whatever that calls its types. */
export interface TableShape {
  readonly name: string;
  /** By name. */
  readonly columns: readonly ColumnShape[];
  /** The columns of its primary key, in order. */
  readonly key: readonly string[];
  /** The tables it refers to, by name. */
  readonly references: readonly string[];
  /** The column that the engine numbers by itself; null: none. */
  readonly counter: string | null;
}

/** Tables that are about the database itself, so that they are not copied. */
const OWN_TABLES = new Set(['migration', 'copy_progress']);

/**
 * The tables to copy, each after those it refers to.
 * @throws Error when tables refer to each other in a circle
 */
export function inDependencyOrder(tables: readonly TableShape[]): readonly TableShape[] {
  const ordered: TableShape[] = [];
  let waiting = tables
    .filter(({ name }) => !OWN_TABLES.has(name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const ready = waiting.filter(({ name, references }) =>
      references.every((reference) => reference === name || !names.has(reference)),
    );
    if (ready.length === 0) {
      throw new Error(`Tables refer to each other in a circle: ${[...names].join(', ')}.`);
    }
    ordered.push(...ready);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}
