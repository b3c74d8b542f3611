/**
 * The life of a client and of what it asks for, as two tables of transitions. Nothing else decides which step may
 * follow which; `docs/client-lifecycle.md` is drawn from here.
 */

/**
 * - `draft`: its team is still writing; no maintainer sees it.
 * - `in-review`: waits for a maintainer; nobody can be asked for consent.
 * - `changes-requested`: a maintainer would approve it if something were changed.
 * - `rejected`: a maintainer declined what it asks for; the team may change it and ask again.
 * - `approved`: works, with what was approved, also while a later revision waits.
 * - `suspended`: stopped by a maintainer; nothing works, not even tokens issued before.
 * - `retired`: ended by its team, for ever; its history stays.
 */
export const CLIENT_STATUSES = [
  'draft',
  'in-review',
  'changes-requested',
  'rejected',
  'approved',
  'suspended',
  'retired',
] as const;
export type ClientStatus = (typeof CLIENT_STATUSES)[number];

/**
 * Of one revision of what a client asks for. The first four as of a client;
 * - `approved`: what the client works with, or once did;
 * - `withdrawn`: its team gave it up before it was decided;
 * - `replaced`: its team wrote another one instead.
 */
export const REVISION_STATES = [
  'draft',
  'in-review',
  'changes-requested',
  'rejected',
  'approved',
  'withdrawn',
  'replaced',
] as const;
export type RevisionState = (typeof REVISION_STATES)[number];

/** Who brings a step about; `policy`: nobody, a rule of the institution does. */
type LifecycleActor = 'team' | 'maintainer' | 'policy';

/** What must hold besides the state it starts from. */
type LifecycleGuard =
  /** An earlier revision is approved. */
  | 'approved-before'
  /** None ever was. */
  | 'never-approved'
  /** Every data point is approved already in these words, or on the institution's list. */
  | 'nothing-to-decide';

export interface Transition<State extends string, Event extends string> {
  readonly from: State;
  readonly event: Event;
  readonly to: State;
  readonly by: LifecycleActor;
  readonly guard?: LifecycleGuard;
}

export type RevisionEvent =
  | 'submit'
  | 'take-back'
  | 'edit'
  | 'withdraw'
  | 'approve'
  | 'approve-by-itself'
  | 'request-changes'
  | 'reject';

/** What becomes of a revision. The first one decides about the client as well. */
export const REVISION_TRANSITIONS: readonly Transition<RevisionState, RevisionEvent>[] = [
  { from: 'draft', event: 'submit', to: 'in-review', by: 'team' },
  {
    from: 'draft',
    event: 'approve-by-itself',
    to: 'approved',
    by: 'policy',
    guard: 'nothing-to-decide',
  },
  { from: 'draft', event: 'edit', to: 'replaced', by: 'team' },
  { from: 'draft', event: 'withdraw', to: 'withdrawn', by: 'team', guard: 'approved-before' },
  { from: 'in-review', event: 'take-back', to: 'draft', by: 'team' },
  { from: 'in-review', event: 'edit', to: 'replaced', by: 'team' },
  { from: 'in-review', event: 'withdraw', to: 'withdrawn', by: 'team', guard: 'approved-before' },
  { from: 'in-review', event: 'approve', to: 'approved', by: 'maintainer' },
  { from: 'in-review', event: 'request-changes', to: 'changes-requested', by: 'maintainer' },
  { from: 'in-review', event: 'reject', to: 'rejected', by: 'maintainer' },
  { from: 'changes-requested', event: 'submit', to: 'in-review', by: 'team' },
  { from: 'changes-requested', event: 'edit', to: 'replaced', by: 'team' },
  {
    from: 'changes-requested',
    event: 'withdraw',
    to: 'withdrawn',
    by: 'team',
    guard: 'approved-before',
  },
  { from: 'rejected', event: 'submit', to: 'in-review', by: 'team' },
  { from: 'rejected', event: 'edit', to: 'replaced', by: 'team' },
  { from: 'rejected', event: 'withdraw', to: 'withdrawn', by: 'team', guard: 'approved-before' },
  { from: 'rejected', event: 'approve', to: 'approved', by: 'maintainer' },
];

export type ClientLifecycleEvent =
  | 'submit'
  | 'take-back'
  | 'approve'
  | 'request-changes'
  | 'reject'
  | 'suspend'
  | 'reinstate'
  | 'retire';

const FIRST_REVISION = [
  { from: 'draft', event: 'submit', to: 'in-review', by: 'team' },
  { from: 'draft', event: 'approve', to: 'approved', by: 'policy', guard: 'nothing-to-decide' },
  { from: 'in-review', event: 'take-back', to: 'draft', by: 'team' },
  { from: 'in-review', event: 'approve', to: 'approved', by: 'maintainer' },
  { from: 'in-review', event: 'request-changes', to: 'changes-requested', by: 'maintainer' },
  { from: 'in-review', event: 'reject', to: 'rejected', by: 'maintainer' },
  { from: 'changes-requested', event: 'submit', to: 'in-review', by: 'team' },
  { from: 'rejected', event: 'submit', to: 'in-review', by: 'team' },
  { from: 'rejected', event: 'approve', to: 'approved', by: 'maintainer' },
] as const satisfies readonly Transition<ClientStatus, ClientLifecycleEvent>[];

