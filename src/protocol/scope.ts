import { SCOPE_VALUES, type ScopeValue } from '../domain/scope.ts';

/**
 * The scope every authorization is granted, whatever was asked for: claims, not scope, decide what may be read
 * (wire contract §4.1).
 */
export const GRANTED_SCOPE: readonly ScopeValue[] = SCOPE_VALUES;

/** RFC 6749 §3.3: values separated by spaces. */
export function formatScope(scope: readonly ScopeValue[]): string {
  return scope.join(' ');
}

/**
 * The scope of a refresh (RFC 6749 §6): as asked for, in that order, if it is within the granted one;
 * the granted one if none is asked for; undefined if it is wider.
 */
export function narrowScope(
  requested: string | undefined,
  granted: readonly ScopeValue[],
): readonly ScopeValue[] | undefined {
  const values = new Set((requested ?? '').split(' ').filter((value) => value !== ''));
  if (values.size === 0) return granted;
  const narrowed = [...values].map((value) => granted.find((known) => known === value));
  return narrowed.includes(undefined) ? undefined : narrowed.filter((value) => value !== undefined);
}
