import type { Client } from '../domain/client.ts';

/**
 * Whether what people granted to the client still counts: it is approved, or is back in review or rejected with
 * something approved before (ADR 0003). A suspended client, or one nothing was ever approved for, gets nothing.
 */
export function hasApprovalInForce(client: Pick<Client, 'status' | 'approvedClaims'>): boolean {
  switch (client.status) {
    case 'approved':
      return true;
    case 'in-review':
    case 'rejected':
      return client.approvedClaims.length > 0;
    case 'suspended':
      return false;
  }
}
