import type { JSX } from 'hono/jsx/jsx-runtime';

import { AppLogo } from './components/avatar.tsx';
import { ButtonRow, LinkButton } from './components/button.tsx';
import { Card } from './components/card.tsx';
import { DefinitionList } from './components/definition-list.tsx';
import { Layout } from './layout.tsx';
import type { PageFrame } from './page-frame.ts';

export interface HomePageProps {
  readonly frame: PageFrame;
}

/** What this place is, for somebody who is not signed in. */
export function HomePage({ frame }: HomePageProps): JSX.Element {
  return (
    <Layout frame={frame} title="Welcome" width="wide">
      <div class="hero">
        <div class="hero-text">
          <h1 class="hero-title">One account for every app on campus</h1>
          <p class="lead">
            Sign in to apps made at {frame.institution} without a new password, see exactly what
            each of them reads about you, and end it whenever you like.
          </p>
          <ButtonRow>
            <LinkButton href="/auth/login" variant="primary">
              Sign in
            </LinkButton>
            <LinkButton href="/developer">Build an app</LinkButton>
          </ButtonRow>
        </div>
        <ConsentPicture />
      </div>
      <div class="card-grid">
        <Card title="You see what is shared">
          <p>
            Before an app gets anything, you see each piece of data with the value it would read,
            and you decide.
          </p>
        </Card>
        <Card title="Every app is reviewed">
          <p>
            A person of {frame.institution} reads what an app is for and what it asks for, before it
            may ask you.
          </p>
        </Card>
        <Card title="You can take it back">
          <p>
            Your account page lists the apps with access and when they last used it. One press ends
            it at once.
          </p>
        </Card>
      </div>
      <Card
        title="For developers"
        summary="Let people sign in to your app with OAuth 2.0. Register it, say what it is for, and choose the data it needs."
        aside={<LinkButton href="/developer">Open the developer portal</LinkButton>}
      />
    </Layout>
  );
}

/** What being asked looks like. Decoration: the text beside it says the same. */
function ConsentPicture(): JSX.Element {
  return (
    <div class="card hero-picture" aria-hidden="true">
      <div class="hero-picture-app">
        <AppLogo name="Library Desk" src={null} />
        <span>
          <strong>Library Desk</strong> would like to read
        </span>
      </div>
      <DefinitionList
        items={[
          { term: 'Full name', description: 'Asha Verma' },
          { term: 'Branch', description: 'Electrical Engineering' },
          { term: 'Residence', description: 'Rajendra Bhawan' },
        ]}
      />
      <div class="hero-picture-decision">
        <span class="button button-secondary">Deny</span>
        <span class="button button-primary">Allow</span>
      </div>
    </div>
  );
}
