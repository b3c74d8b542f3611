/**
 * The only door to entropy: returns `byteCount` cryptographically random bytes.
 * Built once, in the composition root; tests pass a predictable one.
 */
export type Random = (byteCount: number) => Uint8Array;

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
// The largest multiple of 62 that fits a byte: bytes above it would favour the first letters.
const UNBIASED_LIMIT = 248;

/**
 * A random string of `[A-Za-z0-9]`, each character equally likely (5.95 bits each).
 * @param length number of characters
 */
export function randomAlphanumeric(random: Random, length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of random(length - text.length + 8)) {
      if (byte < UNBIASED_LIMIT && text.length < length) {
        text += ALPHANUMERIC.charAt(byte % ALPHANUMERIC.length);
      }
    }
  }
  return text;
}
