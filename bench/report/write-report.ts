import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Results } from '../run/results.ts';
import { chartsOf } from './charts-of.ts';
import { performancePage } from './page.ts';

/**
 * Writes performance.md and its charts; charts of an earlier run go.
 * @returns the page's path
 */
export async function writeReport(results: Results, directory: string): Promise<string> {
  const pictures = path.join(directory, 'performance');
  mkdirSync(pictures, { recursive: true });
  for (const name of readdirSync(pictures)) {
    if (name.endsWith('.svg')) rmSync(path.join(pictures, name));
  }
  const charts = chartsOf(results);
  for (const { file, content } of charts) {
    writeFileSync(path.join(pictures, `${file}.svg`), content);
  }
  const page = path.join(directory, 'performance.md');
  writeFileSync(page, await formatted(performancePage(results, charts), page));
  return page;
}

/** As `npm run check` wants it. */
export async function formatted(text: string, file: string): Promise<string> {
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}
