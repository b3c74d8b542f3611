/**
 * A maker of formats for `Intl` that makes each once: making one takes longer than all the writing it does on a page.
 * @param make keys are few: languages and time zones
 */
export function madeOnce<Key extends string, Format>(
  make: (key: Key) => Format,
): (key: Key) => Format {
  const made = new Map<Key, Format>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const format = make(key);
    made.set(key, format);
    return format;
  };
}
