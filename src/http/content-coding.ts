import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What we can compress with; the better one first. */
const CODINGS = ['br', 'gzip'] as const;
export type ContentCoding = (typeof CODINGS)[number];

/**
 * What to compress an answer with (RFC 9110 §12.5.3).
 * @param acceptEncoding the request's header
 * @returns undefined: to be sent as it is
 */
export function acceptedCoding(acceptEncoding: string | undefined): ContentCoding | undefined {
  const weights = new Map(acceptEncoding?.split(',').map(weightedCoding));
  const weightOf = (coding: ContentCoding): number => weights.get(coding) ?? weights.get('*') ?? 0;
  const best = Math.max(...CODINGS.map(weightOf));
  return best > 0 ? CODINGS.find((coding) => weightOf(coding) === best) : undefined;
}

function weightedCoding(text: string): readonly [coding: string, weight: number] {
  const [coding = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice('q='.length));
  return [coding, Number.isNaN(weight) ? 0 : weight];
}

const COMPRESS = {
  br: async (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: 4,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
  gzip: async (bytes: Buffer) => promisify(gzip)(bytes),
} as const;

/** Compresses what is made for one request: with little work, beside the one thread that answers. */
export async function compressText(
  text: string,
  coding: ContentCoding,
): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await COMPRESS[coding](Buffer.from(text)));
}
