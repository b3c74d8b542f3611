import type { JSX } from 'hono/jsx/jsx-runtime';

import type { Session } from '../../domain/session.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { Moment } from '../components/moment.tsx';
import { PostForm } from '../components/post-form.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { deviceName } from './device-name.ts';

export interface SignedInBrowser extends Pick<
  Session,
  'number' | 'userAgent' | 'network' | 'lastSeenAt' | 'createdAt'
> {
  /** The browser this page is shown in. */
  readonly isThisOne: boolean;
}

export interface SessionsProps {
  readonly frame: PageFrame;
  readonly sessions: readonly SignedInBrowser[];
}

/** The browsers a person is signed in with; each but this one can be signed out. */
export function Sessions({ frame, sessions }: SessionsProps): JSX.Element {
  const text = messages(frame.language).account;
  const hasOthers = sessions.some((session) => !session.isThisOne);
  return (
    <Card title={text.sessionsTitle} id="sessions" summary={text.sessionsSummary}>
      <ul class="row-list">
        {sessions.map((session) => (
          <SessionRow frame={frame} session={session} />
        ))}
      </ul>
      {hasOthers ? (
        <PostForm action="/account/sessions/end-others" csrfToken={frame.csrfToken} layout="inline">
          <Button>{text.signOutOthers}</Button>
        </PostForm>
      ) : null}
    </Card>
  );
}

function SessionRow(props: {
  readonly frame: PageFrame;
  readonly session: SignedInBrowser;
}): JSX.Element {
  const { frame, session } = props;
  const text = messages(frame.language).account;
  const device = deviceName(session.userAgent, text);
  return (
    <li class="row">
      <div class="row-text">
        <h3 class="row-title">
          {device} {session.isThisOne ? <Badge tone="accent">{text.thisBrowser}</Badge> : null}
        </h3>
        <p class="muted">
          {text.network(session.network)} ·{' '}
          {session.isThisOne
            ? text.inUseNow
            : text.lastUsed(<Moment at={session.lastSeenAt} frame={frame} />)}{' '}
          · {text.signedIn(<Moment at={session.createdAt} frame={frame} />)}
        </p>
      </div>
      {session.isThisOne ? null : (
        <PostForm
          action={`/account/sessions/${session.number}/end`}
          csrfToken={frame.csrfToken}
          layout="inline"
        >
          <Button context={device}>{text.signOut}</Button>
        </PostForm>
      )}
    </li>
  );
}
