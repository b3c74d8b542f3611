import type { JSX } from 'hono/jsx/jsx-runtime';

import type { AccountId } from '../../domain/account.ts';
import { Badge } from '../components/badge.tsx';
import { Button, LinkButton } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { Layout } from '../layout.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

interface ListedPerson {
  readonly id: AccountId;
  readonly name: string;
  readonly username: string | null;
  readonly isActive: boolean;
  /** Those held today. */
  readonly roles: readonly string[];
}

/** As typed. */
interface PeopleSearchValues {
  readonly query: string;
  readonly role: string;
  readonly state: string;
}

export interface PeoplePageProps {
  readonly frame: PageFrame;
  readonly values: PeopleSearchValues;
  /** Roles to choose from. */
  readonly roles: readonly string[];
  readonly people: readonly ListedPerson[];
  /** Whether there are people before these. */
  readonly isLaterPage: boolean;
  /** The person after whom there are more; null: these are the last. */
  readonly next: AccountId | null;
}

/** Everybody, or those who fit a search. */
export function PeoplePage(props: PeoplePageProps): JSX.Element {
  const { frame, values } = props;
  const text = messages(frame.language).people;
  return (
    <Layout frame={frame} title={text.title} width="wide">
      <PageHeading
        title={text.title}
        lead={text.lead}
        aside={<LinkButton href="/people/import">{text.importPeople}</LinkButton>}
      />
      <Card>
        <form method="get" action="/people" class="form">
          <div class="filter-form filter-form-wide">
            <TextField
              name="q"
              label={text.searchLabel}
              hint={text.searchHint}
              value={values.query}
              type="search"
              maxlength={200}
              verbatim
            />
            <SelectField
              name="role"
              label={text.role}
              value={values.role}
              options={[
                { value: '', label: text.anyRole },
                ...props.roles.map((role) => ({ value: role, label: role })),
              ]}
            />
            <SelectField
              name="state"
              label={text.state}
              value={values.state}
              options={[
                { value: '', label: text.anyState },
                { value: 'active', label: text.active },
                { value: 'deactivated', label: text.deactivated },
              ]}
            />
          </div>
          <div class="filter-form-end">
            <Button variant="primary">{text.search}</Button>
            {isLimited(values) ? <LinkButton href="/people">{text.showAll}</LinkButton> : null}
          </div>
        </form>
      </Card>
      <Found {...props} text={text} />
    </Layout>
  );
}

function Found(props: PeoplePageProps & { readonly text: Messages['people'] }): JSX.Element {
  const { values, people, isLaterPage, next, text } = props;
  if (people.length === 0) {
    return (
      <EmptyState title={text.nobodyTitle}>
        {isLimited(values) ? text.nobody : text.nobodyYet}
      </EmptyState>
    );
  }
  const { person, username, roles, state } = text.columns;
  return (
    <Card>
      <DataTable
        caption={text.caption}
        columns={[person, username, roles, state]}
        rows={people.map((one) => [
          <a href={`/people/${one.id}`}>
            <bdi>{one.name}</bdi>
          </a>,
          one.username ?? '',
          one.roles.length === 0 ? <span class="muted">{text.noRoles}</span> : one.roles.join(', '),
          <Badge tone={one.isActive ? 'success' : 'problem'}>
            {one.isActive ? text.active : text.deactivated}
          </Badge>,
        ])}
      />
      {isLaterPage || next !== null ? (
        <nav class="pager" aria-label={text.caption}>
          {isLaterPage ? <a href={pagePath(values, null)}>{text.first}</a> : null}
          {next === null ? null : <a href={pagePath(values, next)}>{text.more}</a>}
        </nav>
      ) : null}
    </Card>
  );
}

function isLimited({ query, role, state }: PeopleSearchValues): boolean {
  return query !== '' || role !== '' || state !== '';
}

function pagePath({ query, role, state }: PeopleSearchValues, after: AccountId | null): string {
  const parameters = new URLSearchParams({
    ...(query === '' ? {} : { q: query }),
    ...(role === '' ? {} : { role }),
    ...(state === '' ? {} : { state }),
    ...(after === null ? {} : { after: String(after) }),
  });
  return parameters.size === 0 ? '/people' : `/people?${parameters.toString()}`;
}
