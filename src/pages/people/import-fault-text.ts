import type { ImportFault, ImportFaults, ImportFaultWords } from '../../domain/import-problem.ts';

/** What is wrong, in the words of a language. */
export function importFaultText<Code extends keyof ImportFaults>(
  words: ImportFaultWords,
  fault: ImportFault<Code>,
): string {
  return words[fault.code](...fault.given);
}
