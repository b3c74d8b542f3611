import { describe, expect, it } from 'vitest';
import {
  afterClientEvent,
  afterEdit,
  afterRevisionEvent,
  awaitsReview,
  CLIENT_STATUSES,
  CLIENT_TRANSITIONS,
  type ClientStanding,
  pendingState,
  REVISION_STATES,
  REVISION_TRANSITIONS,
} from './client-lifecycle.ts';

const DRAFT: ClientStanding = {
  status: 'draft',
  revision: 1,
  revisionState: 'draft',
  approvedRevision: null,
};
const IN_REVIEW = { ...DRAFT, status: 'in-review', revisionState: 'in-review' } as const;
const APPROVED = {
  ...DRAFT,
  status: 'approved',
  revisionState: 'approved',
  approvedRevision: 1,
} as const;
const PENDING = { ...APPROVED, revision: 2, revisionState: 'in-review' } as const;

describe('the first revision', () => {
  it('decides about the client', () => {
    expect(afterRevisionEvent(DRAFT, 'submit')).toEqual(IN_REVIEW);
    expect(afterRevisionEvent(IN_REVIEW, 'take-back')).toEqual(DRAFT);
    expect(afterRevisionEvent(IN_REVIEW, 'approve')).toEqual(APPROVED);
    expect(afterRevisionEvent(IN_REVIEW, 'reject')).toMatchObject({ status: 'rejected' });
    expect(afterRevisionEvent(IN_REVIEW, 'request-changes')).toMatchObject({
      status: 'changes-requested',
    });
  });

  it('may be approved by a rule when it is submitted', () => {
    expect(afterRevisionEvent(DRAFT, 'approve-by-itself')).toEqual(APPROVED);
    expect(afterRevisionEvent(IN_REVIEW, 'approve-by-itself')).toBeUndefined();
  });

  it('cannot be withdrawn: there is nothing to go back to', () => {
    expect(afterRevisionEvent(IN_REVIEW, 'withdraw')).toBeUndefined();
  });

  it('is no pending one', () => {
    expect(pendingState(IN_REVIEW)).toBeNull();
    expect(awaitsReview(IN_REVIEW)).toBe(true);
  });
});

describe('a later revision', () => {
  it('waits beside what is approved', () => {
    expect(afterEdit(APPROVED, 'in-review')).toEqual(PENDING);
    expect(pendingState(PENDING)).toBe('in-review');
    expect(awaitsReview(PENDING)).toBe(true);
  });

  it.each(['reject', 'request-changes', 'take-back', 'withdraw'] as const)(
    'leaves the approval alone when it comes to %s',
    (event) => {
      expect(afterRevisionEvent(PENDING, event)).toMatchObject({
        status: 'approved',
        approvedRevision: 1,
      });
    },
  );

  it('is what the client works with once it is approved', () => {
    expect(afterRevisionEvent(PENDING, 'approve')).toEqual({
      ...PENDING,
      revisionState: 'approved',
      approvedRevision: 2,
    });
  });

  it('that asks for nothing new is in force at once', () => {
    expect(afterEdit(APPROVED, 'approved')).toMatchObject({ revision: 2, approvedRevision: 2 });
  });
});

describe('a client that is suspended', () => {
  const suspended = { ...PENDING, status: 'suspended' } as const;

  it('was in review, approved or turned down before', () => {
    const from = CLIENT_STATUSES.filter(
      (status) => afterClientEvent({ ...APPROVED, status }, 'suspend') !== undefined,
    );
    expect(from).toEqual(['in-review', 'changes-requested', 'rejected', 'approved']);
  });

  it('stands still: nothing is edited, submitted or decided', () => {
    expect(afterEdit(suspended, 'in-review')).toBeUndefined();
    expect(afterRevisionEvent(suspended, 'approve')).toBeUndefined();
    expect(awaitsReview(suspended)).toBe(false);
  });

  it('is as it was when that is lifted', () => {
    expect(afterClientEvent(suspended, 'reinstate')).toEqual(PENDING);
  });

  it('waits for its review when it was never approved', () => {
    const never = { ...DRAFT, status: 'suspended', revisionState: 'rejected' } as const;
    expect(afterClientEvent(never, 'reinstate')).toEqual(IN_REVIEW);
  });
});

describe('a client that is retired', () => {
  const retired = { ...APPROVED, status: 'retired' } as const;

  it('could have been anything', () => {
    for (const status of CLIENT_STATUSES.filter((one) => one !== 'retired')) {
      expect(afterClientEvent({ ...APPROVED, status }, 'retire')).toEqual(retired);
    }
  });

  it('stays so', () => {
    for (const event of ['suspend', 'reinstate', 'retire'] as const) {
      expect(afterClientEvent(retired, event)).toBeUndefined();
    }
    expect(afterEdit(retired, 'draft')).toBeUndefined();
  });
});

describe('the tables', () => {
  it('lead from every status but the last, and to every status but the first', () => {
    const from = new Set(CLIENT_TRANSITIONS.map((transition) => transition.from));
    const to = new Set(CLIENT_TRANSITIONS.map((transition) => transition.to));
    expect(CLIENT_STATUSES.filter((status) => !from.has(status))).toEqual(['retired']);
    expect(CLIENT_STATUSES.filter((status) => !to.has(status))).toEqual([]);
  });

  it('end a revision approved, withdrawn or replaced', () => {
    const from = new Set(REVISION_TRANSITIONS.map((transition) => transition.from));
    expect(REVISION_STATES.filter((state) => !from.has(state))).toEqual([
      'approved',
      'withdrawn',
      'replaced',
    ]);
  });

  it('say of a first revision in both what they say in one', () => {
    const own = CLIENT_TRANSITIONS.filter(
      ({ event }) => event !== 'suspend' && event !== 'reinstate' && event !== 'retire',
    );
    for (const { from, event, to, by } of own) {
      const sameStep = REVISION_TRANSITIONS.some(
        (step) => step.from === from && step.to === to && step.by === by,
      );
      expect(sameStep, `${from} ${event} ${to}`).toBe(true);
    }
  });
});
