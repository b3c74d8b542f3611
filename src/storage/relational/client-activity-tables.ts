import type { Generated } from 'kysely';
import type { AttemptedEndpoint, UsageKind } from '../../domain/client-activity.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { Environment } from '../../domain/environment.ts';
import type { FailureReason } from '../../domain/failure-reason.ts';
import type { JsonText } from './json-text.ts';

/** The tables about what an app's team sees of its requests. */
export interface ClientActivityTables {
  readonly client_attempt: ClientAttemptTable;
  readonly client_usage: ClientUsageTable;
}

interface ClientAttemptTable {
  /** In order of storing. */
  readonly id: Generated<number>;
  readonly client_number: ClientNumber;
  readonly environment: Environment;
  readonly at: Instant;
  readonly endpoint: AttemptedEndpoint;
  readonly reason: FailureReason | null;
  /** `readonly SentParameter[]` */
  readonly parameters: JsonText;
  readonly network: string;
  readonly request_id: string;
}

interface ClientUsageTable {
  readonly client_number: ClientNumber;
  readonly environment: Environment;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly kind: UsageKind;
  readonly count: number;
}
