import type { ClaimCatalogue } from '../domain/claim.ts';
import type { Instant } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';
import { drawAvatar } from '../picture/avatar.ts';
import { syntheticPeople } from './synthetic-people.ts';

/**
 * Puts the synthetic people and their pictures into storage. Done at every start, whichever processes start at once;
 * what is there already is left alone.
 */
export async function ensureSyntheticPeople({
  storage,
  catalogue,
  now,
}: {
  readonly storage: Pick<Storage, 'storeSyntheticPeople' | 'findMedia' | 'storeMedia'>;
  readonly catalogue: ClaimCatalogue;
  readonly now: Instant;
}): Promise<void> {
  const people = syntheticPeople(catalogue);
  for (const { username, avatar, profile } of people) {
    const path = profile.records['person']?.['display_picture'];
    if (avatar === null || typeof path !== 'string') continue;
    if ((await storage.findMedia(path)) !== undefined) continue;
    // Their numbers are much alike; the pictures should not be.
    const bytes = await drawAvatar(String(Number(username) * 7_654_321), avatar);
    await storage.storeMedia({ path, contentType: 'image/png', bytes });
  }
  await storage.storeSyntheticPeople(
    people.map(({ username, profile }) => ({ username, profile })),
    now,
  );
}
