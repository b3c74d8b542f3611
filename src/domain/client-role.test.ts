import { describe, expect, it } from 'vitest';
import { CLIENT_ROLES, type ClientPermission, mayDo, parseClientRole } from './client-role.ts';

const PERMISSIONS: readonly ClientPermission[] = ['change', 'secrets', 'review', 'team', 'end'];

describe('a role in a team', () => {
  it.each([
    ['owner', ['change', 'secrets', 'review', 'team', 'end']],
    ['developer', ['change', 'secrets', 'review']],
    ['viewer', []],
  ] as const)('%s may do %j and nothing else', (role, allowed) => {
    expect(PERMISSIONS.filter((permission) => mayDo(role, permission))).toEqual(allowed);
  });

  it('is read as it is written, and nothing else is a role', () => {
    expect(CLIENT_ROLES.map(parseClientRole)).toEqual(['owner', 'developer', 'viewer']);
    expect(['', 'Owner', 'admin', 'toString'].map(parseClientRole)).toEqual(Array(4));
  });
});
