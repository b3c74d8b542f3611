import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openTestCampus, type TestCampus } from '../../test/support/test-campus.ts';
import type { AccountId } from '../domain/account.ts';
import { DEFAULT_SETTINGS } from '../domain/settings.ts';
import { openSettings, type LiveSettings } from './live-settings.ts';
import { previewLogo, takeLogo } from './logo.ts';

let campus: TestCampus;
let settings: LiveSettings;
let maintainer: AccountId;

beforeEach(async () => {
  campus = await openTestCampus();
  const log = { warn: () => undefined };
  settings = await openSettings({ storage: campus.storage, defaults: DEFAULT_SETTINGS, log });
  maintainer = (await campus.welcome({ username: '1' })).id;
});
afterEach(async () => campus.close());

async function picture(red: number): Promise<Uint8Array> {
  const background = { r: red, g: 0, b: 0, alpha: 1 };
  return sharp({ create: { width: 20, height: 20, channels: 4, background } })
    .png()
    .toBuffer();
}

async function preview(red: number): Promise<{ readonly path: string; readonly digest: string }> {
  const outcome = await previewLogo(maintainer, await picture(red), campus);
  if (outcome.type === 'invalid') throw new Error(outcome.problem.code);
  return outcome.preview;
}

async function take(digest: string | null, expectedVersion: number): Promise<string> {
  const { storage, deps } = campus;
  return takeLogo(
    { maintainer, digest, expectedVersion },
    { storage, random: deps.random, settings, now: deps.now },
  );
}

const present = (): string => settings.current().identity.logoPath ?? '';

describe('the logo of the institution', () => {
  it('is looked at first, and then taken', async () => {
    const { path, digest } = await preview(200);
    expect(settings.current().identity.logoPath).toBeNull();
    const shown = await campus.storage.findMedia(path);
    expect(await take(digest, 0)).toBe('changed');
    expect(present()).toMatch(/^institution\/logos\/[0-9a-f-]{36}\.png$/u);
    expect((await campus.storage.findMedia(present()))?.bytes).toEqual(shown?.bytes);
    expect(await campus.storage.findMedia(path)).toBeUndefined();
  });

  it('has a new address with each picture, and the old picture is gone', async () => {
    await take((await preview(200)).digest, 0);
    const first = present();
    await take((await preview(100)).digest, 1);
    expect(present()).not.toBe(first);
    expect(await campus.storage.findMedia(first)).toBeUndefined();
    expect(await take(null, 2)).toBe('changed');
    expect(settings.current().identity.logoPath).toBeNull();
  });

  it('is the one that was looked at, or none', async () => {
    const seen = await preview(200);
    await preview(100);
    expect(await take(seen.digest, 0)).toBe('preview-gone');
    expect(settings.current().identity.logoPath).toBeNull();
  });

  it('is not changed over what somebody else saved meanwhile, and leaves no picture behind', async () => {
    await take((await preview(200)).digest, 0);
    const kept = present();
    expect(await take((await preview(100)).digest, 0)).toBe('changed-meanwhile');
    expect(present()).toBe(kept);
    expect(await campus.storage.findMedia(kept)).toBeDefined();
  });

  it('is a picture', async () => {
    expect(await previewLogo(maintainer, Buffer.from('<svg/>'), campus)).toEqual({
      type: 'invalid',
      problem: { code: 'not-a-picture' },
    });
  });
});
