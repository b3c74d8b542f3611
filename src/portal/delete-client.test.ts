import { describe, expect, it } from 'vitest';
import type { ClientDossier, TeamAction } from '../domain/client.ts';
import { instant } from '../domain/clock.ts';
import { deleteClient } from './delete-client.ts';

const action: TeamAction = { number: 7, actor: 1, at: instant(0) };

function world() {
  const happened: string[] = [];
  const storage = {
    findClientOfTeamMember: async (number: number, accountId: number) =>
      number === 7 && accountId === 1
        ? ({ client: { name: 'Café Menu', logoPath: 'logo.png' } } as ClientDossier)
        : undefined,
    deleteClient: async () => {
      happened.push('deleted');
      return 'deleted' as const;
    },
    removeMedia: async (path: string) => void happened.push(`removed ${path}`),
  };
  return { happened, storage };
}

describe('deleting an app', () => {
  it('needs its exact name, and takes its logo along', async () => {
    const { happened, storage } = world();
    expect(await deleteClient(action, 'Café Menu', { storage })).toEqual({
      type: 'deleted',
      name: 'Café Menu',
    });
    expect(happened).toEqual(['deleted', 'removed logo.png']);
  });

  it('takes the name however a keyboard composes it', async () => {
    const { storage } = world();
    const outcome = await deleteClient(action, ' Cafe\u0301 Menu', { storage });
    expect(outcome.type).toBe('deleted');
  });

  it.each(['', 'café menu', 'Café', 'Café Menus'])('does nothing for %j', async (typed) => {
    const { happened, storage } = world();
    expect(await deleteClient(action, typed, { storage })).toEqual({ type: 'name-differs' });
    expect(happened).toEqual([]);
  });

  it('does not exist for somebody outside the team', async () => {
    const { happened, storage } = world();
    const outsider = { ...action, actor: 2 };
    expect(await deleteClient(outsider, 'Café Menu', { storage })).toEqual({ type: 'not-found' });
    expect(happened).toEqual([]);
  });
});
