/** What a cell turned out to hold. */
export type ParsedValue<Value> =
  | { readonly type: 'value'; readonly value: Value }
  | { readonly type: 'wrong'; readonly message: string };

export function value<Value>(of: Value): ParsedValue<Value> {
  return { type: 'value', value: of };
}

export function wrong(message: string): ParsedValue<never> {
  return { type: 'wrong', message };
}
