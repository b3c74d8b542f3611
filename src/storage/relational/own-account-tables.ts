import type { Generated } from 'kysely';
import type { AccountId } from '../../domain/account.ts';
import type { AppActivityKind } from '../../domain/app-activity.ts';
import type { AuthorizationId } from '../../domain/authorization.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { NotificationContent } from '../../domain/notification.ts';
import type { JsonText } from './json-text.ts';

/** The tables about what a person sees of their own account. */
export interface OwnAccountTables {
  readonly app_activity: AppActivityTable;
  readonly consent: ConsentTable;
  readonly notification: NotificationTable;
  readonly notification_choice: NotificationChoiceTable;
  readonly known_browser: KnownBrowserTable;
}

interface AppActivityTable {
  readonly id: Generated<number>;
  readonly account_id: AccountId;
  readonly authorization_id: AuthorizationId;
  readonly hour: number;
  readonly kind: AppActivityKind;
  /** `readonly ClaimCode[]` */
  readonly claims: JsonText;
  readonly client_number: ClientNumber;
  readonly client_name: string;
  readonly first_at: Instant;
  readonly last_at: Instant;
  readonly count: number;
}

interface ConsentTable {
  readonly account_id: AccountId;
  readonly client_number: ClientNumber;
  /** `readonly ClaimCode[]` */
  readonly granted: JsonText;
  /** `readonly ClaimCode[]` */
  readonly declined: JsonText;
  readonly first_at: Instant;
  readonly last_at: Instant;
  readonly ended_at: Instant | null;
}

interface NotificationTable {
  readonly id: Generated<number>;
  readonly account_id: AccountId;
  readonly at: Instant;
  readonly type: NotificationContent['type'];
  /** `NotificationContent` */
  readonly content: JsonText;
  readonly read_at: Instant | null;
}

interface NotificationChoiceTable {
  readonly account_id: AccountId;
  readonly app_access_mail: 0 | 1;
  readonly new_sign_in_mail: 0 | 1;
}

interface KnownBrowserTable {
  readonly account_id: AccountId;
  readonly network: string;
  readonly device: string;
  readonly last_at: Instant;
}
