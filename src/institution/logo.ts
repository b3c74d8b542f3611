import { createHash } from 'node:crypto';

import type { AccountId } from '../domain/account.ts';
import type { Random } from '../domain/random.ts';
import type { Storage } from '../domain/storage.ts';
import { drawLogo, logoPath, type LogoProblem } from '../picture/draw-logo.ts';
import {
  changeSettings,
  type SettingsDependencies,
  type SettingsOutcome,
} from './change-settings.ts';

const FOLDER = 'institution/logos';

/** A logo that was drawn, to be looked at before it is taken. */
interface LogoPreview {
  readonly path: string;
  /** Of the picture: what is taken is what was seen. */
  readonly digest: string;
}

export type PreviewOutcome =
  | { readonly type: 'drawn'; readonly preview: LogoPreview }
  | { readonly type: 'invalid'; readonly problem: LogoProblem };

/**
 * Draws an uploaded picture anew, and keeps it aside. There is one place for each maintainer, so that nothing piles up
 * of pictures that are looked at and not taken.
 */
export async function previewLogo(
  maintainer: AccountId,
  upload: Uint8Array,
  { storage }: { readonly storage: Pick<Storage, 'storeMedia'> },
): Promise<PreviewOutcome> {
  const drawn = await drawLogo(upload);
  if (drawn.type === 'invalid') return drawn;
  const path = previewPath(maintainer);
  await storage.storeMedia({ path, contentType: 'image/png', bytes: drawn.value });
  return { type: 'drawn', preview: { path, digest: digestOf(drawn.value) } };
}

function previewPath(maintainer: AccountId): string {
  return `${FOLDER}/preview-${maintainer}.png`;
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export interface LogoDecision {
  readonly maintainer: AccountId;
  /** Of the preview that is taken; null: the initials again. */
  readonly digest: string | null;
  readonly expectedVersion: number;
}

interface LogoDependencies extends SettingsDependencies {
  readonly storage: SettingsDependencies['storage'] &
    Pick<Storage, 'storeMedia' | 'findMedia' | 'removeMedia'>;
  readonly random: Random;
}

/** Makes the picture that was looked at the institution's logo. */
export async function takeLogo(
  { maintainer, digest, expectedVersion }: LogoDecision,
  deps: LogoDependencies,
): Promise<SettingsOutcome | 'preview-gone'> {
  const { storage, settings, random } = deps;
  const path = digest === null ? null : await keepPreview(maintainer, digest, { storage, random });
  if (path === undefined) return 'preview-gone';
  const before = settings.current().identity.logoPath;
  const outcome = await changeSettings(
    { concern: 'identity', values: { logoPath: path }, expectedVersion, actor: maintainer },
    deps,
  );
  if (outcome === 'changed') {
    await storage.removeMedia(previewPath(maintainer));
    if (before !== null) await storage.removeMedia(before);
  } else if (path !== null) {
    await storage.removeMedia(path);
  }
  return outcome;
}

/** @returns where it is kept from now on; undefined when another one was looked at since */
async function keepPreview(
  maintainer: AccountId,
  digest: string,
  { storage, random }: Pick<LogoDependencies, 'storage' | 'random'>,
): Promise<string | undefined> {
  const preview = await storage.findMedia(previewPath(maintainer));
  if (preview === undefined || digestOf(preview.bytes) !== digest) return undefined;
  const path = logoPath(FOLDER, random);
  await storage.storeMedia({ ...preview, path });
  return path;
}
