// Dashes of every kind, spaces, brackets, dots and slashes are how people group digits.
const GROUPING = /[\s()./\p{Pd}]/gu;
/** How many digits a national number has where a bare one is decidable: India, North America and others. */
const NATIONAL_DIGITS = 10;

/**
 * The one way to write a phone number, so that `91-9999999999`, `+91 99999 99999` and `9999999999` are the same.
 * @param text already NFKC-normalised
 * @param countryCode of the institution, digits only: what a bare national number is completed with
 * @returns `+` and digits (E.164) where that is certain; the bare digits where the country is not;
 *   undefined when the text is no phone number
 */
export function phoneNumber(text: string, countryCode: string): string | undefined {
  // `+91 (0) 99999 99999`: the zero is dialled inside the country only.
  const compact = text.replace(/^(\+.*)\(0\)/u, '$1').replaceAll(GROUPING, '');
  const [matched, international, digits = ''] = /^(\+|00)?(\d{6,15})$/u.exec(compact) ?? [];
  if (matched === undefined) return undefined;
  if (international !== undefined) return digits.length >= 8 ? `+${digits}` : undefined;
  const national = digits.length === NATIONAL_DIGITS + 1 ? digits.replace(/^0/u, '') : digits;
  if (national.length === NATIONAL_DIGITS) return `+${countryCode}${national}`;
  if (digits.startsWith(countryCode) && digits.length === countryCode.length + NATIONAL_DIGITS) {
    return `+${digits}`;
  }
  return digits;
}
