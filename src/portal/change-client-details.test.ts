import { describe, expect, it } from 'vitest';
import type { ClientDetails, TeamAction } from '../domain/client.ts';
import { instant } from '../domain/clock.ts';
import { changeClientDetails } from './change-client-details.ts';
import { changeRedirectUris } from './change-redirect-uris.ts';

const action: TeamAction = { number: 7, actor: 1, at: instant(0) };
const typed = { name: ' Library  2 ', description: 'word '.repeat(127), clientType: 'public' };

function storageThat(answer: 'changed' | 'not-found' | 'name-taken') {
  const stored: ClientDetails[] = [];
  const changeDetails = async (_action: TeamAction, details: ClientDetails) => {
    stored.push(details);
    return answer;
  };
  return { stored, storage: { changeClientDetails: changeDetails } };
}

describe('changing the details of a client', () => {
  it('stores them parsed', async () => {
    const { stored, storage } = storageThat('changed');
    expect(await changeClientDetails(action, typed, { storage })).toEqual({ type: 'changed' });
    expect(stored).toEqual([
      { name: 'Library 2', description: 'word '.repeat(127).trim(), clientType: 'public' },
    ]);
  });

  it('stores nothing when something is wrong, and tells all of it', async () => {
    const { stored, storage } = storageThat('changed');
    const wrong = { name: '', description: 'short', clientType: 'none' };
    expect(await changeClientDetails(action, wrong, { storage })).toEqual({
      type: 'invalid',
      problems: {
        name: { code: 'missing' },
        description: { code: 'too-few-words', words: 1, fewest: 127 },
        clientType: { code: 'missing' },
      },
    });
    expect(stored).toEqual([]);
  });

  it('says at the name when another app is called like that', async () => {
    const { storage } = storageThat('name-taken');
    expect(await changeClientDetails(action, typed, { storage })).toMatchObject({
      type: 'invalid',
      problems: { name: { code: 'taken' } },
    });
  });

  it('does not exist for somebody outside the team', async () => {
    const { storage } = storageThat('not-found');
    expect(await changeClientDetails(action, typed, { storage })).toEqual({ type: 'not-found' });
  });
});

describe('changing the redirect URIs of a client', () => {
  const uris: string[] = [];
  const storage = {
    changeRedirectUris: async (_action: TeamAction, changed: readonly string[]) => {
      uris.push(...changed);
      return 'changed' as const;
    },
  };

  it('stores none of them when one is wrong', async () => {
    const redirectUris = 'https://ok.example.edu/\nhttps://a.example.edu/#x';
    const outcome = await changeRedirectUris(action, { redirectUris, appName: 'App' }, { storage });
    expect(outcome).toEqual({
      type: 'invalid',
      problem: {
        code: 'invalid',
        entries: [{ uri: 'https://a.example.edu/#x', problem: 'fragment' }],
      },
    });
    expect(uris).toEqual([]);
  });

  it('stores them in the order typed: the first is used when a request names none', async () => {
    const redirectUris = 'https://b.example.edu/\nhttps://a.example.edu/';
    const outcome = await changeRedirectUris(action, { redirectUris, appName: 'App' }, { storage });
    expect(outcome).toEqual({ type: 'changed' });
    expect(uris).toEqual(['https://b.example.edu/', 'https://a.example.edu/']);
  });
});
