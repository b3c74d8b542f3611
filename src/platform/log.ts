import { destination, pino, stdTimeFunctions, type Logger } from 'pino';

import type { Config } from '../config.ts';
import { readableLine } from './readable-line.ts';

/** The log, and a way to be sure that it is written. */
export interface OpenedLog {
  readonly log: Logger;
  readonly flush: () => void;
}

/**
 * Opens the log on standard error: standard output is for people, so a pipe gets nothing but lines of JSON.
 * @param options.readable write lines for a person in front of a terminal instead
 */
export function openLog(
  level: Config['logLevel'],
  { readable }: { readonly readable: boolean },
): OpenedLog {
  const options = {
    level,
    // Neither host name nor process id: whoever collects the lines knows where from.
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  if (readable) {
    return { log: pino(options, { write: writeReadable }), flush: () => undefined };
  }
  const standardError = destination({ dest: 2, sync: false });
  return { log: pino(options, standardError), flush: () => standardError.flushSync() };
}

function writeReadable(line: string): void {
  process.stderr.write(readableLine(line));
}
