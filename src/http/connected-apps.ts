import { listConnectedApps } from '../account/connected-clients.ts';
import type { AccountId } from '../domain/account.ts';
import { mediaUrl } from '../domain/media.ts';
import type { ConnectedApp } from '../pages/account/connected-app.ts';
import type { AppContext } from './environment.ts';
import { catalogueOf } from './language.ts';

/** The apps with access to the person's data, as pages list them. */
export async function connectedApps(
  c: AppContext,
  accountId: AccountId,
): Promise<readonly ConnectedApp[]> {
  const { deps, now } = c.var;
  const apps = await listConnectedApps(accountId, { ...deps, catalogue: catalogueOf(c), now });
  return apps.map(({ logoPath, ...app }) => ({
    ...app,
    logo: logoPath === null ? null : mediaUrl(logoPath),
  }));
}
