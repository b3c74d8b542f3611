/** What parsing one field (or one form) comes to: a value to go on with, or what is wrong with it. */
export type Parsed<Value, Problem> =
  | { readonly type: 'valid'; readonly value: Value }
  | { readonly type: 'invalid'; readonly problem: Problem };

/** Wraps a value that stood every check. */
export function valid<Value>(value: Value): { readonly type: 'valid'; readonly value: Value } {
  return { type: 'valid', value };
}

/** Wraps what is wrong. */
export function invalid<Problem>(problem: Problem): {
  readonly type: 'invalid';
  readonly problem: Problem;
} {
  return { type: 'invalid', problem };
}

/** The problem of a field, if it has one. */
export function problemOf<Problem>(parsed: Parsed<unknown, Problem>): Problem | undefined {
  return parsed.type === 'invalid' ? parsed.problem : undefined;
}
