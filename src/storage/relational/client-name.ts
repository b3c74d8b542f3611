/**
 * The form in which names of clients are compared: two names with the same form look alike to a person.
 * Case, compatibility forms (full-width letters, ligatures), invisible characters and runs of blanks do not count.
 */
export function clientNameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
