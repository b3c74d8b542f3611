import type { AccountId } from '../domain/account.ts';
import type { ConnectedClient } from '../domain/authorization.ts';
import type { ClaimCatalogue } from '../domain/claim.ts';
import type { ClientStatus } from '../domain/client-lifecycle.ts';
import type { ClientNumber } from '../domain/client.ts';
import type { Instant } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';

/** An app that has access to a person's data, in the words of the person's page. */
export interface ConnectedApp {
  readonly number: ClientNumber;
  readonly name: string;
  /** Path below `/media/`, or null. */
  readonly logoPath: string | null;
  readonly status: ClientStatus;
  /** Labels of what it can read now, in the catalogue's order; only categories with any. */
  readonly readable: readonly { readonly label: string; readonly claims: readonly string[] }[];
  /** When the person last allowed it. */
  readonly connectedAt: Instant;
  /** null: it never read anything. */
  readonly lastReadAt: Instant | null;
}

/** The apps that have access to the person's data now, latest sign-in first. */
export async function listConnectedApps(
  accountId: AccountId,
  deps: {
    readonly storage: Pick<Storage, 'listConnectedClients'>;
    readonly catalogue: ClaimCatalogue;
    readonly now: Instant;
  },
): Promise<readonly ConnectedApp[]> {
  const connected = await deps.storage.listConnectedClients(accountId, deps.now);
  return connected.map((connection) => describe(connection, deps.catalogue));
}

/** Ends all access the person gave the app, at once: its codes and tokens die. */
export async function disconnectApp(
  end: { readonly accountId: AccountId; readonly clientNumber: ClientNumber },
  deps: { readonly storage: Pick<Storage, 'disconnectClient'>; readonly now: Instant },
): Promise<'disconnected' | 'not-connected'> {
  const ended = await deps.storage.disconnectClient(end.accountId, end.clientNumber, deps.now);
  return ended > 0 ? 'disconnected' : 'not-connected';
}

/** The same for every app, one after the other. */
export async function disconnectAllApps(
  accountId: AccountId,
  deps: {
    readonly storage: Pick<Storage, 'listConnectedClients' | 'disconnectClient'>;
    readonly now: Instant;
  },
): Promise<void> {
  const connected = await deps.storage.listConnectedClients(accountId, deps.now);
  for (const { client } of connected) {
    await deps.storage.disconnectClient(accountId, client.number, deps.now);
  }
}

function describe(connection: ConnectedClient, catalogue: ClaimCatalogue): ConnectedApp {
  const { client } = connection;
  const granted = new Set(connection.grantedClaims);
  const served = new Set(
    // A suspended app reads nothing, until a maintainer lets it go on.
    client.status === 'suspended' ? [] : client.approvedClaims.filter((code) => granted.has(code)),
  );
  const readable = catalogue.categories
    .map(({ label, claims }) => ({
      label,
      claims: claims.filter(({ code }) => served.has(code)).map((claim) => claim.label),
    }))
    .filter(({ claims }) => claims.length > 0);
  return {
    number: client.number,
    name: client.name,
    logoPath: client.logoPath,
    status: client.status,
    readable,
    connectedAt: connection.lastAuthorizedAt,
    lastReadAt: connection.lastReadAt,
  };
}
