import type { ClientNumber } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { FailureReason } from '../../domain/failure-reason.ts';
import type { Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';

/** The steps of the flow, in order. */
export const STEPS = [
  'authorize',
  'redirect',
  'token',
  'user-data',
  'refresh',
  'replay',
  'revoke',
] as const;
export type Step = (typeof STEPS)[number];
/** Those that the app's server takes. */
export type SentStep = Exclude<Step, 'authorize' | 'redirect'>;

/** What the run knows so far, under the names that its forms have for it; `''`: nothing yet. */
export type RunValues = Readonly<
  Record<
    | 'redirect_uri'
    | 'code'
    | 'code_verifier'
    | 'client_secret'
    | 'access_token'
    | 'refresh_token'
    | 'spent_refresh_token',
    string
  >
>;

/** What was sent, and what came back. */
export interface Exchange {
  readonly step: Step;
  readonly request: string;
  /** null: it is the browser that goes there. */
  readonly response: string | null;
  readonly meaning: keyof Messages['playground']['meaning'];
  /** Why exactly it failed, where that is known. */
  readonly reason: FailureReason | null;
  /** Of the way back: whether the state is the one that was sent. */
  readonly state?: 'same' | 'different' | 'unknown';
  /** The same request as code; `language` as it calls itself. */
  readonly samples: readonly { readonly language: string; readonly code: string }[];
}

/** Why a step was not taken. */
interface StepProblem {
  readonly step: SentStep;
  readonly field: 'client_secret' | 'access_token';
  readonly code: 'live-secret' | 'foreign-token';
}

/** Why no secret was made. */
type SecretProblem =
  | { readonly code: 'wrong-password' | 'too-many' }
  | { readonly code: 'throttled'; readonly retryAt: Instant };

/** What the authorise endpoint reads, as it was typed. */
export interface AuthorizationValues {
  readonly redirect_uri: string;
  readonly state: string;
  readonly pkce: boolean;
  readonly response_type: string;
  readonly login_hint: string;
}

export interface PlaygroundPageProps {
  readonly frame: PageFrame;
  readonly app: {
    readonly number: ClientNumber;
    readonly name: string;
    /** Needs no secret. */
    readonly isPublic: boolean;
  };
  /** Of the sandbox. */
  readonly clientId: string;
  /** The redirect URI that leads back here. */
  readonly callback: string;
  /** Those that are registered. */
  readonly ownRedirectUris: readonly string[];
  /** Whom one can be in the sandbox. */
  readonly people: readonly { readonly username: string; readonly name: string }[];
  /** How long a code can be exchanged, in seconds. */
  readonly codeSeconds: number;
  /** How long a refresh can be repeated, in seconds. */
  readonly retrySeconds: number;
  /** Whether the person may add secrets to the app. */
  readonly mayMakeSecret: boolean;
  /** Where the run stands: the step that was taken last, or is to be taken first. */
  readonly present: Step;
  readonly run: RunValues;
  /** The form of the first step; null: that step is behind. */
  readonly authorization: AuthorizationValues | null;
  readonly exchange: Exchange | null;
  /** Where the made request leads; null: none is made. */
  readonly openAt: string | null;
  /** Shown this once; null: none was made. */
  readonly madeSecret: string | null;
  readonly secretProblem: SecretProblem | null;
  readonly problem: StepProblem | null;
}
