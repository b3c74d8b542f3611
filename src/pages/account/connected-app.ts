import type { ClientStatus } from '../../domain/client-lifecycle.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';

/** An app with access to the person's data. */
export interface ConnectedApp {
  readonly number: ClientNumber;
  readonly name: string;
  /** URL of the logo. */
  readonly logo: string | null;
  readonly status: ClientStatus;
  /** What it can read, in words, by category. */
  readonly readable: readonly {
    readonly label: string;
    readonly claims: readonly string[];
  }[];
  readonly connectedAt: Instant;
  /** null: never. */
  readonly lastReadAt: Instant | null;
}
