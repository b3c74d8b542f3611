import type { ClaimCode } from '../domain/claim.ts';
import type { Client, ClientNumber } from '../domain/client.ts';

/** An app that asks for a data point. */
export interface ClaimUser {
  readonly number: ClientNumber;
  readonly name: string;
}

/** Which apps ask for which data points, or may read them: what is not here can be removed. */
export function claimUsage(
  clients: readonly Pick<Client, 'number' | 'name' | 'requestedClaims' | 'approvedClaims'>[],
): ReadonlyMap<ClaimCode, readonly ClaimUser[]> {
  const usage = new Map<ClaimCode, ClaimUser[]>();
  for (const { number, name, requestedClaims, approvedClaims } of clients) {
    for (const code of new Set([...requestedClaims, ...approvedClaims])) {
      usage.set(code, [...(usage.get(code) ?? []), { number, name }]);
    }
  }
  return usage;
}
