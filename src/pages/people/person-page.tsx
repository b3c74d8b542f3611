import type { JSX } from 'hono/jsx/jsx-runtime';

import type { AccountId } from '../../domain/account.ts';
import { Avatar } from '../components/avatar.tsx';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { CopyField } from '../components/copy-field.tsx';
import { DefinitionList } from '../components/definition-list.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { Layout } from '../layout.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { type HeldRole, PersonRoles, type RoleFormState } from './person-roles.tsx';

/** What the institution knows, by category. */
interface ProfileCategory {
  readonly label: string;
  readonly claims: readonly {
    readonly code: string;
    readonly label: string;
    /** None: nothing recorded. */
    readonly values: readonly string[];
  }[];
}

export interface PersonView {
  readonly id: AccountId;
  readonly name: string;
  readonly username: string | null;
  /** URL. */
  readonly picture: string | null;
  readonly isActive: boolean;
  readonly hasPassword: boolean;
  readonly sessionCount: number;
  readonly appCount: number;
  readonly roles: readonly HeldRole[];
  readonly profile: readonly ProfileCategory[];
  /** Where a password link can be mailed to; null: nowhere. */
  readonly mailAddress: string | null;
}

export interface PersonPageProps {
  readonly frame: PageFrame;
  readonly person: PersonView;
  readonly roleForm: RoleFormState;
  /** A change was refused: nobody could look after things any more. */
  readonly isLastMaintainer: boolean;
  /** The password link that was just made; null: none was. */
  readonly link: string | null;
  /** How long a link works, in words. */
  readonly linkWorksFor: string;
}

/** One person, and what a maintainer may do for them. */
export function PersonPage(props: PersonPageProps): JSX.Element {
  const { frame, person, link } = props;
  const text = messages(frame.language).people;
  return (
    <Layout frame={frame} title={person.name} modules={['copy-button.js']}>
      <PageHeading
        back={{ href: '/people', label: text.back }}
        title={
          <span class="app-title">
            <Avatar name={person.name} src={person.picture} size="large" />
            <bdi>{person.name}</bdi>
          </span>
        }
        aside={
          <Badge tone={person.isActive ? 'success' : 'problem'}>
            {person.isActive ? text.active : text.deactivated}
          </Badge>
        }
      />
      {props.isLastMaintainer ? (
        <Banner type="problem" live>
          {text.lastMaintainer}
        </Banner>
      ) : null}
      {link === null ? null : (
        <Card title={text.theLink} id="new-link">
          <CopyField
            id="link"
            label={text.theLink}
            value={link}
            hint={text.theLinkHint}
            multiline
          />
        </Card>
      )}
      <Facts person={person} text={text} />
      <PersonRoles frame={frame} person={person} form={props.roleForm} />
      <PasswordLink {...props} text={text} />
      <Profile person={person} text={text} />
      <Standing {...props} text={text} />
    </Layout>
  );
}

type Texted<Props> = Props & { readonly text: Messages['people'] };

function Facts({ person, text }: Texted<Pick<PersonPageProps, 'person'>>): JSX.Element {
  const orNone = (count: number): string => (count === 0 ? text.none : String(count));
  return (
    <Card title={text.accountTitle}>
      <DefinitionList
        items={[
          { term: text.username, description: person.username ?? '' },
          { term: text.accountNumber, description: String(person.id) },
          {
            term: text.password,
            description: person.hasPassword ? text.hasPassword : text.noPassword,
          },
          { term: text.sessions, description: orNone(person.sessionCount) },
          { term: text.apps, description: orNone(person.appCount) },
          {
            term: text.history,
            description: <a href={`/audit?about=account:${person.id}`}>{text.seeHistory}</a>,
          },
        ]}
      />
    </Card>
  );
}

function PasswordLink(props: Texted<PersonPageProps>): JSX.Element {
  const { frame, person, linkWorksFor, text } = props;
  if (!person.isActive) {
    return (
      <Card title={text.linkTitle}>
        <p class="muted">{text.linkOfInactive}</p>
      </Card>
    );
  }
  const action = `/people/${person.id}/password-link`;
  return (
    <Card title={text.linkTitle} summary={text.linkSummary(linkWorksFor)}>
      <div class="card-grid">
        <PostForm action={action} csrfToken={frame.csrfToken} layout="inline">
          <p class="detail">
            {person.mailAddress === null
              ? text.noAddress
              : text.mailTo(<bdi>{person.mailAddress}</bdi>)}
          </p>
          {person.mailAddress === null ? null : (
            <Button name="delivery" value="mail">
              {text.mailLink}
            </Button>
          )}
        </PostForm>
        <PostForm action={action} csrfToken={frame.csrfToken} layout="inline">
          <p class="detail">{text.showLinkHint}</p>
          <Button name="delivery" value="show">
            {text.showLink}
          </Button>
        </PostForm>
      </div>
    </Card>
  );
}

function Profile({ person, text }: Texted<Pick<PersonPageProps, 'person'>>): JSX.Element {
  return (
    <Card title={text.profileTitle} summary={text.profileSummary}>
      {person.profile.map(({ label, claims }) => (
        <section>
          <h3>{label}</h3>
          <DefinitionList
            items={claims.map((claim) => ({
              term: claim.label,
              description: claim.values.map((value) => (
                <div>
                  <bdi>{value}</bdi>
                </div>
              )),
            }))}
          />
        </section>
      ))}
      {person.profile.length === 0 ? <p class="muted">{text.nothingRecorded}</p> : null}
    </Card>
  );
}

function Standing({ frame, person, text }: Texted<PersonPageProps>): JSX.Element {
  if (person.isActive) {
    return (
      <Card title={text.deactivateTitle} summary={text.deactivateSummary} tone="danger">
        <PostForm
          action={`/people/${person.id}/deactivate`}
          csrfToken={frame.csrfToken}
          layout="inline"
        >
          <Button variant="danger" context={person.name}>
            {text.deactivate}
          </Button>
        </PostForm>
      </Card>
    );
  }
  return (
    <Card title={text.reactivateTitle} summary={text.reactivateSummary}>
      <PostForm
        action={`/people/${person.id}/reactivate`}
        csrfToken={frame.csrfToken}
        layout="inline"
      >
        <Button context={person.name}>{text.reactivate}</Button>
      </PostForm>
    </Card>
  );
}
