import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCampus, type TestCampus } from '../../test/support/test-campus.ts';
import type { AccountId } from '../domain/account.ts';
import { EVERY_AUDIT_EVENT } from '../domain/audit-event.ts';
import { importFault, type ImportFault } from '../domain/import-problem.ts';
import type { ImportReport } from '../domain/people-import.ts';
import {
  importProblemsCsv,
  type ImportsDependencies,
  peopleImports,
  type PeopleImports,
  type Upload,
} from './people-imports.ts';

const RESULT: ImportReport = {
  type: 'imported',
  created: 2,
  updated: 1,
  unchanged: 0,
  leftOut: 1,
  problems: [{ line: 3, column: 'roles', fault: importFault('no-list-of-roles') }],
  problemCount: 1,
};

let campus: TestCampus;
let maintainer: AccountId;
let upload: Upload;

beforeEach(async () => {
  campus = await openTestCampus();
  maintainer = (await campus.welcome({ username: 'kabir' })).id;
  upload = {
    fileName: 'people.csv',
    format: 'csv',
    bytes: new Uint8Array(40_000),
    startedBy: maintainer,
  };
});
afterEach(async () => campus.close());

/** A process on the database of the test. */
function inProcess(over: Partial<ImportsDependencies> = {}, result: ImportReport = RESULT) {
  const runs: { readonly dryRun: boolean; readonly bytes: number }[] = [];
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
    storage: campus.storage,
    clock: () => campus.deps.now,
    log: { error: (_fields, message) => void errors.push(message) },
    isStopping: () => false,
    ...over,
  });
  return { imports, runs, errors };
}

/** The number of what was checked, once its trial is over. */
async function checked(imports: PeopleImports, changes: Partial<Upload> = {}): Promise<number> {
  expect(await imports.check({ ...upload, ...changes })).toBe('started');
  await imports.idle();
  const run = await imports.present();
  return run!.number;
}

const recorded = async () =>
  campus.storage.listAuditEvents(EVERY_AUDIT_EVENT, { before: null, limit: 5 });

describe('an import of people', () => {
  it('is tried first, and stores and records nothing', async () => {
    const { imports, runs } = inProcess();
    expect(await imports.present()).toBeUndefined();
    await checked(imports);
    expect(await imports.present()).toMatchObject({
      phase: 'checked',
      size: 40_000,
      startedByName: 'Person kabir',
      progress: { bytes: 40_000 },
      result: RESULT,
    });
    expect(runs).toEqual([{ dryRun: true, bytes: 40_000 }]);
    expect(await recorded()).toEqual([]);
  });

  it('is done for good once it is confirmed, and recorded without anything personal', async () => {
    const { imports, runs } = inProcess();
    const number = await checked(imports);
    expect(await imports.confirm(number, maintainer)).toBe('started');
    await imports.idle();
    expect(await imports.present()).toMatchObject({ phase: 'imported', result: RESULT });
    expect(runs.map(({ dryRun }) => dryRun)).toEqual([true, false]);
    expect(await recorded()).toMatchObject([
      {
        actor: { id: maintainer },
        action: 'people.imported',
        subject: { type: 'people', id: 'import', label: 'people.csv' },
        details: { format: 'csv', created: 2, updated: 1, unchanged: 0, leftOut: 1 },
      },
    ]);
  });

  it('is confirmed as it was shown, and once', async () => {
    const { imports } = inProcess();
    const number = await checked(imports);
    expect(await imports.confirm(number + 1, maintainer)).toBe('not-waiting');
    expect(await imports.confirm(number, maintainer)).toBe('started');
    expect(await imports.confirm(number, maintainer)).toBe('not-waiting');
    await imports.idle();
    expect(await imports.confirm(number, maintainer)).toBe('not-waiting');
  });

  it('is forgotten when it is dismissed', async () => {
    const { imports } = inProcess();
    const number = await checked(imports);
    await imports.dismiss(number + 1);
    expect(await imports.present()).toBeDefined();
    await imports.dismiss(number);
    expect(await imports.present()).toBeUndefined();
    expect(await imports.confirm(number, maintainer)).toBe('not-waiting');
  });

  it.each<ImportReport>([
    { ...RESULT, created: 0, updated: 0 },
    { type: 'unusable-file', problems: [] },
  ])('that would change nothing waits for nobody: %o', async (result) => {
    const { imports } = inProcess({}, result);
    expect(await imports.confirm(await checked(imports), maintainer)).toBe('not-waiting');
    campus.advance(3600);
    expect(await imports.present()).toMatchObject({ phase: 'checked', result });
  });

  it('fails when the database cannot serve, and can be tried again', async () => {
    const { imports, errors } = inProcess({
      runImport: async () => {
        throw new Error('no database');
      },
    });
    await checked(imports);
    expect(await imports.present()).toMatchObject({ phase: 'failed', result: null });
    expect(errors).toEqual(['an import of people failed']);
    await checked(imports);
  });

  it('ends early when the process is asked to stop', async () => {
    const { imports } = inProcess({ isStopping: () => true });
    await checked(imports);
    expect(await imports.present()).toMatchObject({ phase: 'failed' });
  });

  it('that waits is given up when its process stops, since its file goes', async () => {
    const { imports } = inProcess();
    const number = await checked(imports);
    await imports.stop();
    expect(await imports.present()).toMatchObject({ phase: 'failed' });
    expect(await imports.confirm(number, maintainer)).toBe('not-waiting');
  });
});

