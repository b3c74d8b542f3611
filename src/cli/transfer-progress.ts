import { Presets, SingleBar } from 'cli-progress';

interface Progress {
  /** What is being done now, in a word or two. */
  readonly what: string;
  readonly done: number;
  readonly all: number;
}

interface ShownProgress {
  readonly show: (progress: Progress) => void;
  readonly end: () => void;
}

const PERCENT_PER_LINE = 10;

/** Shows how far a copy is, on standard error: a bar in a terminal, else a line for every tenth. */
export function transferProgress(): ShownProgress {
  return process.stderr.isTTY ? progressBar() : progressLines();
}

function progressBar(): ShownProgress {
  const bar = new SingleBar(
    {
      stream: process.stderr,
      format: '{bar} {percentage} % | {what} | {eta_formatted} left',
      clearOnComplete: true,
      hideCursor: false,
    },
    Presets.shades_classic,
  );
  bar.start(1, 0, { what: '' });
  return {
    show({ what, done, all }) {
      bar.setTotal(all);
      bar.update(done, { what });
    },
    end: () => bar.stop(),
  };
}

function progressLines(): ShownProgress {
  let shown = 0;
  return {
    show({ what, done, all }) {
      const percent = Math.floor((done / Math.max(all, 1)) * 100);
      if (percent - shown < PERCENT_PER_LINE) return;
      shown = percent;
      console.error(`${percent} % (${what}) …`);
    },
    end: () => undefined,
  };
}
