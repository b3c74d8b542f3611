import type { TeamAction } from '../domain/client.ts';
import type { Random } from '../domain/random.ts';
import type { Storage } from '../domain/storage.ts';
import { drawLogo, logoPath, type LogoProblem } from '../picture/draw-logo.ts';

export interface LogoDependencies {
  readonly storage: Pick<
    Storage,
    'findClientOfTeamMember' | 'setLogo' | 'storeMedia' | 'removeMedia'
  >;
  readonly random: Random;
}

export type LogoOutcome =
  | { readonly type: 'changed' }
  | { readonly type: 'not-found' }
  | { readonly type: 'invalid'; readonly problem: LogoProblem };

/** Draws the uploaded picture anew and makes it the logo. The name is new each time, so caches never show the old one. */
export async function changeLogo(
  action: TeamAction,
  upload: Uint8Array,
  { storage, random }: LogoDependencies,
): Promise<LogoOutcome> {
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return { type: 'not-found' };
  const drawn = await drawLogo(upload);
  if (drawn.type === 'invalid') return drawn;
  const path = logoPath('open_auth/application_logos', random);
  await storage.storeMedia({ path, contentType: 'image/png', bytes: drawn.value });
  const type = await storage.setLogo(action, path);
  const unused = type === 'changed' ? dossier.client.logoPath : path;
  if (unused !== null) await storage.removeMedia(unused);
  return { type };
}

/** Takes the logo away; the app is shown with its initial again. */
export async function removeLogo(
  action: TeamAction,
  { storage }: Pick<LogoDependencies, 'storage'>,
): Promise<'changed' | 'not-found'> {
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return 'not-found';
  const outcome = await storage.setLogo(action, null);
  if (outcome === 'changed' && dossier.client.logoPath !== null) {
    await storage.removeMedia(dossier.client.logoPath);
  }
  return outcome;
}
