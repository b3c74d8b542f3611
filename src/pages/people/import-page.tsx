import type { PropsWithChildren } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Instant } from '../../domain/clock.ts';
import type { ImportProblem } from '../../domain/import-problem.ts';
import type { ImportPhase, ImportProgress, ImportReport } from '../../domain/people-import.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { FileField } from '../components/file-field.tsx';
import { Moment } from '../components/moment.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { Layout } from '../layout.tsx';
import { LOCALES } from '../messages/language.ts';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { importFaultText } from './import-fault-text.ts';

/** An import as it stands. */
export interface ImportView {
  readonly number: number;
  readonly fileName: string;
  /** In bytes. */
  readonly size: number;
  readonly startedAt: Instant;
  readonly startedByName: string;
  /** `interrupted`: the server that had the file is gone. */
  readonly phase: ImportPhase | 'interrupted';
  readonly progress: ImportProgress;
  readonly result: ImportReport | null;
  /** Whether it would change anything. */
  readonly isWorthwhile: boolean;
}

export interface ImportPageProps {
  readonly frame: PageFrame;
  /** null: there is none. */
  readonly run: ImportView | null;
  readonly problem: keyof Messages['peopleImport']['problems'] | null;
  /** In bytes. */
  readonly largestFile: number;
}

/** Problems on the page; the report has them all. */
const MOST_SHOWN = 20;

/** From a file to people: a form, then how far it is, what it would do, and what it did. */
export function ImportPage(props: ImportPageProps): JSX.Element {
  const { frame, run } = props;
  const text = messages(frame.language).peopleImport;
  const isRunning = run !== null && (run.phase === 'checking' || run.phase === 'importing');
  return (
    <Layout frame={frame} title={text.title} modules={isRunning ? ['import-progress.js'] : []}>
      <PageHeading
        back={{ href: '/people', label: text.back }}
        title={text.title}
        lead={text.lead}
      />
      {props.problem === 'busy' ? (
        <Banner type="problem" live>
          {text.problems.busy}
        </Banner>
      ) : null}
      {run === null ? null : <Run {...props} run={run} text={text} />}
      {run === null || isOver(run) ? <FileCard {...props} text={text} /> : null}
    </Layout>
  );
}

type Texted<Props> = Props & { readonly text: Messages['peopleImport'] };
type RunProps = Texted<ImportPageProps & { readonly run: ImportView }>;

function isOver({ phase }: ImportView): boolean {
  return phase === 'imported' || phase === 'failed' || phase === 'interrupted';
}

function FileCard({
  frame,
  run,
  problem,
  largestFile,
  text,
}: Texted<ImportPageProps>): JSX.Element {
  const mebibytes = new Intl.NumberFormat(LOCALES[frame.language], {
    style: 'unit',
    unit: 'megabyte',
  }).format(largestFile / 1_000_000);
  return (
    <Card title={run === null ? text.fileTitle : text.another}>
      <PostForm action="/people/import" csrfToken={frame.csrfToken} multipart checkedByServer>
        <FileField
          name="file"
          label={text.file}
          hint={text.fileHint(mebibytes)}
          error={problem === null ? undefined : text.problems[problem]}
          accept=".csv,.jsonl,.ndjson,text/csv,application/jsonl"
          required
        />
        <div>
          <Button variant="primary">{text.check}</Button>
        </div>
      </PostForm>
    </Card>
  );
}

function Run(props: RunProps): JSX.Element {
  const { frame, run, text } = props;
  switch (run.phase) {
    case 'checking':
    case 'importing':
      return <Progress {...props} />;
    case 'failed':
      return (
        <Banner type="problem" title={text.failedTitle}>
          {text.failed}
        </Banner>
      );
    case 'interrupted':
      return (
        <Banner type="problem" title={text.interruptedTitle}>
          {text.interrupted}
        </Banner>
      );
    case 'checked':
      return (
        <Outcome {...props} title={text.checkedTitle}>
          {run.isWorthwhile ? (
            <p class="muted">{text.confirmHint}</p>
          ) : (
            <p>{run.result?.type === 'imported' ? text.nothingToDo : text.unusable}</p>
          )}
          <div class="button-group">
            {run.isWorthwhile ? (
              <RunForm {...props} action="/people/import/confirm">
                <Button variant="primary">{text.confirm}</Button>
              </RunForm>
            ) : null}
            <RunForm {...props} action="/people/import/discard">
              <Button>{run.isWorthwhile ? text.discard : text.another}</Button>
            </RunForm>
            <Report run={run} text={text} />
          </div>
        </Outcome>
      );
    case 'imported':
      return (
        <Outcome {...props} title={text.importedTitle}>
          <p class="muted">
            <Moment at={run.startedAt} frame={frame} />
          </p>
          <div class="button-group">
            <Report run={run} text={text} />
          </div>
        </Outcome>
      );
  }
}

