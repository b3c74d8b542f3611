import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';

import { importPeople } from '../account/import-people/import-people.ts';
import type { ImportFormat, ImportReport } from '../domain/people-import.ts';
import type { Storage } from '../domain/storage.ts';
import { importFaults } from '../pages/messages/en/import-faults.ts';
import { importFaultText } from '../pages/people/import-fault-text.ts';
import { databaseExists, databaseName } from '../platform/open-data.ts';
import { importProgress } from './import-progress.ts';
import { catalogueOf, clock, readConfig, RefusalError, withStorage } from './machine.ts';

const FORMATS: Readonly<Record<string, ImportFormat>> = {
  csv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/**
 * `omniport people import FILE`
 * @param path the file; `-` for standard input
 * @returns the exit code: 1 when anybody was left out
 */
export async function importPeopleCommand(
  path: string,
  options: { readonly dryRun?: true; readonly format?: string },
): Promise<number> {
  const format = formatOf(path, options.format);
  const size = path === '-' ? undefined : await sizeOf(path);
  const source = path === '-' ? process.stdin : createReadStream(path);
  const dryRun = options.dryRun === true;
  const config = readConfig();
  if (!(await databaseExists(config))) {
    console.error(
      `Note: there was no database at ${databaseName(config)} yet, so it is a new one.`,
    );
  }
  const report = await withStorage(config, { create: true }, async (storage) => {
    if (await storage.holdsDemoData()) {
      console.error('Note: this database holds the demo campus, so it is not fit for production.');
    }
    const catalogue = await catalogueOf(config, storage);
    const progress = importProgress(size);
    try {
      const imported = await importPeople(
        source,
        { format, dryRun, onProgress: progress.show },
        { storage, catalogue, institution: config.institution, now: clock() },
      );
      if (!dryRun) await recordImport(imported, { path, format, storage });
      return imported;
    } finally {
      progress.end();
    }
  });
  const name = path === '-' ? 'standard input' : path;
  printProblems(name, report);
  return printSummary(report, { name, dryRun });
}

async function recordImport(
  report: ImportReport,
  file: { readonly path: string; readonly format: ImportFormat; readonly storage: Storage },
): Promise<void> {
  if (report.type !== 'imported') return;
  const { created, updated, unchanged, leftOut } = report;
  await file.storage.appendAuditEvent({
    at: clock(),
    actor: null,
    action: 'people.imported',
    subject: { type: 'people', id: 'import', label: basename(file.path) },
    details: { format: file.format, created, updated, unchanged, leftOut },
  });
}

function formatOf(path: string, chosen: string | undefined): ImportFormat {
  const name = chosen ?? extname(path).slice(1).toLowerCase();
  const format = FORMATS[name];
  if (format !== undefined) return format;
  throw new RefusalError(
    chosen === undefined
      ? `Is ${path} CSV or JSON lines? Say so with --format csv or --format jsonl.`
      : `There is no format ${chosen}: it is csv or jsonl.`,
  );
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() === true) return found.size;
  throw new RefusalError(`There is no file ${path}.`);
}

function printProblems(name: string, report: ImportReport): void {
  for (const { line, column, fault } of report.problems) {
    const message = importFaultText(importFaults, fault);
    console.error(`${name}:${line}: ${column === null ? '' : `${column}: `}${message}`);
  }
  if (report.type !== 'imported') return;
  const unnamed = report.problemCount - report.problems.length;
  if (unnamed > 0) console.error(`… and ${count(unnamed)} more problems.`);
}

function printSummary(
  report: ImportReport,
  { name, dryRun }: { readonly name: string; readonly dryRun: boolean },
): number {
  if (report.type === 'unusable-file') {
    console.error(`Nothing was imported from ${name}: mend the lines named above first.`);
    return 1;
  }
  const { created, updated, unchanged, leftOut } = report;
  console.log(dryRun ? `Nothing was stored. An import of ${name} would be:` : `Imported ${name}:`);
  for (const [what, number] of Object.entries({
    created,
    updated,
    unchanged,
    'left out': leftOut,
  })) {
    console.log(`  ${what.padEnd(9)} ${count(number).padStart(10)}`);
  }
  return leftOut === 0 ? 0 : 1;
}

function count(number: number): string {
  return new Intl.NumberFormat('en').format(number);
}
