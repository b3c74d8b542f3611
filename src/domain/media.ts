/** A picture we re-encoded ourselves and serve publicly below `/media/`. */
export interface MediaFile {
  /** Relative to `/media/`: `kernel/display_pictures/<uuid>.png`. */
  readonly path: string;
  readonly contentType: 'image/png' | 'image/webp';
  readonly bytes: Uint8Array;
}

export interface MediaStore {
  storeMedia(file: MediaFile): Promise<void>;
  findMedia(path: string): Promise<MediaFile | undefined>;
  removeMedia(path: string): Promise<void>;
}
