import { confirmOwnPassword } from '../../account/own-password.ts';
import { transferOwnership } from '../../portal/hand-over.ts';
import type { AppContext } from '../environment.ts';
import { notFound, seeOther } from '../page-response.tsx';
import { clientAddress } from '../request-context.ts';
import { dashboardPath, positiveInteger } from './portal-dashboard-view.tsx';
import { mailing, showTeam, teamChange } from './portal-team.tsx';

/** POST /developer/:number/team/transfer: `new_owner`, `password` */
export async function transfer(c: AppContext): Promise<Response> {
  const action = teamChange(c);
  if (action === undefined) return notFound(c);
  const { deps, form, now } = c.var;
  const member = form.text('new_owner');
  const memberId = positiveInteger(member);
  if (memberId === undefined) {
    const problem = { code: 'not-a-member' } as const;
    return showTeam(c, action, { transfer: { member, problem, password: null } });
  }
  const confirmation = await confirmOwnPassword(
    { accountId: action.actor, password: form.text('password'), address: clientAddress(c) },
    { ...deps, now },
  );
  if (confirmation.type !== 'confirmed') {
    const password =
      confirmation.type === 'throttled'
        ? ({ code: 'throttled', retryAt: confirmation.retryAt } as const)
        : ({ code: 'wrong-password' } as const);
    return showTeam(c, action, { transfer: { member, problem: null, password } });
  }
  const outcome = await transferOwnership(action, memberId, mailing(c));
  switch (outcome) {
    case 'transferred':
      return seeOther(c, dashboardPath(action.number), 'ownership-transferred');
    case 'not-found':
      return notFound(c);
    case 'not-a-member':
    case 'not-possible': {
      const code = outcome === 'not-possible' ? 'no-owner-possible' : outcome;
      return showTeam(c, action, { transfer: { member, problem: { code }, password: null } });
    }
  }
}