describe('an import of people, seen from another process', () => {
  /** A process whose import goes on until it is let go. */
  function slow() {
    const { promise: gate, resolve } = Promise.withResolvers<null>();
    const letGo = (): void => resolve(null);
    const { imports } = inProcess({
      async runImport(source, { onProgress }) {
        onProgress({ bytes: 16_000, people: 700 });
        await gate;
        for await (const piece of source) expect(piece.byteLength).toBeGreaterThan(0);
        return RESULT;
      },
    });
    return { imports, letGo };
  }

  it('shows how far it is, and is one at a time', async () => {
    const [one, other] = [slow(), inProcess()];
    await one.imports.check(upload);
    await one.imports.beat();
    expect(await other.imports.present()).toMatchObject({
      phase: 'checking',
      progress: { bytes: 16_000, people: 700 },
    });
    expect(await other.imports.check(upload)).toBe('busy');
    one.letGo();
    await one.imports.idle();
    const number = await checked(other.imports, { fileName: 'other.csv' });
    expect(await one.imports.present()).toMatchObject({ number, fileName: 'other.csv' });
  });

  it('is done by the process with the file, wherever it is confirmed', async () => {
    const [one, other] = [inProcess(), inProcess()];
    const number = await checked(one.imports);
    expect(await other.imports.confirm(number, maintainer)).toBe('started');
    expect(await other.imports.present()).toMatchObject({ phase: 'importing' });
    expect(other.runs).toEqual([]);
    await one.imports.beat();
    await one.imports.beat();
    await one.imports.idle();
    expect(one.runs.map(({ dryRun }) => dryRun)).toEqual([true, false]);
    expect(await other.imports.present()).toMatchObject({ phase: 'imported', result: RESULT });
    expect(await recorded()).toMatchObject([{ actor: { id: maintainer } }]);
  });

  it('goes from memory where the file is, wherever it is dismissed', async () => {
    const [one, other] = [inProcess(), inProcess()];
    await other.imports.dismiss(await checked(one.imports));
    await one.imports.beat();
    await one.imports.stop();
    expect(await other.imports.present()).toBeUndefined();
  });

  it('is interrupted a minute after its process was last seen, and gives way', async () => {
    const [one, other] = [slow(), inProcess()];
    await one.imports.check(upload);
    campus.advance(59);
    expect(await other.imports.present()).toMatchObject({ phase: 'checking' });
    campus.advance(1);
    expect(await other.imports.present()).toMatchObject({ phase: 'interrupted' });
    const number = await checked(other.imports);

    // The process was only slow: it stops, and what came after it stands.
    await one.imports.beat();
    one.letGo();
    await one.imports.idle();
    expect(await one.imports.present()).toMatchObject({ number, phase: 'checked' });
  });

  it('waits as long as its process lives, and not longer', async () => {
    const [one, other] = [inProcess(), inProcess()];
    const number = await checked(one.imports);
    campus.advance(3600);
    await one.imports.beat();
    expect(await other.imports.present()).toMatchObject({ phase: 'checked' });
    campus.advance(60);
    expect(await other.imports.present()).toMatchObject({ phase: 'interrupted' });
    expect(await other.imports.confirm(number, maintainer)).toBe('not-waiting');
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
