/** Request parameters as they came: every value of every name, in order. */
export type Parameters = ReadonlyMap<string, readonly string[]>;

/** Collects decoded name–value pairs, of a query string or a form. */
export function parametersFrom(entries: Iterable<readonly [string, string]>): Parameters {
  const parameters = new Map<string, string[]>();
  for (const [name, value] of entries) {
    const values = parameters.get(name);
    if (values === undefined) parameters.set(name, [value]);
    else values.push(value);
  }
  return parameters;
}

/**
 * The parameter's value; undefined when it is absent or has none.
 * RFC 6749 §3.1: "Parameters sent without a value MUST be treated as if they were omitted".
 */
export function valueOf(parameters: Parameters, name: string): string | undefined {
  const value = parameters.get(name)?.[0];
  return value === '' ? undefined : value;
}

/** RFC 6749 §3.1: parameters "MUST NOT be included more than once". */
export function isRepeated(parameters: Parameters, name: string): boolean {
  return (parameters.get(name)?.length ?? 0) > 1;
}
