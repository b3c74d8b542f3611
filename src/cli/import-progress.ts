import { Presets, SingleBar } from 'cli-progress';

import type { ImportProgress } from '../domain/people-import.ts';

interface ShownProgress {
  readonly show: (progress: ImportProgress) => void;
  readonly end: () => void;
}

const PEOPLE_PER_LINE = 10_000;

/**
 * Shows how far an import is, on standard error: a bar in a terminal, else now and then a line.
 * @param size of the file in bytes; undefined when nobody knows
 */
export function importProgress(size: number | undefined): ShownProgress {
  return process.stderr.isTTY && size !== undefined ? progressBar(size) : progressLines();
}

function progressBar(size: number): ShownProgress {
  const bar = new SingleBar(
    {
      stream: process.stderr,
      format: '{bar} {percentage} % | {people} people | {eta_formatted} left',
      clearOnComplete: true,
      hideCursor: false,
    },
    Presets.shades_classic,
  );
  bar.start(size, 0, { people: 0 });
  return {
    show: ({ bytes, people }) => bar.update(bytes, { people }),
    end: () => bar.stop(),
  };
}

function progressLines(): ShownProgress {
  let shown = 0;
  return {
    show({ people }) {
      if (people - shown < PEOPLE_PER_LINE) return;
      shown = people;
      console.error(`${people} people read …`);
    },
    end: () => undefined,
  };
}
