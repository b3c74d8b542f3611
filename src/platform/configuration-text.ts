import type { ConfigProblem } from '../config.ts';

/** Every problem of the configuration, for the person in front of the terminal. */
export function configurationText(problems: readonly ConfigProblem[]): string {
  const count = problems.length === 1 ? 'One setting needs' : `${problems.length} settings need`;
  return [
    `${count} your attention, nothing was started:`,
    ...problems.map(({ message }) => `  - ${message}`),
    'Every setting is explained in docs/configuration.md.',
  ].join('\n\n');
}
