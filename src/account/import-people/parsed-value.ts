import { type ImportFault, type ImportFaults, importFault } from '../../domain/import-problem.ts';

/** What a cell turned out to hold. */
export type ParsedValue<Value> =
  | { readonly type: 'value'; readonly value: Value }
  | { readonly type: 'wrong'; readonly fault: ImportFault };

export function value<Value>(of: Value): ParsedValue<Value> {
  return { type: 'value', value: of };
}

export function wrong<Code extends keyof ImportFaults>(
  code: Code,
  ...given: ImportFaults[Code]
): ParsedValue<never> {
  return { type: 'wrong', fault: importFault(code, ...given) };
}
