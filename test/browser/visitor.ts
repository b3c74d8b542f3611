import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A person at a browser of their own. Whatever a browser would complain about is remembered. */
export interface Visitor {
  readonly page: Page;
  /**
   * Looks at the page as it is now, on a phone and on a desk, in light and in dark: axe finds nothing, and nothing
   * is wider than the screen, also on the smallest one and with text twice as large.
   * @param state what is in view, for the report
   */
  inspect(state: string): Promise<void>;
  /** Console errors, exceptions, blocked resources so far. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 800 };
/** A desk at a zoom of 400 % (WCAG 1.4.10). */
const SMALLEST = { width: 320, height: 256 };
type Look = readonly [viewport: typeof PHONE, colorScheme: 'light' | 'dark'];
/** Between them, every page is seen on a phone and on a desk, in light and in dark. */
const LOOKS: Readonly<Record<'withScripts' | 'withoutScripts', readonly Look[]>> = {
  withScripts: [
    [PHONE, 'light'],
    [DESK, 'dark'],
  ],
  withoutScripts: [
    [PHONE, 'dark'],
    [DESK, 'light'],
  ],
};

interface Inspection {
  readonly state: string;
  readonly looks: readonly Look[];
}

/** In milliseconds. */
const PATIENCE = 30_000;
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * @param options.scripts whether scripts run in this browser
 */
export async function openVisitor(
  browser: Browser,
  options: { readonly origin: string; readonly scripts: boolean },
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: options.origin,
    javaScriptEnabled: options.scripts,
    viewport: DESK,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // An interaction waits for what it needs and no longer; a page that is not there is found out soon.
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  return {
    page,
    complaints,
    async inspect(state) {
      if (options.scripts) await inspectPage(page, { state, looks: LOOKS.withScripts });
      else await inspectCopy(page, { state, looks: LOOKS.withoutScripts });
    },
    close: () => context.close(),
  };
}

/** Collects what the browser would write to its console. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  const answeredPages = new Set<string>();
  page.on('response', (response) => {
    if (response.request().isNavigationRequest()) answeredPages.add(response.url());
  });
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // A browser also reports pages that are answered with 4xx on purpose.
    const isPage = answeredPages.has(message.location().url);
    if (isPage && message.text().startsWith('Failed to load resource')) return;
    complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (!request.isNavigationRequest()) complaints.push(`${request.url()}: ${reason}`);
  });
  return complaints;
}

/** Axe is a script itself: a page without scripts is looked at in a copy, in which axe is the only one. */
async function inspectCopy(page: Page, inspection: Inspection): Promise<void> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The browser is gone.');
  const html = (await page.content()).replaceAll(/<script\b[^>]*><\/script>/gu, '');
  const context = await browser.newContext();
  context.setDefaultTimeout(PATIENCE);
  try {
    const copy = await context.newPage();
    await copy.route(page.url(), (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await copy.goto(page.url());
    await inspectPage(copy, inspection);
  } finally {
    await context.close();
  }
}

async function inspectPage(page: Page, { state, looks }: Inspection): Promise<void> {
  for (const [viewport, colorScheme] of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const where = `${state}, ${viewport.width} wide, ${colorScheme}`;
    // There are no frames, so axe need not open a page of its own for them.
    const { violations } = await new AxeBuilder({ page })
      .withTags(WCAG)
      .setLegacyMode(true)
      .analyze();
    const findings = violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
    }));
    expect([where, findings]).toEqual([where, []]);
    expect([where, await page.evaluate(layoutFaults)]).toEqual([where, []]);
  }
  await page.setViewportSize(SMALLEST);
  const reflowed = `${state}, ${SMALLEST.width} wide`;
  expect([reflowed, await page.evaluate(layoutFaults)]).toEqual([reflowed, []]);
  await page.setViewportSize(DESK);
  const enlarged = `${state}, text twice as large`;
  await page.evaluate(enlargeText, '200%');
  expect([enlarged, await page.evaluate(layoutFaults)]).toEqual([enlarged, []]);
  await page.evaluate(enlargeText, '');
}

/** As a person's own setting does (WCAG 1.4.4); runs in the page. */
function enlargeText(size: string): void {
  document.documentElement.style.fontSize = size;
}

/** What axe does not look for; runs in the page. */
function layoutFaults(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  return [
    ...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} pixels too wide`] : []),
    // A picture that comes late must not move what is there already.
    ...[...document.querySelectorAll('img:not([width][height])')].map(({ outerHTML }) => outerHTML),
    // A label, a description or a link means the first of two.
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two of #${id}`),
  ];
}
