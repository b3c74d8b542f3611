import { type CustomTypesConfig, types } from 'pg';

const INT8: number = types.builtins.INT8;
const BYTEA: number = types.builtins.BYTEA;

/**
 * Columns as the stores expect them from every engine: `bigint` is a number, `bytea` a plain Uint8Array.
 * Of these connections only; the driver's own defaults stay.
 */
export const COLUMN_TYPES: CustomTypesConfig = {
  getTypeParser(oid: number): (text: string) => unknown {
    if (oid === INT8) return safeInteger;
    if (oid === BYTEA) return bytes;
    return types.getTypeParser(oid) as (text: string) => unknown;
  },
};

function safeInteger(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(`${text} is too large.`);
}

/** @param text `\x` and hexadecimal digits */
function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}

/**
 * A value as PostgreSQL can keep it: its text has no U+0000, so like every other character that is none it
 * becomes U+FFFD. JSON is not touched, because it writes the character in another way.
 */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD');
  return Array.isArray(value) ? value.map(storable) : value;
}
