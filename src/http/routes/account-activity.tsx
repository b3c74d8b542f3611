import { ActivityPage } from '../../pages/account/activity-page.tsx';
import { signedInPerson } from '../access.ts';
import type { AppContext } from '../environment.ts';
import { catalogueOf } from '../language.ts';
import { localPath, withQuery, type LocalPath } from '../local-path.ts';
import { pageFrame, showPage } from '../page-response.tsx';

const PAGE_LENGTH = 50;

/** GET /account/activity. `app`: of this one only; `before`: older than this entry. */
export async function showActivity(c: AppContext): Promise<Response> {
  const { storage } = c.var.deps;
  const { account } = signedInPerson(c);
  const chosen = positive(c.req.query('app'));
  const before = positive(c.req.query('before'));
  const [apps, found] = await Promise.all([
    storage.listActiveApps(account.id),
    // One more than is shown tells whether there are older ones.
    storage.listAppActivity(account.id, { clientNumber: chosen, before, limit: PAGE_LENGTH + 1 }),
  ]);
  const shown = found.slice(0, PAGE_LENGTH);
  const last = shown.at(-1);
  const { byCode } = catalogueOf(c);
  const page = (
    <ActivityPage
      frame={pageFrame(c)}
      apps={apps}
      chosen={chosen}
      entries={shown.map(({ client, claims, ...entry }) => ({
        ...entry,
        app: client.name,
        data: claims.map((code) => byCode.get(code)?.label ?? code),
      }))}
      older={last === undefined || found.length <= PAGE_LENGTH ? null : pathTo(chosen, last.id)}
      newest={before === null ? null : pathTo(chosen, null)}
    />
  );
  return showPage(c, page);
}

function pathTo(app: number | null, before: number | null): LocalPath {
  return withQuery(localPath`/account/activity`, {
    ...(app === null ? {} : { app: String(app) }),
    ...(before === null ? {} : { before: String(before) }),
  });
}

/** null for anything else, which asks for nothing. */
function positive(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,14}$/u.test(text) ? Number(text) : null;
}
