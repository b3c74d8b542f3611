import { describe, expect, it } from 'vitest';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import { instant } from '../domain/clock.ts';
import { importFault, type ImportFault } from '../domain/import-problem.ts';
import {
  importProblemsCsv,
  type ImportResult,
  type ImportsDependencies,
  peopleImports,
  type Upload,
} from './people-imports.ts';

const RESULT: ImportResult = {
  type: 'imported',
  created: 2,
  updated: 1,
  unchanged: 0,
  leftOut: 1,
  problems: [{ line: 3, column: 'roles', fault: importFault('no-list-of-roles') }],
  problemCount: 1,
};
const UPLOAD: Upload = {
  fileName: 'people.csv',
  format: 'csv',
  bytes: new Uint8Array(40_000),
  startedBy: { id: 7, name: 'Kabir' },
};

function world(over: Partial<ImportsDependencies> = {}, result: ImportResult = RESULT) {
  const runs: { readonly dryRun: boolean; readonly bytes: number }[] = [];
  const events: NewAuditEvent[] = [];
  const errors: string[] = [];
  const imports = peopleImports({
    async runImport(source, { dryRun, onProgress }) {
      let bytes = 0;
      for await (const piece of source) {
        bytes += piece.byteLength;
        onProgress({ bytes, people: 1 });
      }
      runs.push({ dryRun, bytes });
      return result;
    },
    storage: { appendAuditEvent: async (event) => void events.push(event) as never },
    clock: () => instant(50),
    log: { error: (_fields, message) => void errors.push(message) },
    isStopping: () => false,
    ...over,
  });
  return { imports, runs, events, errors };
}

describe('an import of people', () => {
  it('is tried first, and stores and records nothing', async () => {
    const { imports, runs, events } = world();
    expect(imports.present()).toBeUndefined();
    expect(imports.check(UPLOAD)).toBe('started');
    expect(imports.present()).toMatchObject({ phase: 'checking', size: 40_000, number: 1 });
    await imports.idle();
    expect(imports.present()).toMatchObject({
      phase: 'checked',
      progress: { bytes: 40_000 },
      result: RESULT,
    });
    expect(runs).toEqual([{ dryRun: true, bytes: 40_000 }]);
    expect(events).toEqual([]);
  });

  it('is done for good once it is confirmed, and recorded without anything personal', async () => {
    const { imports, runs, events } = world();
    imports.check(UPLOAD);
    await imports.idle();
    expect(imports.confirm(1, 9)).toBe('started');
    expect(imports.present()?.phase).toBe('importing');
    await imports.idle();
    expect(imports.present()).toMatchObject({ phase: 'imported', result: RESULT });
    expect(runs.map(({ dryRun }) => dryRun)).toEqual([true, false]);
    expect(events).toEqual([
      {
        at: 50,
        actor: 9,
        action: 'people.imported',
        subject: { type: 'people', id: 'import', label: 'people.csv' },
        details: { format: 'csv', created: 2, updated: 1, unchanged: 0, leftOut: 1 },
      },
    ]);
  });

  it('is one at a time', async () => {
    const { imports } = world();
    imports.check(UPLOAD);
    expect(imports.check(UPLOAD)).toBe('busy');
    imports.dismiss(1);
    expect(imports.present()?.phase).toBe('checking');
    await imports.idle();
    expect(imports.check({ ...UPLOAD, fileName: 'other.csv' })).toBe('started');
    expect(imports.present()).toMatchObject({ number: 2, fileName: 'other.csv' });
    await imports.idle();
  });

  it('is confirmed as it was shown, and once', async () => {
    const { imports } = world();
    imports.check(UPLOAD);
    expect(imports.confirm(1, 7)).toBe('not-waiting');
    await imports.idle();
    expect(imports.confirm(2, 7)).toBe('not-waiting');
    expect(imports.confirm(1, 7)).toBe('started');
    expect(imports.confirm(1, 7)).toBe('not-waiting');
    await imports.idle();
    expect(imports.confirm(1, 7)).toBe('not-waiting');
  });

  it('is forgotten when it is dismissed', async () => {
    const { imports } = world();
    imports.check(UPLOAD);
    await imports.idle();
    imports.dismiss(2);
    expect(imports.present()).toBeDefined();
    imports.dismiss(1);
    expect(imports.present()).toBeUndefined();
    expect(imports.confirm(1, 7)).toBe('not-waiting');
  });

  it.each<ImportResult>([
    { ...RESULT, created: 0, updated: 0 },
    { type: 'unusable-file', problems: [] },
  ])('that would change nothing waits for nobody: %o', async (result) => {
    const { imports } = world({}, result);
    imports.check(UPLOAD);
    await imports.idle();
    expect(imports.confirm(1, 7)).toBe('not-waiting');
  });

  it('fails when the database cannot serve, and can be tried again', async () => {
    const { imports, errors } = world({
      runImport: async () => {
        throw new Error('no database');
      },
    });
    imports.check(UPLOAD);
    await imports.idle();
    expect(imports.present()?.phase).toBe('failed');
    expect(errors).toEqual(['an import of people failed']);
    expect(imports.check(UPLOAD)).toBe('started');
    await imports.idle();
  });

  it('ends early when the process is asked to stop', async () => {
    const { imports } = world({ isStopping: () => true });
    imports.check(UPLOAD);
    await imports.idle();
    expect(imports.present()?.phase).toBe('failed');
  });
});

describe('the report of an import', () => {
  it('names every line, and runs nothing in a spreadsheet', () => {
    const problems = [
      { line: 3, column: 'roles', fault: importFault('no-list-of-roles') },
      { line: 4, column: null, fault: importFault('no-date', '=1+1') },
    ];
    const say = ({ code, given }: ImportFault): string => given[0]?.toString() ?? code;
    expect(importProblemsCsv({ ...RESULT, problems }, say)).toBe(
      "line,column,problem\r\n3,roles,no-list-of-roles\r\n4,,'=1+1\r\n",
    );
  });
});
