import type { Authorization } from '../domain/authorization.ts';
import { isOpen } from '../domain/client-lifecycle.ts';
import type { ClientInEnvironment } from '../domain/client.ts';
import type { FailureReason } from '../domain/failure-reason.ts';

/** What the institution allows besides the standing of a client. */
export interface SandboxPolicy {
  /** Whether the sandbox is on. */
  readonly sandboxIsOn: boolean;
}

/**
 * Whether what a client was granted counts now. In live, it is approved; it stays so while changed claims wait
 * (ADR 0010). In the sandbox nobody needs to approve it. One that is suspended or retired gets nothing anywhere.
 */
export function mayAct(
  client: Pick<ClientInEnvironment, 'environment' | 'status'>,
  { sandboxIsOn }: SandboxPolicy,
): boolean {
  if (client.environment === 'live') return client.status === 'approved';
  return sandboxIsOn && isOpen(client.status);
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
