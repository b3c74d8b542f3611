import type { JSX } from 'hono/jsx/jsx-runtime';

import type { ClientNumber } from '../../domain/client.ts';
import type { Environment } from '../../domain/environment.ts';
import { Card } from '../components/card.tsx';
import { Banner } from '../components/notice-banner.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Layout } from '../layout.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { AppNavigation } from './app-navigation.tsx';
import { ChoiceLinks } from './choice-links.tsx';
import { CodeField } from './code-field.tsx';

export interface IntegrationPageProps {
  readonly frame: PageFrame;
  readonly app: { readonly number: ClientNumber; readonly name: string };
  readonly environment: Environment;
  /** Whether live works now. */
  readonly isApproved: boolean;
  readonly redirectUri: string;
  readonly snippets: readonly {
    readonly name: keyof Messages['integration']['about'];
    readonly code: string;
  }[];
}

/** What each is called, in every language. */
const LIBRARIES: Readonly<Record<keyof Messages['integration']['about'], string>> = {
  'curl.sh': 'curl',
  'passport.mjs': 'Passport',
  'auth-js.mjs': 'Auth.js',
  'openid-client.mjs': 'openid-client',
  'authlib.py': 'Authlib',
  'django-allauth.py': 'Django allauth',
  'spring.yml': 'Spring',
  'flutter.dart': 'Flutter',
};

/** How to put an app into code, in its own values. */
export function IntegrationPage(props: IntegrationPageProps): JSX.Element {
  const { frame, app, environment } = props;
  const { integration: text, insight } = messages(frame.language);
  return (
    <Layout
      frame={frame}
      title={`${text.title}: ${app.name}`}
      width="wide"
      modules={['copy-button.js']}
    >
      <PageHeading
        back={{ href: `/developer/${app.number}`, label: app.name }}
        title={text.title}
        lead={text.lead(app.name)}
        aside={
          <ChoiceLinks
            label={insight.environments}
            choices={(['live', 'sandbox'] as const).map((one) => ({
              href: `/developer/${app.number}/integrate?environment=${one}`,
              label: insight.environment[one],
              isPresent: one === environment,
            }))}
          />
        }
      />
      <AppNavigation number={app.number} present="integrate" />
      {environment === 'live' && !props.isApproved ? (
        <Banner type="information">{text.liveWaits}</Banner>
      ) : null}
      <div class="prose">
        <p>{text.secret(<code class="verbatim">CLIENT_SECRET</code>)}</p>
        <p>{text.redirectUri(<code class="verbatim">{props.redirectUri}</code>)}</p>
        <p>{text.byHand(<a href={`/developer/${app.number}/playground`}>{text.playground}</a>)}</p>
        <nav aria-label={text.snippets}>
          <ul class="choice-links">
            {props.snippets.map(({ name }) => (
              <li>
                <a class="choice-link" href={`#${idOf(name)}`}>
                  {LIBRARIES[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {props.snippets.map(({ name, code }) => (
        <Card title={LIBRARIES[name]} id={idOf(name)} summary={text.about[name]}>
          <CodeField label={text.code(LIBRARIES[name])} code={code} />
        </Card>
      ))}
    </Layout>
  );
}

function idOf(name: string): string {
  return name.replace('.', '-');
}
