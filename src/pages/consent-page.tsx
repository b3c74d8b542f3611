import type { JSX } from 'hono/jsx/jsx-runtime';

import type { AccountId } from '../domain/account.ts';
import type { ClaimCode } from '../domain/claim.ts';
import { AppLogo, Avatar } from './components/avatar.tsx';
import { Button } from './components/button.tsx';
import { PostForm } from './components/post-form.tsx';
import { Layout } from './layout.tsx';
import type { PageFrame } from './page-frame.ts';

export interface ConsentPageProps {
  readonly frame: PageFrame;
  readonly client: {
    readonly name: string;
    /** URL of the logo. */
    readonly logo: string | null;
    /** Names of the people who make it. */
    readonly team: readonly string[];
  };
  /** Where the browser goes on to: host of the redirect URI, or its scheme for an app on a device. */
  readonly redirectHost: string;
  readonly person: {
    readonly name: string;
    readonly username: string | null;
    /** URL of the picture. */
    readonly picture: string | null;
  };
  /** What would be served, in the order of the catalogue. */
  readonly categories: readonly {
    readonly label: string;
    readonly claims: readonly {
      readonly code: ClaimCode;
      readonly label: string;
      /** The person's own data in words; empty: nothing recorded. */
      readonly values: readonly string[];
    }[];
  }[];
  /** The authorization request: path and query. */
  readonly action: string;
  readonly accountId: AccountId;
}

/**
 * Asks for consent. Posts to `action`: `decision` (`allow` or `deny`), `account`, and the codes of what was shown as `claim`,
 * so that neither a change of the app nor of the signed-in person between page and answer widens what was agreed to.
 */
export function ConsentPage(props: ConsentPageProps): JSX.Element {
  const { frame, client } = props;
  return (
    <Layout frame={frame} title={`Allow ${client.name}?`} width="narrow" focused>
      <div class="consent card">
        <div class="consent-app">
          <AppLogo name={client.name} src={client.logo} size="large" />
          <h1 class="consent-title">
            <bdi>{client.name}</bdi> would like to read your data
          </h1>
          <Makers team={client.team} institution={frame.institution} />
        </div>
        <Identity {...props} />
        <div class="consent-data">
          <h2 class="consent-heading">What it would read</h2>
          <SharedData {...props} />
        </div>
        <ul class="consent-meaning">
          <li>
            It can read this <strong>until you end its access</strong>, also later when something of
            it changes. It cannot change anything.
          </li>
          <li>
            You can take this back at any time on <a href="/account">your account page</a>.
          </li>
        </ul>
        <PostForm action={props.action} csrfToken={frame.csrfToken}>
          <input type="hidden" name="account" value={String(props.accountId)} />
          {props.categories.flatMap((category) =>
            category.claims.map(({ code }) => <input type="hidden" name="claim" value={code} />),
          )}
          <div class="consent-decision">
            <Button name="decision" value="deny">
              Deny
            </Button>
            <Button variant="primary" name="decision" value="allow">
              Allow
            </Button>
          </div>
          <p class="consent-destination">
            Allow takes you to <strong class="verbatim">{props.redirectHost}</strong>. Deny takes
            you to your {frame.institution} home page, and shares nothing.
          </p>
        </PostForm>
      </div>
    </Layout>
  );
}

function Makers(props: {
  readonly team: readonly string[];
  readonly institution: string;
}): JSX.Element {
  const parts = new Intl.ListFormat('en', { type: 'conjunction' }).formatToParts(props.team);
  return (
    <p class="consent-makers">
      {parts.length === 0 ? null : (
        <>
          Made by{' '}
          {parts.map(({ type, value }) => (type === 'element' ? <bdi>{value}</bdi> : value))}.{' '}
        </>
      )}
      Reviewed by {props.institution}.
    </p>
  );
}

/** Whose data it is about, and the way out for somebody else. */
function Identity({ frame, person, action }: ConsentPageProps): JSX.Element {
  return (
    <div class="consent-person">
      <Avatar name={person.name} src={person.picture} />
      <div>
        <p class="consent-person-name">
          <span class="visually-hidden">You are signed in as </span>
          <bdi>{person.name}</bdi>
        </p>
        {person.username === null ? null : <p class="muted">{person.username}</p>}
      </div>
      <PostForm action="/auth/logout" csrfToken={frame.csrfToken} layout="inline">
        <input type="hidden" name="next" value={action} />
        <Button variant="quiet">Not you? Use another account</Button>
      </PostForm>
    </div>
  );
}

function SharedData({ categories, person, accountId }: ConsentPageProps): JSX.Element {
  const always = {
    label: 'Account',
    claims: [
      { label: 'Username', values: person.username === null ? [] : [person.username] },
      { label: 'Account number', values: [String(accountId)] },
    ],
  };
  return (
    <>
      {[always, ...categories].map((category) => (
        <section class="consent-category">
          <h3 class="consent-category-title">{category.label}</h3>
          <dl class="definitions">
            {category.claims.map((claim) => (
              <div class="definition">
                <dt>{claim.label}</dt>
                <dd>
                  <Values values={claim.values} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

function Values({ values }: { readonly values: readonly string[] }): JSX.Element {
  if (values.length === 0) return <span class="nothing-recorded">nothing recorded</span>;
  return (
    <>
      {values.map((value) =>
        value.startsWith('/media/') ? (
          <img class="picture picture-small picture-round" src={value} alt={value} />
        ) : (
          <span class="consent-value">{value}</span>
        ),
      )}
    </>
  );
}