const SUSPENDABLE = ['in-review', 'changes-requested', 'rejected', 'approved'] as const;

/** What becomes of a client: until its first approval what becomes of its revision, and then what is done to it. */
export const CLIENT_TRANSITIONS: readonly Transition<ClientStatus, ClientLifecycleEvent>[] = [
  ...FIRST_REVISION,
  ...SUSPENDABLE.map(
    (from) => ({ from, event: 'suspend', to: 'suspended', by: 'maintainer' }) as const,
  ),
  {
    from: 'suspended',
    event: 'reinstate',
    to: 'approved',
    by: 'maintainer',
    guard: 'approved-before',
  },
  {
    from: 'suspended',
    event: 'reinstate',
    to: 'in-review',
    by: 'maintainer',
    guard: 'never-approved',
  },
  ...CLIENT_STATUSES.filter((status) => status !== 'retired').map(
    (from) => ({ from, event: 'retire', to: 'retired', by: 'team' }) as const,
  ),
];

/** Where a client stands: what a step starts from, and what it is compared with when it is stored. */
export interface ClientStanding {
  readonly status: ClientStatus;
  /** Number of the newest revision of what it asks for; grows with every edit. */
  readonly revision: number;
  readonly revisionState: RevisionState;
  /** Of the revision it works with; null: none was ever approved. */
  readonly approvedRevision: number | null;
}

/**
 * Where a revision that waits, or is worked on, stands beside an approved one. Null: there is none, or the client
 * was never approved, so that it stands where its only revision does.
 */
export function pendingState({
  revisionState,
  approvedRevision,
}: Pick<ClientStanding, 'revisionState' | 'approvedRevision'>): OpenState | null {
  return approvedRevision === null ? null : openState(revisionState);
}

/** A revision that something may still become of. */
export type OpenState = 'draft' | 'in-review' | 'changes-requested' | 'rejected';

function openState(state: RevisionState): OpenState | null {
  switch (state) {
    case 'draft':
    case 'in-review':
    case 'changes-requested':
    case 'rejected':
      return state;
    case 'approved':
    case 'withdrawn':
    case 'replaced':
      return null;
  }
}

/** Whether a maintainer is asked to decide. */
export function awaitsReview({ status, revisionState }: ClientStanding): boolean {
  return revisionState === 'in-review' && isOpen(status);
}

/** Whether what the client asks for may change: neither stopped nor ended. */
export function isOpen(
  status: ClientStatus,
): status is Exclude<ClientStatus, 'suspended' | 'retired'> {
  return status !== 'suspended' && status !== 'retired';
}

/** What a step on the newest revision leads to; undefined when it may not be taken from here. */
export function afterRevisionEvent(
  standing: ClientStanding,
  event: Exclude<RevisionEvent, 'edit'>,
): ClientStanding | undefined {
  if (!isOpen(standing.status)) return undefined;
  const to = target(REVISION_TRANSITIONS, { from: standing.revisionState, event }, standing);
  if (to === undefined) return undefined;
  const approvedRevision = to === 'approved' ? standing.revision : standing.approvedRevision;
  const { revision } = standing;
  return { status: statusWith(to, standing), revision, revisionState: to, approvedRevision };
}

/** How a new revision may begin. */
export type FirstState = 'draft' | 'in-review' | 'approved';

/** What another revision, which begins like this, leads to; undefined when none may be written now. */
export function afterEdit(
  standing: ClientStanding,
  begins: FirstState,
): ClientStanding | undefined {
  if (!isOpen(standing.status)) return undefined;
  const revision = standing.revision + 1;
  const approvedRevision = begins === 'approved' ? revision : standing.approvedRevision;
  const status = statusWith(begins, standing);
  return { status, revision, revisionState: begins, approvedRevision };
}

/** What a step on the client itself leads to; undefined when it may not be taken from here. */
export function afterClientEvent(
  standing: ClientStanding,
  event: 'suspend' | 'reinstate' | 'retire',
): ClientStanding | undefined {
  const status = target(CLIENT_TRANSITIONS, { from: standing.status, event }, standing);
  if (status === undefined) return undefined;
  // What waits when it is lifted waits for a decision, whatever it was when it was stopped.
  const revisionState = status === 'in-review' ? status : standing.revisionState;
  const { revision, approvedRevision } = standing;
  return { status, revision, revisionState, approvedRevision };
}

function statusWith(
  state: RevisionState,
  { status, approvedRevision }: ClientStanding,
): ClientStatus {
  if (state === 'approved') return 'approved';
  return approvedRevision === null ? (openState(state) ?? status) : status;
}

function target<State extends string, Event extends string>(
  table: readonly Transition<State, Event>[],
  { from, event }: { readonly from: State; readonly event: Event },
  { approvedRevision }: Pick<ClientStanding, 'approvedRevision'>,
): State | undefined {
  return table.find(
    (transition) =>
      transition.from === from &&
      transition.event === event &&
      !(transition.guard === 'approved-before' && approvedRevision === null) &&
      !(transition.guard === 'never-approved' && approvedRevision !== null),
  )?.to;
}