function Report({ run, text }: Pick<RunProps, 'run' | 'text'>): JSX.Element {
  return (
    <>
      {run.result === null || run.result.problems.length === 0 ? null : (
        <LinkButton href="/people/import/report.csv">{text.report}</LinkButton>
      )}
    </>
  );
}

/** A button about this very import: of a later one, which took its place, nothing is confirmed. */
function RunForm({
  frame,
  run,
  action,
  children,
}: PropsWithChildren<Pick<RunProps, 'frame' | 'run'> & { readonly action: string }>): JSX.Element {
  return (
    <PostForm action={action} csrfToken={frame.csrfToken} layout="inline">
      <input type="hidden" name="import" value={String(run.number)} />
      {children}
    </PostForm>
  );
}

/** Kept up to date by the client module `import-progress.js`; else by the link. */
function Progress({ frame, run, text }: RunProps): JSX.Element {
  const count = new Intl.NumberFormat(LOCALES[frame.language]).format(run.progress.people);
  return (
    <Card
      title={run.phase === 'checking' ? text.checking : text.importing}
      summary={<bdi>{run.fileName}</bdi>}
    >
      <div data-import-progress="/people/import/status" data-import-phase={run.phase}>
        <progress
          class="progress"
          max={Math.max(run.size, 1)}
          value={run.progress.bytes}
          aria-label={text.progressLabel}
        ></progress>
        <p>
          <span data-import-people>{text.people(count)}</span>
        </p>
      </div>
      <p class="muted">
        {text.startedBy(run.startedByName)} · <Moment at={run.startedAt} frame={frame} />.{' '}
        {text.goOn}
      </p>
      <div>
        <LinkButton href="/people/import">{text.reload}</LinkButton>
      </div>
    </Card>
  );
}

function Outcome(props: PropsWithChildren<RunProps & { readonly title: string }>): JSX.Element {
  const { frame, run, title, text } = props;
  const { result } = run;
  if (result === null) return <></>;
  const isUnusable = result.type === 'unusable-file';
  return (
    <>
      <Card
        title={isUnusable ? text.unusableTitle : title}
        summary={<bdi>{run.fileName}</bdi>}
        id="outcome"
      >
        {isUnusable ? null : <Counts counts={result} language={frame.language} text={text} />}
        {props.children}
      </Card>
      <Problems
        problems={result.problems}
        count={isUnusable ? result.problems.length : result.problemCount}
        language={frame.language}
        text={text}
      />
    </>
  );
}

function Counts({
  counts,
  language,
  text,
}: Texted<{
  readonly counts: Extract<ImportReport, { type: 'imported' }>;
  readonly language: PageFrame['language'];
}>): JSX.Element {
  const format = new Intl.NumberFormat(LOCALES[language]);
  return (
    <dl class="counts">
      {(['created', 'updated', 'unchanged', 'leftOut'] as const).map((name) => (
        <div>
          <dt class="muted">{text[name]}</dt>
          <dd class="count-number">{format.format(counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Problems({
  problems,
  count,
  language,
  text,
}: Texted<{
  readonly problems: readonly ImportProblem[];
  readonly count: number;
  readonly language: PageFrame['language'];
}>): JSX.Element {
  if (problems.length === 0) return <></>;
  const shown = problems.slice(0, MOST_SHOWN);
  const { line, column, problem } = text.columns;
  const words = messages(language).importFaults;
  return (
    <Card
      title={text.problemsTitle}
      summary={
        count > shown.length ? text.problemsSummary(String(shown.length), String(count)) : undefined
      }
    >
      <DataTable
        caption={text.problemsCaption}
        columns={[line, column, problem]}
        rows={shown.map((one) => [
          String(one.line),
          one.column ?? text.wholeLine,
          <bdi>{importFaultText(words, one.fault)}</bdi>,
        ])}
      />
    </Card>
  );
}
