import type { Random } from '../domain/random.ts';

const LARGEST_UPLOAD_BYTES = 2 * 1024 * 1024;
/** A picture of two megabytes can unpack to gigabytes. */
const MOST_PIXELS = 40_000_000;
/** In pixels. A logo is never shown larger than half of it. */
const LONGEST_EDGE = 512;
const DECODING_SECONDS = 10;

export type LogoProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'too-large'; readonly largestBytes: number }
  /** Not a PNG, JPEG, WebP, GIF or AVIF picture, or one that cannot be read. */
  | { readonly code: 'not-a-picture' }
  | { readonly code: 'not-square'; readonly width: number; readonly height: number }
  | { readonly code: 'too-many-pixels'; readonly width: number; readonly height: number };

export type DrawnLogo =
  | { readonly type: 'valid'; readonly value: Uint8Array }
  | { readonly type: 'invalid'; readonly problem: LogoProblem };

function invalid(problem: LogoProblem): DrawnLogo {
  return { type: 'invalid', problem };
}

/**
 * An uploaded logo, decoded and drawn anew as PNG of at most 512 × 512 pixels: what is kept holds the pixels
 * and nothing else of what was uploaded (no metadata, no trailing bytes, no active content).
 */
export async function drawLogo(upload: Uint8Array): Promise<DrawnLogo> {
  if (upload.length === 0) return invalid({ code: 'missing' });
  if (upload.length > LARGEST_UPLOAD_BYTES) {
    return invalid({ code: 'too-large', largestBytes: LARGEST_UPLOAD_BYTES });
  }
  if (!isPicture(upload)) return invalid({ code: 'not-a-picture' });
  // Loaded by the first picture: most days there is none, and the library takes 24 MB.
  const { default: sharp } = await import('sharp');
  try {
    // Reads the header only, so whatever size it claims costs nothing.
    const { autoOrient } = await sharp(upload, { limitInputPixels: false }).metadata();
    if (!isSquare(autoOrient)) return invalid({ code: 'not-square', ...autoOrient });
    if (autoOrient.width * autoOrient.height > MOST_PIXELS) {
      return invalid({ code: 'too-many-pixels', ...autoOrient });
    }
    const bytes = await sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .autoOrient()
      .resize(LONGEST_EDGE, LONGEST_EDGE, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .png({ compressionLevel: 9 })
      .timeout({ seconds: DECODING_SECONDS })
      .toBuffer();
    return { type: 'valid', value: new Uint8Array(bytes) };
  } catch {
    // Whatever the decoder dislikes about it, the developer needs another picture.
    return invalid({ code: 'not-a-picture' });
  }
}

/** Aspect ratio 0.95 to 1.05, both inclusive (wire contract §6). */
function isSquare({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return 100 * width >= 95 * height && 100 * width <= 105 * height;
}

/**
 * Looks at the first bytes, so that only five decoders are ever reached. Others the library has read documents
 * (SVG, PDF), which may refer to files and addresses.
 */
function isPicture(upload: Uint8Array): boolean {
  const start = Buffer.from(upload.subarray(0, 16)).toString('latin1');
  return (
    start.startsWith('\u0089PNG\r\n\u001A\n') ||
    start.startsWith('\u00FF\u00D8\u00FF') ||
    /^GIF8[79]a/u.test(start) ||
    /^RIFF....WEBP/su.test(start) ||
    /^....ftypavi[fs]/su.test(start)
  );
}

/**
 * Where a drawn logo is kept. The name is new each time, so caches never show the old one.
 * @param folder below `/media/`
 */
export function logoPath(folder: string, random: Random): string {
  return `${folder}/${uuid(random)}.png`;
}

/** A random UUID (RFC 9562 §5.4, version 4). */
function uuid(random: Random): string {
  const hexadecimal = Buffer.from(random(16)).toString('hex');
  const variant = ['8', '9', 'a', 'b'][Number.parseInt(hexadecimal.charAt(16), 16) % 4] ?? '8';
  return [
    hexadecimal.slice(0, 8),
    hexadecimal.slice(8, 12),
    `4${hexadecimal.slice(13, 16)}`,
    `${variant}${hexadecimal.slice(17, 20)}`,
    hexadecimal.slice(20),
  ].join('-');
}
