/** Of a message to a team, in characters. */
export const LONGEST_MESSAGE = 4000;

/** A message as it is kept: `\n` for line breaks, trimmed, no control characters. */
export function visibleMessage(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}
