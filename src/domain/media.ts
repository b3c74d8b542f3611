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

/** Where a picture is served: relative, because clients put our address in front (wire contract §1.2). */
export function mediaUrl(path: string): string {
  return `/media/${path.replace(/^\/?media\//u, '')}`;
}
