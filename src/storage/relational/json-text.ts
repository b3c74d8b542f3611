/** How many different texts are remembered; a profile of 1–2 KiB makes this a few MiB. */
const CAPACITY = 2000;
const remembered = new Map<string, unknown>();

/**
 * Parses JSON that this storage wrote itself. The result is frozen, because the same text
 * (a client's claims, the profile of a person who is active now) is parsed once and then shared.
 */
export function parseJsonText<Value>(text: string): Value {
  const known = remembered.get(text);
  if (known !== undefined) return known as Value;
  const value: unknown = deepFreeze(JSON.parse(text));
  if (remembered.size >= CAPACITY) forgetOldest();
  remembered.set(text, value);
  return value as Value;
}

function forgetOldest(): void {
  for (const oldest of remembered.keys()) {
    remembered.delete(oldest);
    return;
  }
}

function deepFreeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) deepFreeze(member);
    Object.freeze(value);
  }
  return value;
}
