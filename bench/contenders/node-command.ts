import path from 'node:path';
import type { Command } from '../machine/server-process.ts';

export const benchRoot = path.resolve(import.meta.dirname, '..');

/** A program for the Node.js this benchmark runs on. */
export function nodeCommand(
  file: string,
  environment: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): Command {
  return {
    program: process.execPath,
    arguments: [...options, file],
    environment: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...environment },
    directory: benchRoot,
  };
}
