import type { JSX } from 'hono/jsx/jsx-runtime';

import { AppLogo } from './components/avatar.tsx';
import { ButtonRow, LinkButton } from './components/button.tsx';
import { Card } from './components/card.tsx';
import { DefinitionList } from './components/definition-list.tsx';
import { Layout } from './layout.tsx';
import { messages, type Messages } from './messages/messages.ts';
import type { PageFrame } from './page-frame.ts';

export interface HomePageProps {
  readonly frame: PageFrame;
}

/** What this place is, for somebody who is not signed in. */
export function HomePage({ frame }: HomePageProps): JSX.Element {
  const text = messages(frame.language).home;
  return (
    <Layout frame={frame} title={text.title} width="wide">
      <div class="hero">
        <div class="hero-text">
          <h1 class="hero-title">{text.heading}</h1>
          <p class="lead">{text.lead(frame.institution)}</p>
          <ButtonRow>
            <LinkButton href="/auth/login" variant="primary">
              {text.signIn}
            </LinkButton>
            <LinkButton href="/developer">{text.buildAnApp}</LinkButton>
          </ButtonRow>
        </div>
        <ConsentPicture text={text.picture} />
      </div>
      <div class="card-grid">
        <Card title={text.sharedTitle}>
          <p>{text.shared}</p>
        </Card>
        <Card title={text.reviewedTitle}>
          <p>{text.reviewed(frame.institution)}</p>
        </Card>
        <Card title={text.takeBackTitle}>
          <p>{text.takeBack}</p>
        </Card>
      </div>
      <Card
        title={text.developersTitle}
        summary={text.developers}
        aside={<LinkButton href="/developer">{text.openPortal}</LinkButton>}
      />
    </Layout>
  );
}

/** What being asked looks like. Decoration: the text beside it says the same. */
function ConsentPicture({ text }: { readonly text: Messages['home']['picture'] }): JSX.Element {
  return (
    <div class="card hero-picture" aria-hidden="true">
      <div class="hero-picture-app">
        <AppLogo name={text.app} src={null} />
        <span>
          <strong>{text.app}</strong> {text.wouldLikeToRead}
        </span>
      </div>
      <DefinitionList
        items={[
          { term: text.fullName, description: text.fullNameValue },
          { term: text.branch, description: text.branchValue },
          { term: text.residence, description: text.residenceValue },
        ]}
      />
      <div class="hero-picture-decision">
        <span class="button button-secondary">{text.deny}</span>
        <span class="button button-primary">{text.allow}</span>
      </div>
    </div>
  );
}
