import type { JSX } from 'hono/jsx/jsx-runtime';

import { Avatar } from '../components/avatar.tsx';
import { Layout } from '../layout.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { SandboxMark } from './sandbox-mark.tsx';

export interface ChoosePersonPageProps {
  readonly frame: PageFrame;
  /** Name of the app. */
  readonly client: string;
  /** Where the browser goes on to: host of the redirect URI, or its scheme for an app on a device. */
  readonly redirectHost: string;
  /** The people who do not exist, in the order in which they are offered. */
  readonly people: readonly {
    readonly kind: keyof Messages['sandbox']['kinds'];
    readonly name: string;
    readonly username: string;
    /** URL of the picture. */
    readonly picture: string | null;
    /** The same request, as this person. */
    readonly href: string;
  }[];
}

/** In place of signing in: whom to be. */
export function ChoosePersonPage(props: ChoosePersonPageProps): JSX.Element {
  const { frame, client } = props;
  const text = messages(frame.language).sandbox;
  return (
    <Layout frame={frame} title={text.chooseTitle} width="narrow" focused>
      <div class="card">
        <SandboxMark />
        <h1 class="consent-title">{text.whoToBe}</h1>
        <p>
          {text.whyChoose(
            <bdi>{client}</bdi>,
            <strong class="verbatim">{props.redirectHost}</strong>,
          )}
        </p>
        <ul class="synthetic-people">
          {props.people.map((person) => (
            <li>
              <a class="synthetic-person" href={person.href}>
                <Avatar name={person.name} src={person.picture} />
                <span>
                  <bdi class="synthetic-person-name">{person.name}</bdi>{' '}
                  <span class="muted">
                    {person.username} · {text.kinds[person.kind]}
                  </span>
                </span>
              </a>
            </li>
          ))}
        </ul>
        <p class="muted">{text.automate(<code>login_hint</code>)}</p>
      </div>
    </Layout>
  );
}
