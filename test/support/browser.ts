import { cookieJar, type CookieJar } from './cookie-jar.ts';
import { elements, parseHtml, textOf, type HtmlElement } from './html.ts';
import {
  buttonLabel,
  isSubmitButton,
  pageForm,
  type PageForm,
  type Submission,
} from './page-form.ts';
import { rawRequest, type RawRequest, type RawResponse } from './raw-request.ts';

/** Where a browser ended up, and what it shows. */
export interface Page extends RawResponse {
  readonly url: URL;
  /** The addresses it was sent on through, first to last, without the last. */
  readonly redirects: readonly RedirectStep[];
  /** Only for a page (`text/html`); throws for anything else. */
  readonly document: HtmlElement;
  /** Its first heading. */
  readonly title: string;
  /** Everything that can be read on it. */
  readonly text: string;
  /**
   * The form with such a button, or with such an action.
   * @throws when there is none, or more than one
   */
  form(which: { readonly button: string } | { readonly action: string }): PageForm;
  /** Where the link with this text leads. */
  link(text: string): string;
  /** What is in the field with this label, in a form or beside one: `Client secret`. */
  field(label: string): string;
  /** The description of a term in a list of terms: `Client ID`. */
  described(term: string): string;
}

interface RedirectStep {
  readonly url: URL;
  readonly response: RawResponse;
}

/** A browser as people use it, without its rendering: cookies, forms, redirects, the headers browsers send. */
export interface Browser {
  readonly jar: CookieJar;
  /**
   * Opens an address and follows redirects to hosts it can reach; an app that does not run is not reached:
   * the page then is the redirect itself, and `url` where it leads.
   */
  visit(
    address: string,
    options?: { readonly headers?: Readonly<Record<string, string>> },
  ): Promise<Page>;
  /** Sends a form and follows what comes of it. */
  submit(page: Page, submission: Submission): Promise<Page>;
  /** One request with this browser's cookies; nothing is followed. */
  send(target: string, request?: RawRequest): Promise<RawResponse>;
}

const MOST_REDIRECTS = 12;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * @param home origin of the server, for addresses that are only paths
 * @param reachable other origins that answer, e.g. of an example app
 */
export function openBrowser(home: string, reachable: readonly string[] = []): Browser {
  const jar = cookieJar();
  const origins = new Set([home, ...reachable]);

  const exchange = async (method: string, url: URL, request: RawRequest): Promise<RawResponse> => {
    const cookie = jar.header(url.hostname);
    const response = await rawRequest(url.origin, `${method} ${pathOf(url)}`, {
      ...request,
      headers: {
        host: url.host,
        accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
        ...(cookie === undefined ? {} : { cookie }),
        ...request.headers,
      },
    });
    jar.keep(url.hostname, response.headers['set-cookie'] ?? []);
    return response;
  };

  const follow = async (start: RedirectStep): Promise<Page> => {
    const redirects: RedirectStep[] = [];
    let { url, response } = start;
    while (REDIRECTS.has(response.status) && response.headers.location !== undefined) {
      redirects.push({ url, response });
      if (redirects.length > MOST_REDIRECTS) throw new Error(`Redirected in circles: ${url.href}`);
      url = new URL(response.headers.location, url);
      if (!origins.has(url.origin)) break;
      response = await exchange('GET', url, { headers: { 'sec-fetch-mode': 'navigate' } });
    }
    return pageOf({ url, redirects, response });
  };

  return {
    jar,
    async visit(address, { headers = {} } = {}) {
      const url = new URL(address, home);
      const asked = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', ...headers };
      return follow({ url, response: await exchange('GET', url, { headers: asked }) });
    },
    async submit(page, submission) {
      const url = new URL(submission.action, page.url);
      if (submission.method === 'get') {
        url.search = new URLSearchParams(
          submission.fields.map(([name, value]) => [name, value as string]),
        ).toString();
        return follow({ url, response: await exchange('GET', url, {}) });
      }
      const site = url.origin === page.url.origin ? 'same-origin' : 'cross-site';
      const headers = { origin: page.url.origin, 'sec-fetch-site': site };
      const body = submission.multipart
        ? { multipart: submission.fields }
        : { form: submission.fields };
      return follow({ url, response: await exchange('POST', url, { headers, ...body }) });
    },
    send(target, request = {}) {
      const [method = 'GET', address = '/'] = target.split(' ');
      return exchange(method, new URL(address, home), request);
    },
  };
}

/** As browsers send it: a bare `?` stays. */
function pathOf(url: URL): string {
  const afterOrigin = url.href.slice(url.origin.length);
  return afterOrigin.split('#', 1)[0] ?? '/';
}

function pageOf({
  url,
  redirects,
  response,
}: {
  readonly url: URL;
  readonly redirects: readonly RedirectStep[];
  readonly response: RawResponse;
}): Page {
  let parsed: HtmlElement | undefined;
  const tree = (): HtmlElement => {
    if (response.headers['content-type']?.startsWith('text/html') !== true) {
      throw new Error(`${url.href} is no page: ${response.status} ${response.body.slice(0, 200)}`);
    }
    parsed ??= parseHtml(response.body);
    return parsed;
  };
  return {
    ...response,
    url,
    redirects,
    get document() {
      return tree();
    },
    get title() {
      const [heading] = elements(tree(), 'h1');
      return heading === undefined ? '' : textOf(heading);
    },
    get text() {
      return textOf(elements(tree(), 'body')[0] ?? tree());
    },
    form(which) {
      const matching = elements(tree(), 'form').filter((form) =>
        'action' in which
          ? form.attributes['action'] === which.action
          : hasButton(tree(), form, which.button),
      );
      if (matching.length !== 1) {
        throw new Error(
          `${matching.length} forms with ${JSON.stringify(which)} on: ${textOf(tree()).slice(0, 600)}`,
        );
      }
      return pageForm(tree(), matching[0]!);
    },
    link(text) {
      const first = elements(tree(), 'a').find((link) => textOf(link) === text);
      if (first === undefined) throw new Error(`No link "${text}" on: ${textOf(tree())}`);
      return first.attributes['href'] ?? '';
    },
    field: (label) => pageForm(tree(), tree()).value(label),
    described(term) {
      for (const list of elements(tree(), 'dl')) {
        const parts = elements(list, 'dt', 'dd');
        const at = parts.findIndex((part) => part.name === 'dt' && textOf(part) === term);
        const description = at === -1 ? undefined : parts[at + 1];
        if (description?.name === 'dd') return textOf(description);
      }
      throw new Error(`No term "${term}" on: ${textOf(tree()).slice(0, 600)}`);
    },
  };
}

function hasButton(root: HtmlElement, form: HtmlElement, label: string): boolean {
  return elements(root, 'button', 'input').some(
    (button) =>
      isSubmitButton(button) &&
      buttonLabel(button) === label &&
      (button.attributes['form'] === undefined
        ? elements(form, button.name).includes(button)
        : button.attributes['form'] === form.attributes['id']),
  );
}
