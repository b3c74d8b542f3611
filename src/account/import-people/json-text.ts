/** The value of a JSON text; undefined when it is none. The reason is not told: it would quote the text. */
export function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
