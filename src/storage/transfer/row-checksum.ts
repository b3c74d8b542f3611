import { createHash } from 'node:crypto';

import type { Row, Value } from './transfer-connection.ts';

/** Two rows have the same checksum when they are the same: types, lengths and nulls count. */
export function rowChecksum(row: Row): string {
  const hash = createHash('sha256');
  for (const value of row) {
    const [kind, bytes] = encoded(value);
    hash.update(`${kind}${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
}

function encoded(value: Value): readonly [kind: string, Uint8Array] {
  if (value === null) return ['n', Buffer.alloc(0)];
  if (typeof value === 'number') return ['i', Buffer.from(String(value))];
  return typeof value === 'string' ? ['t', Buffer.from(value)] : ['b', value];
}
