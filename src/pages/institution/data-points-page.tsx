import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClaimCategory, ClaimCode, ClaimDefinition } from '../../domain/claim.ts';
import { Badge } from '../components/badge.tsx';
import { LinkButton } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { InstitutionFrame } from './frame.tsx';

export interface ClaimUser {
  readonly number: number;
  readonly name: string;
}

export interface DataPointsPageProps {
  readonly frame: PageFrame;
  /** In the reader's language. */
  readonly categories: readonly ClaimCategory[];
  /** Which apps ask for a data point, or may read it. */
  readonly usage: ReadonlyMap<ClaimCode, readonly ClaimUser[]>;
  /** Those that maintainers added. */
  readonly own: ReadonlySet<ClaimCode>;
}

/** Everything apps can ask for, and who does. */
export function DataPointsPage(props: DataPointsPageProps): JSX.Element {
  const { frame, categories } = props;
  const text = messages(frame.language).institutionDataPoints;
  return (
    <InstitutionFrame
      frame={frame}
      section="dataPoints"
      title={text.title}
      heading={
        <PageHeading
          title={text.title}
          lead={text.lead}
          aside={<LinkButton href="/institution/data-points/add">{text.add}</LinkButton>}
        />
      }
    >
      {categories.map((category) => (
        <Card title={category.label} id={`category-${category.code}`}>
          <ul class="claim-rows">
            {category.claims.map((claim) => (
              <ClaimRow {...props} claim={claim} />
            ))}
          </ul>
        </Card>
      ))}
    </InstitutionFrame>
  );
}

function ClaimRow(props: DataPointsPageProps & { readonly claim: ClaimDefinition }): JSX.Element {
  const { frame, claim } = props;
  const text = messages(frame.language).institutionDataPoints;
  const isOwn = props.own.has(claim.code);
  return (
    <li class="claim-row">
      <div class="claim-row-text">
        <p class="row-title">
          {claim.label}
          {isOwn ? <Badge tone="accent">{text.addedHere}</Badge> : null}
        </p>
        {claim.hint === '' ? null : <p class="muted">{claim.hint}</p>}
        <p class="claim-facts">
          <code>{claim.code}</code> <span class="muted">{text.types[claim.type]}</span>
        </p>
      </div>
      <div class="claim-row-use">
        <Usage frame={frame} users={props.usage.get(claim.code) ?? []} label={claim.label} />
        {isOwn ? (
          <a class="inline-link" href={dataPointPath(claim.code)}>
            {text.edit}
            <span class="visually-hidden"> {text.which(claim.label)}</span>
          </a>
        ) : null}
      </div>
    </li>
  );
}

/** The path of a data point that maintainers added. */
export function dataPointPath(code: ClaimCode): string {
  return `/institution/data-points/${encodeURIComponent(code)}`;
}

/** How many apps use it, and which. */
function Usage(props: {
  readonly frame: PageFrame;
  readonly users: readonly ClaimUser[];
  readonly label: string;
}): JSX.Element {
  const { users } = props;
  const text = messages(props.frame.language).institutionDataPoints;
  if (users.length === 0) return <span class="muted">{text.unused}</span>;
  return (
    <details class="disclosure">
      <summary>
        {text.usedBy(text.usedByCount(users.length))}
        <span class="visually-hidden"> {text.which(props.label)}</span>
      </summary>
      <ul class="claim-list">
        {users.map((user) => (
          <li>
            <AppLink app={user} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** An app by its name, leading to its page at the review desk. */
function AppLink({ app }: { readonly app: ClaimUser }): JSX.Element {
  return (
    <a class="inline-link" href={`/review/${app.number}`}>
      <bdi>{app.name}</bdi>
    </a>
  );
}

/** Apps by name, in a sentence. */
export function appNames(apps: readonly ClaimUser[]): Child {
  return apps.map((app, index) => (
    <>
      {index === 0 ? '' : ', '}
      <AppLink app={app} />
    </>
  ));
}
