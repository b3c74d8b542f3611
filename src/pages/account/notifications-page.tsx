import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

import type {
  Notification,
  NotificationChoice,
  NotificationContent,
} from '../../domain/notification.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Card } from '../components/card.tsx';
import { CheckboxField } from '../components/choice-field.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Moment } from '../components/moment.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PostForm } from '../components/post-form.tsx';
import { Layout } from '../layout.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { AccountTabs } from './account-tabs.tsx';
import { deviceName } from './device-name.ts';

export interface NotificationsPageProps {
  readonly frame: PageFrame;
  /** Newest first. */
  readonly notifications: readonly Notification[];
  readonly choice: NotificationChoice;
  /** The label of a data point. */
  readonly labelOf: (code: string) => string;
}

/**
 * What happened to the account. Posts to `/account/notifications/<id>/read`, `/account/notifications/read` (`up_to`:
 * the newest on the page) and `/account/notifications/mails` (`app_access`, `new_sign_in`: `yes` or nothing).
 */
export function NotificationsPage(props: NotificationsPageProps): JSX.Element {
  const { frame, notifications } = props;
  const text = messages(frame.language).notifications;
  const [newest] = notifications;
  const hasUnread = notifications.some(({ readAt }) => readAt === null);
  return (
    <Layout frame={frame} title={text.title}>
      <PageHeading title={text.title} lead={text.lead} />
      <AccountTabs frame={frame} />
      {hasUnread && newest !== undefined ? (
        <PostForm action="/account/notifications/read" csrfToken={frame.csrfToken} layout="inline">
          <input type="hidden" name="up_to" value={String(newest.id)} />
          <Button>{text.markAllRead}</Button>
        </PostForm>
      ) : null}
      <Card>
        {newest === undefined ? (
          <EmptyState title={text.nothingTitle}>{text.nothing}</EmptyState>
        ) : (
          <ol class="row-list">
            {notifications.map((notification) => (
              <Row {...props} notification={notification} />
            ))}
          </ol>
        )}
      </Card>
      <Mails {...props} />
    </Layout>
  );
}

function Row(props: NotificationsPageProps & { readonly notification: Notification }): JSX.Element {
  const { frame, notification } = props;
  const text = messages(frame.language).notifications;
  const told = inWords(notification.content, {
    ...messages(frame.language),
    labelOf: props.labelOf,
  });
  return (
    <li class="row">
      <div class="row-text">
        <h2 class="row-title">
          <span>{told.title}</span>{' '}
          {notification.readAt === null ? <Badge tone="accent">{text.isNew}</Badge> : null}
        </h2>
        <p class="muted">
          <Moment at={notification.at} frame={frame} style="exact" />
        </p>
        {told.details.map((detail) => (
          <p>{detail}</p>
        ))}
        <p>
          <a href={told.link.href}>{told.link.label}</a>
        </p>
      </div>
      {notification.readAt === null ? (
        <PostForm
          action={`/account/notifications/${notification.id}/read`}
          csrfToken={frame.csrfToken}
          layout="inline"
        >
          <Button variant="quiet">{text.markRead}</Button>
        </PostForm>
      ) : null}
    </li>
  );
}

interface Told {
  readonly title: Child;
  readonly details: readonly string[];
  readonly link: { readonly href: string; readonly label: string };
}

function inWords(
  content: NotificationContent,
  {
    notifications: text,
    account,
    labelOf,
  }: Messages & { readonly labelOf: NotificationsPageProps['labelOf'] },
): Told {
  const apps = { href: '/account#apps', label: text.seeApps };
  const password = { href: '/account#password', label: text.changePassword };
  const labels = (codes: readonly string[]): string =>
    codes.length === 0 ? text.usernameOnly : codes.map(labelOf).join(', ');
  switch (content.type) {
    case 'app-allowed':
      return {
        title: text.appAllowed(<bdi>{content.app}</bdi>),
        details: [text.canRead(labels(content.claims))],
        link: apps,
      };
    case 'access-widened':
      return {
        title: text.accessWidened(<bdi>{content.app}</bdi>),
        details: [text.canReadMore(labels(content.claims))],
        link: apps,
      };
    case 'app-suspended':
      return {
        title: text.appSuspended(<bdi>{content.app}</bdi>),
        details: [text.suspended],
        link: apps,
      };
    case 'team-invitation':
      return {
        title: text.teamInvitation(<bdi>{content.by}</bdi>, <bdi>{content.app}</bdi>),
        details: [],
        link: { href: `/invitations/${content.invitationId}`, label: text.answerInvitation },
      };
    case 'password-changed':
      return {
        title: text.passwordChanged,
        details: [text.network(content.network), text.notYou],
        link: password,
      };
    case 'new-sign-in':
      return {
        title: text.newSignIn(deviceName(content.userAgent, account)),
        details: [text.network(content.network), text.notYou],
        link: password,
      };
    case 'data-exported':
      return {
        title: text.dataExported,
        details: [text.network(content.network), text.notYou],
        link: password,
      };
  }
}

function Mails({ frame, choice }: NotificationsPageProps): JSX.Element {
  const text = messages(frame.language).notifications;
  return (
    <Card title={text.mailTitle} id="mails" summary={text.mailSummary}>
      <PostForm action="/account/notifications/mails" csrfToken={frame.csrfToken}>
        <CheckboxField
          name="app_access"
          label={text.appAccessMail}
          checked={choice.appAccessMail}
        />
        <CheckboxField
          name="new_sign_in"
          label={text.newSignInMail}
          checked={choice.newSignInMail}
        />
        <div>
          <Button>{text.save}</Button>
        </div>
      </PostForm>
    </Card>
  );
}
