import type { TeamAction } from '../domain/client.ts';
import type { Storage } from '../domain/storage.ts';
import { parseRedirectUris, type RedirectUrisProblem } from './redirect-uris.ts';

export type RedirectUrisOutcome =
  | { readonly type: 'changed' }
  | { readonly type: 'not-found' }
  | { readonly type: 'invalid'; readonly problem: RedirectUrisProblem };

/** Replaces the registered redirect URIs. Approval stays (wire contract §6). */
export async function changeRedirectUris(
  action: TeamAction,
  typed: { readonly redirectUris: string; readonly appName: string },
  { storage }: { readonly storage: Pick<Storage, 'changeRedirectUris'> },
): Promise<RedirectUrisOutcome> {
  const parsed = parseRedirectUris(typed.redirectUris, typed.appName);
  if (parsed.type === 'invalid') return parsed;
  return { type: await storage.changeRedirectUris(action, parsed.value) };
}
