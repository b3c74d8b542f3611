import type { ImportFormat } from '../../domain/people-import.ts';
import { ImportPage, type ImportPageProps } from '../../pages/people/import-page.tsx';
import { importFaultText } from '../../pages/people/import-fault-text.ts';
import { LOCALES } from '../../pages/messages/language.ts';
import { type ImportRun, importProblemsCsv, isWorthwhile } from '../../people/people-imports.ts';
import { signedInPerson } from '../access.ts';
import type { AppContext, AppMiddleware } from '../environment.ts';
import { languageOf, pageTexts } from '../language.ts';
import { limitBody } from '../limit-body.ts';
import { localPath } from '../local-path.ts';
import { isMaintainer } from '../maintainer.ts';
import { notFound, pageFrame, seeOther, showPage } from '../page-response.tsx';

/** In bytes: some hundred thousand people. Larger files are imported on the command line. */
const LARGEST_IMPORT = 32_000_000;

const limitImportBody = limitBody(LARGEST_IMPORT + 64 * 1024);

/** Large files are read from those only who may import them; for all others the general limit holds. */
export const limitImport: AppMiddleware = async (c, next) => {
  if (isMaintainer(c)) return limitImportBody(c, next);
  await next();
  return undefined;
};

/** Of a file's name, in characters. */
const LONGEST_NAME = 100;

const FORMATS: ReadonlyMap<string, ImportFormat> = new Map([
  ['csv', 'csv'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
]);

/** GET /people/import */
export async function showImport(c: AppContext): Promise<Response> {
  return showImportPage(c, null);
}

/** POST /people/import: `file`. Tries it out, in the background. */
export async function checkImport(c: AppContext): Promise<Response> {
  const { deps, form } = c.var;
  const file = form.file('file');
  if (file === undefined) return showImportPage(c, 'no-file');
  if (file.size === 0) return showImportPage(c, 'empty');
  const format = FORMATS.get(file.name.split('.').at(-1)?.toLowerCase() ?? '');
  if (format === undefined) return showImportPage(c, 'unknown-format');
  const started = await deps.peopleImports.check({
    fileName: shownName(file.name),
    format,
    bytes: new Uint8Array(await file.arrayBuffer()),
    startedBy: signedInPerson(c).account.id,
  });
  return started === 'busy' ? showImportPage(c, 'busy') : seeOther(c, localPath`/people/import`);
}

/** POST /people/import/confirm: `import`, the number of the one that was shown. */
export async function confirmImport(c: AppContext): Promise<Response> {
  const number = Number(c.var.form.text('import'));
  await c.var.deps.peopleImports.confirm(number, signedInPerson(c).account.id);
  // Of another one nothing is confirmed, and the page shows it as it stands.
  return seeOther(c, localPath`/people/import`);
}

/** POST /people/import/discard: `import` */
export async function discardImport(c: AppContext): Promise<Response> {
  await c.var.deps.peopleImports.dismiss(Number(c.var.form.text('import')));
  return seeOther(c, localPath`/people/import`);
}

/** GET /people/import/status, for the page's client module. */
export async function showImportStatus(c: AppContext): Promise<Response> {
  const run = await c.var.deps.peopleImports.present();
  const count = new Intl.NumberFormat(LOCALES[languageOf(c)]).format(run?.progress.people ?? 0);
  c.header('Cache-Control', 'no-store');
  return c.json({
    phase: run?.phase ?? null,
    bytes: run?.progress.bytes ?? 0,
    people: pageTexts(c).peopleImport.people(count),
  });
}

/** GET /people/import/report.csv */
export async function downloadImportReport(c: AppContext): Promise<Response> {
  const run = await c.var.deps.peopleImports.present();
  const result = run?.result ?? null;
  if (result === null) return notFound(c);
  const words = pageTexts(c).importFaults;
  const report = importProblemsCsv(result, (fault) => importFaultText(words, fault));
  return c.body(report, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="import-report.csv"',
    'Cache-Control': 'no-store',
  });
}

async function showImportPage(
  c: AppContext,
  problem: ImportPageProps['problem'],
): Promise<Response> {
  const run = await c.var.deps.peopleImports.present();
  const page = (
    <ImportPage
      frame={pageFrame(c)}
      run={run === undefined ? null : importView(run)}
      problem={problem}
      largestFile={LARGEST_IMPORT}
    />
  );
  return showPage(c, page, problem === null ? 200 : 422);
}

function importView(run: ImportRun): NonNullable<ImportPageProps['run']> {
  return { ...run, isWorthwhile: isWorthwhile(run.result) };
}

/** As the browser names it, without what could confuse a page or a log. */
function shownName(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(-LONGEST_NAME);
}
