import { networkOf } from '../../account/network.ts';
import { SecretLeakPage } from '../../pages/portal/secret-leak-page.tsx';
import { type LeakReport, leakReport, parseLeakReports } from '../../portal/leak-report.ts';
import { type LeakOutcome, reportLeakedSecrets } from '../../portal/report-leaked-secrets.ts';
import type { AppContext } from '../environment.ts';
import { localPath } from '../local-path.ts';
import { pageFrame, seeOther, showPage } from '../page-response.tsx';
import { clientAddress } from '../request-context.ts';
import { noteThrottled, TOO_MANY_ATTEMPTS } from '../too-many-attempts.ts';

/**
 * POST /developer/secret-leaks: what a secret scanner found, as JSON (docs/adr/0007). The answer is the same whether or
 * not anything of it was a secret of ours.
 */
export async function takeSecretLeaks(c: AppContext): Promise<Response> {
  const parsed = parseLeakReports(await c.req.text());
  if (parsed.type === 'invalid') return c.json({ error: PROBLEMS[parsed.problem] }, 400);
  const outcome = await report(c, parsed.value);
  if (outcome.type === 'accepted') return c.body(null, 202);
  noteThrottled(c, outcome.retryAt);
  return c.json({ error: 'Too many reports. Try again later.' }, TOO_MANY_ATTEMPTS);
}

/** For the scanner's operator; no page, so in one language. */
const PROBLEMS = {
  malformed: 'Expected a JSON array of objects with a string "token" and an optional string "url".',
  'too-many': 'More than 100 tokens. Send them in several requests.',
} as const;

/** A larger body than any report needs. */
export async function refuseLargeReport(c: AppContext): Promise<Response> {
  return c.json({ error: 'The body is too large.' }, 413);
}

/** GET /developer/secret-leaks: for people who found one. */
export async function showSecretLeakForm(c: AppContext): Promise<Response> {
  return showForm(c, { token: '', url: '', problem: null });
}

/** POST /developer/secret-leaks/report */
export async function takeSecretLeakForm(c: AppContext): Promise<Response> {
  const { form } = c.var;
  const token = form.text('token');
  const url = form.text('url');
  const found = leakReport(token, url);
  if (found.token === '') return showForm(c, { token, url, problem: { code: 'missing' } });
  const outcome = await report(c, [found]);
  if (outcome.type === 'accepted') {
    return seeOther(c, localPath`/developer/secret-leaks`, 'secret-leak-reported');
  }
  noteThrottled(c, outcome.retryAt);
  const problem = { code: 'throttled', retryAt: outcome.retryAt } as const;
  return showForm(c, { token, url, problem });
}

async function report(c: AppContext, reports: readonly LeakReport[]): Promise<LeakOutcome> {
  const { deps, now } = c.var;
  const { storage, hashSecret, sendMail, institution } = deps;
  return reportLeakedSecrets(
    reports,
    { network: networkOf(clientAddress(c)) },
    {
      storage,
      hashSecret,
      sendMail,
      now,
      issuer: institution.issuer,
      reaction: deps.settings().leakedSecrets.reaction,
    },
  );
}

async function showForm(
  c: AppContext,
  sent: Omit<Parameters<typeof SecretLeakPage>[0], 'frame'>,
): Promise<Response> {
  const page = <SecretLeakPage frame={pageFrame(c)} {...sent} />;
  if (sent.problem === null) return showPage(c, page);
  return showPage(c, page, sent.problem.code === 'throttled' ? TOO_MANY_ATTEMPTS : 422);
}
