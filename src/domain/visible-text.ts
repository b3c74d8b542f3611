/**
 * Characters without a look of their own: controls, bidirectional overrides, invisible formatting, private use,
 * unassigned, and the blank Braille pattern. They make two texts look alike, or one text look like another.
 */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Joiners that spell words (Devanagari, Malayalam, Persian, …) or join emoji are no trick where they stand
 * between what they join; between Latin, Greek or Cyrillic letters they do nothing but hide.
 */
const SPELLING_JOINER =
  /(?<=[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]])[\u200C\u200D]|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}])(?:\u200D|\uFE0F)|(?<=\uFE0F)\u200D/gv;

/** The first character of one line of text that a reader could not see; undefined when there is none. */
export function invisibleCharacter(line: string): string | undefined {
  return INVISIBLE.exec(line.replaceAll(SPELLING_JOINER, ''))?.[0];
}

/** `U+202E`, as Unicode's tables name a character. */
export function codePointName(character: string): string {
  const hexadecimal = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${hexadecimal.padStart(4, '0')}`;
}

/**
 * A longer text as it is kept: NFC, `\n` for line breaks, trimmed, and without invisible characters.
 * They are dropped rather than complained about: a developer who pasted them cannot find them.
 */
export function visibleParagraphs(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll(/[^\P{C}\n\t\u200C\u200D]/gu, '')
    .trim();
}
