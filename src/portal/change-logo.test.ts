import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { ClientDossier, TeamAction } from '../domain/client.ts';
import { instant } from '../domain/clock.ts';
import type { MediaFile } from '../domain/media.ts';
import { changeLogo, removeLogo } from './change-logo.ts';

const action: TeamAction = { number: 7, actor: 1, at: instant(0) };
const random = (byteCount: number): Uint8Array => new Uint8Array(byteCount).fill(0xef);
const upload = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#246' } })
  .webp()
  .toBuffer();

/** A store with one client, and the media it holds. */
function storageWith(logoPath: string | null, answer: 'changed' | 'not-found' = 'changed') {
  const media = new Map<string, MediaFile | undefined>();
  if (logoPath !== null) media.set(logoPath, undefined);
  const storage = {
    findClientOfTeamMember: async (number: number, accountId: number) =>
      number === 7 && accountId === 1 ? ({ client: { logoPath } } as ClientDossier) : undefined,
    setLogo: async (_action: TeamAction, path: string | null) => {
      if (answer === 'changed') storage.logo = path;
      return answer;
    },
    storeMedia: async (file: MediaFile) => void media.set(file.path, file),
    removeMedia: async (path: string) => void media.delete(path),
    logo: logoPath,
  };
  return { storage, media };
}

describe('changing the logo', () => {
  const path = 'open_auth/application_logos/efefefef-efef-4fef-afef-efefefefefef.png';

  it('stores a PNG under a new random name and removes the one before', async () => {
    const { storage, media } = storageWith('open_auth/application_logos/old.png');
    expect(await changeLogo(action, upload, { storage, random })).toEqual({ type: 'changed' });
    expect(storage.logo).toBe(path);
    expect([...media.keys()]).toEqual([path]);
    expect(media.get(path)?.contentType).toBe('image/png');
    expect((await sharp(media.get(path)?.bytes).metadata()).format).toBe('png');
  });

  it('stores nothing for somebody outside the team', async () => {
    const { storage, media } = storageWith(null);
    const outsider = { ...action, actor: 2 };
    expect(await changeLogo(outsider, upload, { storage, random })).toEqual({ type: 'not-found' });
    expect(media.size).toBe(0);
  });

  it('keeps nothing when the client was deleted meanwhile', async () => {
    const { storage, media } = storageWith(null, 'not-found');
    expect(await changeLogo(action, upload, { storage, random })).toEqual({ type: 'not-found' });
    expect(media.size).toBe(0);
  });

  it('leaves the logo alone when the upload is no picture', async () => {
    const { storage, media } = storageWith('old.png');
    const outcome = await changeLogo(action, Buffer.from('<svg/>'), { storage, random });
    expect(outcome).toEqual({ type: 'invalid', problem: { code: 'not-a-picture' } });
    expect([storage.logo, [...media.keys()]]).toEqual(['old.png', ['old.png']]);
  });
});

describe('removing the logo', () => {
  it('removes its picture too', async () => {
    const { storage, media } = storageWith('old.png');
    expect(await removeLogo(action, { storage })).toBe('changed');
    expect([storage.logo, media.size]).toEqual([null, 0]);
  });

  it('is nothing somebody outside the team can do', async () => {
    const { storage, media } = storageWith('old.png');
    expect(await removeLogo({ ...action, actor: 2 }, { storage })).toBe('not-found');
    expect([storage.logo, media.size]).toEqual(['old.png', 1]);
  });
});
