import type { Authorization } from '../domain/authorization.ts';
import type { ClientInEnvironment } from '../domain/client.ts';
import type { FailureReason } from '../domain/failure-reason.ts';

/** What the institution allows besides the standing of a client. */
export interface SandboxPolicy {
  /** Whether the sandbox is on. */
  readonly sandboxIsOn: boolean;
}

/**
 * Whether what a client was granted counts now. In live, it is approved, or is back in review or rejected with
 * something approved before (ADR 0003); in the sandbox nobody needs to approve it. A suspended one gets nothing.
 */
export function mayAct(
  client: Pick<ClientInEnvironment, 'environment' | 'status' | 'grantableClaims'>,
  { sandboxIsOn }: SandboxPolicy,
): boolean {
  if (client.environment === 'sandbox') return sandboxIsOn && client.status !== 'suspended';
  switch (client.status) {
    case 'approved':
      return true;
    case 'in-review':
    case 'rejected':
      return client.grantableClaims.length > 0;
    case 'suspended':
      return false;
  }
}

/** Why `mayAct` is false. */
export function standingReason(
  { environment, status }: Pick<ClientInEnvironment, 'environment' | 'status'>,
  { sandboxIsOn }: SandboxPolicy,
): FailureReason {
  if (status === 'suspended' || status === 'retired') return `client-${status}`;
  return environment === 'sandbox' && !sandboxIsOn ? 'sandbox-off' : 'client-not-approved';
}

/**
 * Whether the authorization was given to this client with credentials of this environment. What belongs to the
 * other environment is as foreign to a client as what belongs to another client.
 */
export function belongsTo(
  { clientNumber, environment }: Pick<Authorization, 'clientNumber' | 'environment'>,
  client: Pick<ClientInEnvironment, 'number' | 'environment'>,
): boolean {
  return clientNumber === client.number && environment === client.environment;
}
