import { displayName } from '../../domain/account.ts';
import { mediaUrl } from '../../domain/media.ts';
import { FeedPage } from '../../pages/feed-page.tsx';
import { HomePage } from '../../pages/home-page.tsx';
import { signedInPerson } from '../access.ts';
import { connectedApps } from '../connected-apps.ts';
import type { AppContext } from '../environment.ts';
import { localPath } from '../local-path.ts';
import { pageFrame, redirect, showPage } from '../page-response.tsx';

/** GET /. Existing mobile apps know that consent was denied by arriving at `/feed` (wire contract §4.1). */
export async function showHome(c: AppContext): Promise<Response> {
  if (c.var.signedIn !== undefined) return redirect(c, localPath`/feed`);
  return showPage(c, <HomePage frame={pageFrame(c)} />);
}

/** GET /feed */
export async function showFeed(c: AppContext): Promise<Response> {
  const { account } = signedInPerson(c);
  const picture = account.profile.records['person']?.['display_picture'];
  const person = {
    name: displayName(account),
    username: account.username,
    picture: typeof picture === 'string' ? mediaUrl(picture) : null,
  };
  const apps = await connectedApps(c, account.id);
  return showPage(c, <FeedPage frame={pageFrame(c)} person={person} apps={apps} />);
}
