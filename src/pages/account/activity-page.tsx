import type { JSX } from 'hono/jsx/jsx-runtime';

import type { AppActivity } from '../../domain/app-activity.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Moment } from '../components/moment.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { SelectField } from '../components/select-field.tsx';
import { Layout } from '../layout.tsx';
import { LOCALES } from '../messages/language.ts';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { AccountTabs } from './account-tabs.tsx';

interface ActivityEntry extends Omit<AppActivity, 'claims' | 'client'> {
  readonly app: string;
  /** Labels of data points; none: username and account number only. */
  readonly data: readonly string[];
}

export interface ActivityPageProps {
  readonly frame: PageFrame;
  /** Every app in the timeline. */
  readonly apps: readonly { readonly number: number; readonly name: string }[];
  /** The one shown; null: all. */
  readonly chosen: number | null;
  /** Newest first. */
  readonly entries: readonly ActivityEntry[];
  /** Where older ones are; null: there are none. */
  readonly older: string | null;
  /** Where the newest are; null: here. */
  readonly newest: string | null;
}

/** Which app read which data point when. The filter asks `/account/activity?app=<number>`. */
export function ActivityPage(props: ActivityPageProps): JSX.Element {
  const { frame, entries, older, newest } = props;
  const text = messages(frame.language).activity;
  return (
    <Layout frame={frame} title={text.title}>
      <PageHeading title={text.title} lead={text.lead} />
      <AccountTabs frame={frame} />
      <Filter {...props} />
      <Card>
        {entries.length === 0 ? (
          <EmptyState title={text.nothingTitle}>{text.nothing}</EmptyState>
        ) : (
          <ol class="row-list">
            {entries.map((entry) => (
              <Entry frame={frame} entry={entry} />
            ))}
          </ol>
        )}
      </Card>
      {older === null && newest === null ? null : (
        <div class="button-row">
          {newest === null ? null : <LinkButton href={newest}>{text.newest}</LinkButton>}
          {older === null ? null : <LinkButton href={older}>{text.older}</LinkButton>}
        </div>
      )}
    </Layout>
  );
}

function Filter({ frame, apps, chosen }: ActivityPageProps): JSX.Element | null {
  const text = messages(frame.language).activity;
  if (apps.length < 2) return null;
  return (
    <form method="get" action="/account/activity" class="activity-filter">
      <SelectField
        name="app"
        label={text.app}
        value={chosen === null ? '' : String(chosen)}
        options={[
          { value: '', label: text.everyApp },
          ...apps.map(({ number, name }) => ({ value: String(number), label: name })),
        ]}
      />
      <Button>{text.show}</Button>
    </form>
  );
}

function Entry(props: { readonly frame: PageFrame; readonly entry: ActivityEntry }): JSX.Element {
  const { frame, entry } = props;
  const text = messages(frame.language).activity;
  const moment = (at: AppActivity['firstAt']): JSX.Element => (
    <Moment at={at} frame={frame} style="exact" />
  );
  return (
    <li class="row">
      <div class="row-text">
        <h2 class="row-title">
          <span>
            <What frame={frame} entry={entry} />
          </span>
        </h2>
        <p class="muted">
          {entry.firstAt === entry.lastAt
            ? moment(entry.lastAt)
            : text.between(moment(entry.firstAt), moment(entry.lastAt))}
        </p>
        <dl class="readable">
          <div class="readable-category">
            <dt>{entry.kind === 'allowed' ? text.mayRead : text.itRead}</dt>
            <dd>{entry.data.length === 0 ? text.usernameOnly : entry.data.join(', ')}</dd>
          </div>
        </dl>
      </div>
    </li>
  );
}

function What(props: { readonly frame: PageFrame; readonly entry: ActivityEntry }): JSX.Element {
  const { frame, entry } = props;
  const text = messages(frame.language).activity;
  const app = <bdi>{entry.app}</bdi>;
  if (entry.kind === 'allowed') return text.letIn(app);
  if (entry.count === 1) return text.readOnce(app);
  return text.readOften(app, new Intl.NumberFormat(LOCALES[frame.language]).format(entry.count));
}
