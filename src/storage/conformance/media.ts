import { describe, expect, it } from 'vitest';
import type { MediaFile } from '../../domain/media.ts';
import type { Given } from './storage-under-test.ts';

const file: MediaFile = {
  path: 'kernel/display_pictures/1.png',
  contentType: 'image/png',
  bytes: Uint8Array.from({ length: 300_000 }, (_, index) => index % 251),
};

export function mediaConformance(given: Given): void {
  describe('a picture', () => {
    it('is stored byte for byte, replaced and removed', async () => {
      const { storage } = given();
      await storage.storeMedia(file);
      expect(await storage.findMedia(file.path)).toEqual(file);

      const replacement: MediaFile = {
        path: file.path,
        contentType: 'image/webp',
        bytes: new Uint8Array([0, 1, 255]),
      };
      await storage.storeMedia(replacement);
      expect(await storage.findMedia(file.path)).toEqual(replacement);

      await storage.removeMedia(file.path);
      expect(await storage.findMedia(file.path)).toBeUndefined();
      await storage.removeMedia(file.path);
    });
  });
}
