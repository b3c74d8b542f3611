import { describe, expect, it } from 'vitest';

import { inDependencyOrder, type TableShape } from './table-shape.ts';

const table = (name: string, ...references: readonly string[]): TableShape => ({
  name,
  columns: [{ name: 'id', kind: 'integer', nullable: false }],
  key: ['id'],
  references,
  counter: null,
});

describe('the order of tables in a copy', () => {
  it('puts what is referred to first', () => {
    const ordered = inDependencyOrder([
      table('a', 'c'),
      table('b'),
      table('c', 'd', 'c'),
      table('d', 'b'),
    ]);
    expect(ordered.map(({ name }) => name)).toEqual(['b', 'd', 'c', 'a']);
  });

  it('leaves out what is about the database itself', () => {
    expect(inDependencyOrder([table('migration'), table('copy_progress'), table('a')])).toEqual([
      table('a'),
    ]);
  });

  it('refuses a circle', () => {
    expect(() => inDependencyOrder([table('a', 'b'), table('b', 'a')])).toThrow('circle: a, b');
  });
});
