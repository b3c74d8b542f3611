/**
 * A flat JSON object with a space after each colon and comma, as Python writes it: existing clients have
 * always been answered so at the token endpoint (wire contract §2.1).
 */
export function spacedJson(members: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(members).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `{${pairs.join(', ')}}`;
}
