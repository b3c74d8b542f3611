import type { Context } from 'hono';
import { html } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { displayName } from '../domain/account.ts';
import { ErrorPage } from '../pages/error-page.tsx';
import type { PageFrame } from '../pages/page-frame.ts';
import { acceptedCoding, compressText, type ContentCoding } from './content-coding.ts';
import { csrfToken } from './csrf-token.ts';
import type { AppContext } from './environment.ts';
import { languageOf, pageTexts } from './language.ts';
import type { LocalPath } from './local-path.ts';
import { isMaintainer } from './maintainer.ts';
import { leaveNotice, takeNotice, type NoticeCode } from './notice.ts';
import { pathToComeBackTo } from './own-path.ts';

/** What every page shows around its content. */
export function pageFrame(c: AppContext): PageFrame {
  const { deps, signedIn } = c.var;
  return {
    institution: deps.institution.name,
    brand: deps.brand,
    assets: deps.assets.urls,
    person:
      signedIn === undefined
        ? null
        : { name: displayName(signedIn.account), isMaintainer: isMaintainer(c) },
    unread: c.var.unread ?? 0,
    csrfToken: csrfToken(c),
    path: c.req.path,
    reopenAt: pathToComeBackTo(c),
    language: languageOf(c),
    notice: takeNotice(c),
    now: c.var.now,
    timeZone: deps.institution.timeZone,
  };
}

/**
 * Answers with a page. Pages hold what belongs to one person, so nobody stores them.
 * @param status 422 for a form shown again with what to correct
 */
export async function showPage(c: AppContext, page: JSX.Element, status = 200): Promise<Response> {
  c.header('Cache-Control', 'no-store');
  c.header('Vary', 'Accept-Encoding, Sec-Fetch-Site');
  const text = String(await html`<!doctype html>${page}`);
  const coding = codingOfPage(c);
  if (coding === undefined) return c.html(text, status as ContentfulStatusCode);
  return c.body(await compressText(text, coding), status as ContentfulStatusCode, {
    'Content-Type': 'text/html; charset=UTF-8',
    'Content-Encoding': coding,
  });
}

/** Answers with a page that a secret stands on. Neither we nor a proxy compress it (docs/adr/0016). */
export async function showPageWithSecret(
  c: AppContext,
  page: JSX.Element,
  status = 200,
): Promise<Response> {
  c.header('Cache-Control', 'no-store, no-transform');
  return c.html(html`<!doctype html>${page}`, status as ContentfulStatusCode);
}

/**
 * What to compress a page with. A page that another site led to says back what that site wrote into the address: if
 * its size told how much of that stands on the page already, it would tell what stands there (BREACH, docs/adr/0016).
 */
function codingOfPage(c: AppContext): ContentCoding | undefined {
  const site = c.req.header('sec-fetch-site');
  const isOwnDoing = site === 'same-origin' || site === 'none';
  return isOwnDoing ? acceptedCoding(c.req.header('accept-encoding')) : undefined;
}

export interface ShownError {
  readonly status: number;
  readonly title: string;
  readonly explanation: string;
  readonly advice: string;
  readonly details?: readonly { readonly label: string; readonly value: string }[];
}

/** Of an address that was refused, in characters. */
const LONGEST_REPEATED = 300;

/** Answers with our own error page. */
export async function showError(c: AppContext, error: ShownError): Promise<Response> {
  const { title, explanation, advice, details = [], status } = error;
  const frame = pageFrame(c);
  // What a stranger's link said does not come back whole.
  const reopenAt = frame.reopenAt.length > LONGEST_REPEATED ? '/' : frame.reopenAt;
  const page = (
    <ErrorPage
      frame={{ ...frame, reopenAt }}
      title={title}
      explanation={explanation}
      advice={advice}
      details={details}
    />
  );
  return showPage(c, page, status);
}

/** The same for what does not exist and for what is none of the visitor's business. */
export async function notFound(c: AppContext): Promise<Response> {
  return showError(c, { status: 404, ...pageTexts(c).errors.notFound });
}

/** Goes on to a page of ours. */
export function redirect(c: Context, to: LocalPath): Response {
  return c.body(null, 302, { Location: to, 'Cache-Control': 'no-store' });
}

/** After a form did its work: a reload of the next page sends nothing again. */
export function seeOther(c: AppContext, to: LocalPath, notice?: NoticeCode): Response {
  if (notice !== undefined) leaveNotice(c, notice);
  return c.body(null, 303, { Location: to, 'Cache-Control': 'no-store' });
}
