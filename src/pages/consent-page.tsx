import type { JSX } from 'hono/jsx/jsx-runtime';

import type { AccountId } from '../domain/account.ts';
import type { ClaimCode, ClaimType } from '../domain/claim.ts';
import type { Instant } from '../domain/clock.ts';
import type { Language } from '../domain/language.ts';
import { AppLogo, Avatar } from './components/avatar.tsx';
import { Badge } from './components/badge.tsx';
import { Button, LinkButton } from './components/button.tsx';
import { fieldId } from './components/field-wiring.tsx';
import { Moment } from './components/moment.tsx';
import { PostForm } from './components/post-form.tsx';
import { Layout } from './layout.tsx';
import { LOCALES } from './messages/language.ts';
import { madeOnce } from './messages/made-once.ts';
import { messages, type Messages } from './messages/messages.ts';
import type { PageFrame } from './page-frame.ts';
import { SandboxMark } from './sandbox/sandbox-mark.tsx';

export interface ConsentPageProps {
  readonly frame: PageFrame;
  readonly client: {
    readonly name: string;
    /** URL of the logo. */
    readonly logo: string | null;
    /** Names of the people who make it. */
    readonly team: readonly string[];
    /** How many others use it at least; 0: too few to tell. */
    readonly users: number;
  };
  /** Where the browser goes on to: host of the redirect URI, or its scheme for an app on a device. */
  readonly redirectHost: string;
  readonly person: {
    readonly name: string;
    readonly username: string | null;
    /** URL of the picture. */
    readonly picture: string | null;
  };
  /** When the person last let the app in, and ended that; null: never did. */
  readonly before: { readonly allowedAt: Instant; readonly endedAt: Instant | null } | null;
  /** What would be served, in the order of the catalogue. */
  readonly categories: readonly {
    readonly label: string;
    readonly claims: readonly {
      readonly code: ClaimCode;
      readonly label: string;
      /** Of a picture, the value is its address. */
      readonly type: ClaimType;
      /** The person's own data in words; empty: nothing recorded. */
      readonly values: readonly string[];
      /** Or it can be left out. */
      readonly required: boolean;
      /** What the app needs it for; `''`: not said. */
      readonly reason: string;
      /** Was not on the screen the last time. */
      readonly isNew: boolean;
      /** Of one that can be left out. */
      readonly isTicked: boolean;
    }[];
  }[];
  /** The authorization request: path and query. */
  readonly action: string;
  readonly accountId: AccountId;
  /** In the sandbox, where to choose to be somebody else; null: live. */
  readonly chooseAgainAt: string | null;
}

type AskedClaim = ConsentPageProps['categories'][number]['claims'][number];

/**
 * Asks for consent. Posts to `action`: `decision` (`allow` or `deny`), `account`, the codes of what was shown and stays
 * ticked as `claim`, and of what could be left out as `optional`, so that neither a change of the app nor of the signed-in
 * person between page and answer widens what was agreed to.
 */
export function ConsentPage(props: ConsentPageProps): JSX.Element {
  const { frame, client } = props;
  const text = messages(frame.language).consent;
  return (
    <Layout frame={frame} title={text.title(client.name)} width="narrow" focused>
      <div class="consent card">
        {props.chooseAgainAt === null ? null : <SandboxMark />}
        <div class="consent-app">
          <AppLogo name={client.name} src={client.logo} size="large" />
          <h1 class="consent-title">{text.wouldLikeToRead(<bdi>{client.name}</bdi>)}</h1>
          <Makers {...props} />
        </div>
        <Identity {...props} />
        {props.chooseAgainAt === null ? <Before {...props} /> : null}
        <PostForm action={props.action} csrfToken={frame.csrfToken}>
          <input type="hidden" name="account" value={String(props.accountId)} />
          <div class="consent-data">
            <h2 class="consent-heading">{text.whatItWouldRead}</h2>
            <WhatIsNeeded {...props} />
            <SharedData {...props} />
          </div>
          <Meaning {...props} />
          <div class="consent-decision">
            <Button name="decision" value="deny">
              {text.deny}
            </Button>
            <Button variant="primary" name="decision" value="allow">
              {text.allow}
            </Button>
          </div>
          <p class="consent-destination">
            {text.destination(
              <strong class="verbatim">{props.redirectHost}</strong>,
              frame.institution,
            )}
          </p>
        </PostForm>
      </div>
    </Layout>
  );
}

/** Whether the person knows the app already, and what is different now. */
function Before({ frame, before, categories }: ConsentPageProps): JSX.Element {
  const text = messages(frame.language).consent;
  if (before === null) return <p class="consent-before">{text.firstTime}</p>;
  const hasNew = categories.some(({ claims }) => claims.some(({ isNew }) => isNew));
  const moment = (at: Instant): JSX.Element => <Moment at={at} frame={frame} />;
  return (
    <p class={hasNew ? 'consent-before consent-changed' : 'consent-before'}>
      {before.endedAt === null
        ? text.allowedBefore(moment(before.allowedAt))
        : text.endedBefore(moment(before.endedAt))}{' '}
      {hasNew ? text.asksForMore : text.asksForNothingNew}
    </p>
  );
}

function WhatIsNeeded({ frame, categories }: ConsentPageProps): JSX.Element | null {
  const text = messages(frame.language).consent;
  const claims = categories.flatMap((category) => category.claims);
  if (claims.length === 0) return null;
  const hasOptional = claims.some(({ required }) => !required);
  return <p class="consent-needed">{hasOptional ? text.someOptional : text.allNeeded}</p>;
}

