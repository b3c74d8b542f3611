import { NotificationsPage } from '../../pages/account/notifications-page.tsx';
import { signedInPerson } from '../access.ts';
import type { AppContext } from '../environment.ts';
import { catalogueOf } from '../language.ts';
import { localPath } from '../local-path.ts';
import { notFound, pageFrame, seeOther, showPage } from '../page-response.tsx';

/** Older ones are in "download my data". */
const MOST_SHOWN = 100;

/** GET /account/notifications */
export async function showNotifications(c: AppContext): Promise<Response> {
  const { storage } = c.var.deps;
  const { account } = signedInPerson(c);
  const [notifications, choice] = await Promise.all([
    storage.listNotifications(account.id, MOST_SHOWN),
    storage.findNotificationChoice(account.id),
  ]);
  const { byCode } = catalogueOf(c);
  const page = (
    <NotificationsPage
      frame={pageFrame(c)}
      notifications={notifications}
      choice={choice}
      labelOf={(code) => byCode.get(code)?.label ?? code}
    />
  );
  return showPage(c, page);
}

/** POST /account/notifications/:number/read */
export async function markNotificationRead(c: AppContext): Promise<Response> {
  return mark(c, 'one', c.req.param('number'));
}

/** POST /account/notifications/read: all up to the newest that was on the page. */
export async function markAllNotificationsRead(c: AppContext): Promise<Response> {
  return mark(c, 'all', c.var.form.text('up_to'));
}

async function mark(c: AppContext, type: 'one' | 'all', id: string | undefined): Promise<Response> {
  if (id === undefined || !/^[1-9]\d{0,14}$/u.test(id)) return notFound(c);
  const { deps, now } = c.var;
  const accountId = signedInPerson(c).account.id;
  await deps.storage.markNotificationsRead(accountId, { type, id: Number(id) }, now);
  return seeOther(c, localPath`/account/notifications`, 'notifications-read');
}

/** POST /account/notifications/mails */
export async function chooseMails(c: AppContext): Promise<Response> {
  const { deps, form } = c.var;
  await deps.storage.chooseNotifications(signedInPerson(c).account.id, {
    appAccessMail: form.text('app_access') === 'yes',
    newSignInMail: form.text('new_sign_in') === 'yes',
  });
  return seeOther(c, localPath`/account/notifications`, 'mails-chosen');
}
