import { issuePasswordLink } from '../../account/password-reset.ts';
import { passwordResetMail } from '../../account/password-mail.ts';
import { signInIdentifiers } from '../../account/sign-in-identifier.ts';
import {
  type Account,
  type AccountId,
  displayName,
  hasActiveRole,
  ROLE_NAMES,
} from '../../domain/account.ts';
import { calendarDate } from '../../domain/clock.ts';
import { mailAddress } from '../../domain/mail-address.ts';
import type { AccountAction, AccountActionOutcome } from '../../domain/people.ts';
import { PeoplePage } from '../../pages/people/people-page.tsx';
import { findPeople } from '../../people/people-search.ts';
import { parseRole, parseRoleForm } from '../../people/role-form.ts';
import { settleOwnerships, type SuccessionDependencies } from '../../portal/succession.ts';
import { signedInPerson } from '../access.ts';
import type { AppContext } from '../environment.ts';
import { languageOf } from '../language.ts';
import { localPath } from '../local-path.ts';
import type { NoticeCode } from '../notice.ts';
import { notFound, pageFrame, seeOther, showPage } from '../page-response.tsx';
import { clientAddress } from '../request-context.ts';
import { personPath, showPersonPage } from './people-view.tsx';
import { positiveInteger } from './portal-dashboard-view.tsx';

/** Of a search, in characters. */
const LONGEST_QUERY = 200;

/** GET /people?q=…&role=…&state=…&after=… */
export async function showPeople(c: AppContext): Promise<Response> {
  const { deps } = c.var;
  const values = {
    query: (c.req.query('q') ?? '').slice(0, LONGEST_QUERY),
    role: c.req.query('role') ?? '',
    state: c.req.query('state') ?? '',
  };
  const after = positiveInteger(c.req.query('after')) ?? null;
  const identifiers = signInIdentifiers(values.query, deps.institution);
  const { people, next } = await findPeople(values, { after, identifiers }, deps);
  const day = today(c);
  const page = (
    <PeoplePage
      frame={pageFrame(c)}
      values={values}
      roles={ROLE_NAMES}
      people={people.map((account) => ({
        id: account.id,
        name: displayName(account),
        username: account.username,
        isActive: account.isActive,
        roles: ROLE_NAMES.filter((role) => hasActiveRole(account.profile, role, day)),
      }))}
      isLaterPage={after !== null}
      next={next}
    />
  );
  return showPage(c, page);
}

/** GET /people/:account */
export async function showPerson(c: AppContext): Promise<Response> {
  return withPerson(c, async () => showPersonPage(c));
}

/** POST /people/:account/deactivate. Ends sessions, links and the access of apps as well. */
export async function deactivatePerson(c: AppContext): Promise<Response> {
  return changePerson(c, 'account-deactivated', async (action) =>
    c.var.deps.storage.deactivateAccount(action),
  );
}

/** POST /people/:account/reactivate */
export async function reactivatePerson(c: AppContext): Promise<Response> {
  return changePerson(c, 'account-reactivated', async (action) =>
    c.var.deps.storage.reactivateAccount(action),
  );
}

/** POST /people/:account/roles: `role`, `start_date`, `end_date` */
export async function giveRole(c: AppContext): Promise<Response> {
  const { form } = c.var;
  const typed = {
    role: form.text('role'),
    startDate: form.text('start_date'),
    endDate: form.text('end_date'),
  };
  const parsed = parseRoleForm(typed, today(c));
  if (parsed.type === 'invalid') {
    const roleForm = { ...typed, problems: parsed.problems };
    return withPerson(c, async () => showPersonPage(c, { roleForm }));
  }
  return changePerson(c, 'role-changed', async (action) =>
    c.var.deps.storage.changeRole(action, parsed.change),
  );
}

/** POST /people/:account/roles/end: `role` */
export async function endRole(c: AppContext): Promise<Response> {
  const role = parseRole(c.var.form.text('role'));
  if (role === undefined) return notFound(c);
  return changePerson(c, 'role-ended', async (action) =>
    c.var.deps.storage.changeRole(action, { type: 'ended', role, today: action.today }),
  );
}

/** POST /people/:account/password-link: `delivery` is `mail` or `show`. Recorded before anybody learns the link. */
export async function sendPasswordLink(c: AppContext): Promise<Response> {
  return withPerson(c, async (account) => {
    const { deps, form, now } = c.var;
    const lifetime = deps.lifetimes.passwordReset;
    if (!account.isActive) return showPersonPage(c);
    const delivery = form.text('delivery') === 'mail' ? 'mail' : 'shown';
    // A link nobody gets must not replace one that was handed over.
    if (delivery === 'mail' && mailAddress(account.profile) === undefined) return showPersonPage(c);
    const { url } = await issuePasswordLink({ accountId: account.id, lifetime }, { ...deps, now });
    await deps.storage.appendAuditEvent({
      at: now,
      actor: signedInPerson(c).account.id,
      action: 'account.password-link-issued',
      subject: { type: 'account', id: String(account.id), label: displayName(account) },
      details: { delivery },
    });
    if (delivery === 'shown') return showPersonPage(c, { link: url });
    const mail = passwordResetMail(
      account,
      { link: url, validSeconds: lifetime },
      { address: clientAddress(c), language: languageOf(c) },
    );
    if (mail !== undefined) deps.sendMail(mail);
    return seeOther(c, personPath(account.id), 'password-link-mailed');
  });
}

async function withPerson(
  c: AppContext,
  answer: (account: Account) => Promise<Response>,
): Promise<Response> {
  const id = positiveInteger(c.req.param('account'));
  const account = id === undefined ? undefined : await c.var.deps.storage.findAccount(id);
  return account === undefined ? notFound(c) : answer(account);
}

async function changePerson(
  c: AppContext,
  notice: NoticeCode,
  change: (action: AccountAction) => Promise<AccountActionOutcome>,
): Promise<Response> {
  const accountId = positiveInteger(c.req.param('account'));
  if (accountId === undefined) return notFound(c);
  const actor = signedInPerson(c).account.id;
  const outcome = await change({ accountId, actor, at: c.var.now, today: today(c) });
  switch (outcome) {
    case 'not-found':
      return notFound(c);
    case 'last-maintainer':
      return showPersonPage(c, { isLastMaintainer: true });
    case 'changed':
      // Apps of theirs may need another owner now.
      await settleOwnerships(accountId, settling(c));
      return afterChange(c, accountId, notice);
    case 'unchanged':
      return afterChange(c, accountId, notice);
  }
}

async function afterChange(
  c: AppContext,
  accountId: AccountId,
  notice: NoticeCode,
): Promise<Response> {
  const actor = signedInPerson(c).account.id;
  // Whoever took their own rights away sees no people any more.
  const own = accountId === actor ? await c.var.deps.storage.findAccount(actor) : undefined;
  const maintains =
    own === undefined || (own.isActive && hasActiveRole(own.profile, 'Maintainer', today(c)));
  return seeOther(c, maintains ? personPath(accountId) : localPath`/`, notice);
}

function settling(c: AppContext): SuccessionDependencies {
  const { storage, sendMail, institution } = c.var.deps;
  const { issuer, timeZone } = institution;
  return { storage, sendMail, issuer, timeZone, now: c.var.now };
}

function today(c: AppContext): string {
  return calendarDate(c.var.now, c.var.deps.institution.timeZone);
}
