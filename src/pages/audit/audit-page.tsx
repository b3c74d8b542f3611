import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import type { AuditEvent, AuditVerification } from '../../domain/audit-event.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { DataTable } from '../components/data-table.tsx';
import { DateField } from '../components/date-field.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Moment } from '../components/moment.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { Layout } from '../layout.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { actionText, detailText, subjectText } from './audit-detail.ts';

/** As typed. */
interface AuditFilterValues {
  readonly by: string;
  readonly action: string;
  readonly about: string;
  readonly from: string;
  readonly to: string;
}

type AuditFilterProblem = keyof Messages['audit']['problems'];

export interface AuditPageProps {
  readonly frame: PageFrame;
  readonly values: AuditFilterValues;
  readonly problems: Readonly<Partial<Record<keyof AuditFilterValues, AuditFilterProblem>>>;
  /** Actions to choose from, those of an area after each other. */
  readonly actions: readonly string[];
  readonly events: readonly AuditEvent[];
  /** Shows events before this one; null: the newest. */
  readonly before: number | null;
  /** Number of the event after which there are more; null: these are the last. */
  readonly next: number | null;
  /** What verifying just showed; null: nobody asked. */
  readonly verification: AuditVerification | null;
}

/** What was done, by whom, about what. */
export function AuditPage(props: AuditPageProps): JSX.Element {
  const { frame, verification } = props;
  const text = messages(frame.language).audit;
  return (
    <Layout frame={frame} title={text.title} width="wide" modules={['copy-button.js']}>
      <PageHeading title={text.title} lead={text.lead} />
      {verification === null ? null : <Verification verification={verification} text={text} />}
      <FilterCard {...props} text={text} />
      <Entries {...props} text={text} />
      <Card title={text.exportTitle} summary={text.exportSummary} headingLevel={2}>
        <PostForm action="/audit/export" csrfToken={frame.csrfToken} layout="inline">
          {Object.entries<string>({ ...props.values }).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <div class="button-group">
            <Button name="format" value="csv">
              {text.exportCsv}
            </Button>
            <Button name="format" value="jsonl">
              {text.exportJsonl}
            </Button>
          </div>
        </PostForm>
      </Card>
      <Card title={text.verifyTitle} summary={text.verifySummary}>
        <PostForm action="/audit/verify" csrfToken={frame.csrfToken} layout="inline">
          <Button>{text.verify}</Button>
        </PostForm>
      </Card>
    </Layout>
  );
}

type Texted<Props> = Props & { readonly text: Messages['audit'] };

function Verification({
  verification,
  text,
}: Texted<{ readonly verification: AuditVerification }>): JSX.Element {
  if (verification.type === 'broken') {
    return (
      <Banner
        type="problem"
        title={text.broken[verification.problem](String(verification.seq))}
        live
      >
        {text.brokenAdvice}
      </Banner>
    );
  }
  const { seq, hash } = verification.head;
  return (
    <Card>
      <Banner type="success" live>
        {text.intact(String(seq))}
      </Banner>
      <CopyField id="last-hash" label={text.lastHash} value={hash} />
    </Card>
  );
}

function FilterCard({ values, problems, actions, text }: Texted<AuditPageProps>): JSX.Element {
  const error = (name: keyof AuditFilterValues): string | undefined => {
    const problem = problems[name];
    return problem === undefined ? undefined : text.problems[problem];
  };
  return (
    <Card title={text.filterTitle}>
      <form method="get" action="/audit" class="form" novalidate>
        <div class="filter-form">
          <TextField
            name="by"
            label={text.by}
            hint={text.byHint}
            value={values.by}
            error={error('by')}
            verbatim
          />
          <SelectField
            name="action"
            label={text.action}
            value={values.action}
            error={error('action')}
            options={[{ value: '', label: text.anyAction }, ...actionOptions(actions, text)]}
          />
          <TextField
            name="about"
            label={text.about}
            hint={text.aboutHint}
            value={values.about}
            error={error('about')}
            verbatim
          />
          <DateField name="from" label={text.from} value={values.from} error={error('from')} />
          <DateField name="to" label={text.to} value={values.to} error={error('to')} />
        </div>
        <div class="filter-form-end">
          <Button variant="primary">{text.apply}</Button>
          {isLimited(values) ? <LinkButton href="/audit">{text.clear}</LinkButton> : null}
        </div>
      </form>
    </Card>
  );
}

/** The actions of each area after the area itself. */
function actionOptions(actions: readonly string[], text: Messages['audit']) {
  const areas = Object.groupBy(actions, (action) => action.slice(0, action.indexOf('.')));
  return Object.entries(areas).flatMap(([area, ofArea = []]) => [
    ...(ofArea.length > 1 ? [{ value: area, label: text.everythingIn(areaText(area, text)) }] : []),
    ...ofArea.map((action) => ({
      value: action,
      label: `${areaText(area, text)}: ${actionText(action, text)}`,
    })),
  ]);
}

function areaText(area: string, { areas }: Messages['audit']): string {
  return Object.hasOwn(areas, area) ? areas[area as keyof typeof areas] : area;
}

function isLimited(values: AuditFilterValues): boolean {
  return Object.values(values).some((value) => value !== '');
}

function Entries(props: Texted<AuditPageProps>): JSX.Element {
  const { frame, values, events, before, next, text } = props;
  if (events.length === 0) {
    return (
      <EmptyState title={text.noEntries}>
        {isLimited(values) ? text.noEntriesFit : text.nothingYet}
      </EmptyState>
    );
  }
  const { when, who, what, about } = text.columns;
  return (
    <Card>
      <DataTable
        caption={text.caption}
        columns={[when, who, what, about]}
        rows={events.map((event) => [
          <div>
            <Moment at={event.at} frame={frame} style="exact" />
            <div class="detail">{text.number(String(event.seq))}</div>
          </div>,
          <Actor event={event} text={text} />,
          <div>
            {actionText(event.action, text)}
            <div class="detail">
              <bdi>{detailText(event, frame.language)}</bdi>
            </div>
          </div>,
          <Subject event={event} frame={frame} />,
        ])}
      />
      {before === null && next === null ? null : (
        <nav class="pager" aria-label={text.caption}>
          {before === null ? null : <a href={pagePath(values, null)}>{text.newest}</a>}
          {next === null ? null : <a href={pagePath(values, next)}>{text.older}</a>}
        </nav>
      )}
    </Card>
  );
}

function Actor({ event, text }: Texted<{ readonly event: AuditEvent }>): JSX.Element {
  const { actor } = event;
  if (actor === null) return <>{text.system}</>;
  return (
    <a class="table-link" href={`/people/${actor.id}`}>
      <bdi>{actor.name}</bdi>
    </a>
  );
}

/** Where to look at what the action was done to; what may be gone is not promised. */
function Subject({
  event,
  frame,
}: {
  readonly event: AuditEvent;
  readonly frame: PageFrame;
}): Child {
  const { type, id } = event.subject;
  const name = <bdi>{subjectText(event, frame.language)}</bdi>;
  const paths: Readonly<Record<string, string>> = {
    account: `/people/${id}`,
    ...(event.action === 'client.deleted' ? {} : { client: `/review/${id}` }),
    settings: '/institution/history',
    people: '/people/import',
  };
  const path = paths[type];
  return path === undefined ? (
    name
  ) : (
    <a class="table-link" href={path}>
      {name}
    </a>
  );
}

function pagePath(values: AuditFilterValues, before: number | null): string {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
  if (before !== null) query.set('before', String(before));
  return query.size === 0 ? '/audit' : `/audit?${query.toString()}`;
}