function Meaning({ frame, client, chooseAgainAt }: ConsentPageProps): JSX.Element {
  const { consent: text, sandbox } = messages(frame.language);
  const { contact } = frame.brand;
  return (
    <ul class="consent-meaning">
      {chooseAgainAt === null ? (
        <>
          <li>{text.howLong()}</li>
          <li>{text.takeBack('/account')}</li>
          {contact === null ? null : (
            <li>
              {text.complain(<a href={complaintAbout(client.name, contact)}>{contact.label}</a>)}
            </li>
          )}
        </>
      ) : (
        <li>{sandbox.howLong}</li>
      )}
    </ul>
  );
}

/** Written to, it says which app it is about. */
function complaintAbout(app: string, { href }: { readonly href: string }): string {
  return href.startsWith('mailto:') ? `${href}?subject=${encodeURIComponent(app)}` : href;
}

// Made once: each takes as long as the rest of the page.
const listFormat = madeOnce(
  (language: Language) => new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }),
);
const numberFormat = madeOnce((language: Language) => new Intl.NumberFormat(LOCALES[language]));

function Makers({ frame, client: { team, users }, chooseAgainAt }: ConsentPageProps): JSX.Element {
  const { consent: text, sandbox } = messages(frame.language);
  const names = listFormat(frame.language)
    .formatToParts(team)
    .map(({ type, value }) => (type === 'element' ? <bdi>{value}</bdi> : value));
  return (
    <p class="consent-makers">
      {names.length === 0 ? null : <>{text.madeBy(names)} </>}
      {chooseAgainAt === null ? text.reviewedBy(frame.institution) : sandbox.notReviewed}{' '}
      {users === 0 ? null : text.usedBy(numberFormat(frame.language).format(users))}
    </p>
  );
}

/** Whose data it is about, and the way out for somebody else. */
function Identity({ frame, person, action, chooseAgainAt }: ConsentPageProps): JSX.Element {
  const { consent: text, sandbox } = messages(frame.language);
  return (
    <div class="consent-person">
      <Avatar name={person.name} src={person.picture} />
      <div>
        <p class="consent-person-name">
          {chooseAgainAt === null ? <span class="visually-hidden">{text.signedInAs} </span> : null}
          <bdi>{person.name}</bdi>
        </p>
        {person.username === null ? null : <p class="muted">{person.username}</p>}
      </div>
      {chooseAgainAt === null ? (
        <PostForm action="/auth/logout" csrfToken={frame.csrfToken} layout="inline">
          <input type="hidden" name="next" value={action} />
          <Button variant="quiet">{text.useAnotherAccount}</Button>
        </PostForm>
      ) : (
        <LinkButton href={chooseAgainAt} variant="quiet">
          {sandbox.beSomebodyElse}
        </LinkButton>
      )}
    </div>
  );
}

function SharedData({ frame, categories, person, accountId }: ConsentPageProps): JSX.Element {
  const text = messages(frame.language).consent;
  const always = {
    label: text.account,
    claims: [
      { label: text.username, values: person.username === null ? [] : [person.username] },
      { label: text.accountNumber, values: [String(accountId)] },
    ],
  };
  return (
    <>
      {[always, ...categories].map((category) => (
        <section class="consent-category">
          <h3 class="consent-category-title">{category.label}</h3>
          <dl class="definitions">
            {category.claims.map((claim) => (
              <div class={isOptional(claim) ? 'definition consent-choice' : 'definition'}>
                {'code' in claim ? (
                  <AskedClaimName claim={claim} text={text} />
                ) : (
                  <dt>{claim.label}</dt>
                )}
                <dd>
                  <Values
                    values={claim.values}
                    isPicture={'type' in claim && claim.type === 'picture'}
                    text={text}
                  />
                  {'reason' in claim && claim.reason !== '' ? (
                    <p class="consent-reason">{text.reason(<bdi>{claim.reason}</bdi>)}</p>
                  ) : null}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

function isOptional(claim: AskedClaim | { readonly label: string }): boolean {
  return 'required' in claim && !claim.required;
}

/** With what is sent back for it: always, or as long as its box is ticked. */
function AskedClaimName({
  claim,
  text,
}: {
  readonly claim: AskedClaim;
  readonly text: Messages['consent'];
}): JSX.Element {
  const { code, label, required, isNew } = claim;
  const mark = isNew ? (
    <>
      {' '}
      <Badge tone="accent">{text.isNew}</Badge>
    </>
  ) : null;
  if (required) {
    return (
      <dt>
        {label}
        {mark}
        <input type="hidden" name="claim" value={code} />
      </dt>
    );
  }
  const id = fieldId('claim', code);
  return (
    <dt>
      <input type="hidden" name="optional" value={code} />
      <span class="consent-option">
        <input
          class="choice-control"
          type="checkbox"
          id={id}
          name="claim"
          value={code}
          checked={claim.isTicked}
        />
        <label for={id}>
          {label} <span class="consent-optional">{text.optional}</span>
        </label>
        {mark}
      </span>
    </dt>
  );
}

function Values({
  values,
  isPicture,
  text,
}: {
  readonly values: readonly string[];
  readonly isPicture: boolean;
  readonly text: Messages['consent'];
}): JSX.Element {
  if (values.length === 0) return <span class="nothing-recorded">{text.nothingRecorded}</span>;
  return (
    <>
      {values.map((value) =>
        isPicture ? (
          <img
            class="picture picture-small picture-round"
            src={value}
            alt={text.yourPicture}
            width={32}
            height={32}
          />
        ) : (
          <span class="consent-value">{value}</span>
        ),
      )}
    </>
  );
}
