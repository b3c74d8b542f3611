import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

import { CLIENT_ROLES, type ClientPermission, mayDo } from '../../src/domain/client-role.ts';

/** The rows of the table in docs/teams.md, in order; reading is everybody's. */
const ROWS: readonly ('read' | ClientPermission)[] = [
  'read',
  'change',
  'secrets',
  'review',
  'team',
  'end',
];

it('docs/teams.md says of each role what the program allows it', () => {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/teams.md'), 'utf8');
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(2, -1)
        .map((cell) => cell.trim() === 'yes'),
    );
  const allowed = ROWS.map((permission) =>
    CLIENT_ROLES.map((role) => permission === 'read' || mayDo(role, permission)),
  );
  expect(rows).toEqual(allowed);
});
