import type { AccountId } from '../domain/account.ts';
import { decideOnClient, type ReviewDependencies } from './decide.ts';
import { LONGEST_MESSAGE, visibleMessage } from './message-text.ts';

/** Never more than a reviewer can have looked at. */
const MOST = 100;

export type ManyOutcome =
  | {
      readonly type: 'decided';
      readonly decided: number;
      readonly voted: number;
      /** Names of those that had changed, or were not this reviewer's to decide. */
      readonly left: readonly string[];
    }
  | {
      readonly type: 'invalid';
      readonly problem: 'nothing-selected' | 'message-missing' | 'message-too-long';
    };

/**
 * Approves several requests, or asks for changes of several, each as it was seen: one that moved meanwhile is left.
 * No more than these two can be done with many at once.
 */
export async function decideOnMany(
  verdict: {
    /** `number:revision:status:state` of each, as the queue showed it. */
    readonly seen: readonly string[];
    readonly reviewer: AccountId;
    readonly type: string;
    readonly message: string;
  },
  deps: ReviewDependencies,
): Promise<ManyOutcome> {
  const { reviewer } = verdict;
  const type = verdict.type === 'changes-requested' ? verdict.type : 'approved';
  const message = visibleMessage(verdict.message);
  const apps = verdict.seen.slice(0, MOST).flatMap(parseSeen);
  if (apps.length === 0) return { type: 'invalid', problem: 'nothing-selected' };
  if (message.length > LONGEST_MESSAGE) return { type: 'invalid', problem: 'message-too-long' };
  if (message === '' && type === 'changes-requested') {
    return { type: 'invalid', problem: 'message-missing' };
  }
  let decided = 0;
  let voted = 0;
  const left: string[] = [];
  for (const { number, seen } of apps) {
    const one = { number, reviewer, type, message, seen, declined: [], checklist: [] };
    const outcome = await decideOnClient(one, deps);
    if (outcome.type === 'recorded') decided += 1;
    else if (outcome.type === 'vote-recorded') voted += 1;
    else {
      const dossier = await deps.storage.findClientForReview(number);
      if (dossier !== undefined) left.push(dossier.client.name);
    }
  }
  return { type: 'decided', decided, voted, left };
}

function parseSeen(text: string): readonly {
  readonly number: number;
  readonly seen: {
    readonly revision: number;
    readonly status: string;
    readonly revisionState: string;
  };
}[] {
  const found =
    /^(?<number>\d{1,15}):(?<revision>\d{1,9}):(?<status>[a-z-]+):(?<state>[a-z-]+)$/u.exec(
      text,
    )?.groups;
  if (found === undefined) return [];
  return [
    {
      number: Number(found['number']),
      seen: {
        revision: Number(found['revision']),
        status: found['status'] ?? '',
        revisionState: found['state'] ?? '',
      },
    },
  ];
}
