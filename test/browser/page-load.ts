import type { Page, Route } from 'playwright-core';

/** How a page came in, on a browser that has nothing of it yet. */
export interface PageLoad {
  /** Everything that came over the line for it: pages on the way, markup, styles, modules, pictures; with headers. */
  readonly bytes: number;
  /** What moved while it loaded, though nobody did anything (https://web.dev/articles/cls). */
  readonly shifts: readonly string[];
}

/**
 * Opens pages as on a slow line: modules and pictures come after the page is to be seen, and so could move it. Nothing
 * is kept from one page to the next.
 */
export async function pageLoads(page: Page): Promise<(address: string) => Promise<PageLoad>> {
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  session.on('Network.requestWillBeSent', ({ redirectResponse }) => {
    bytes += redirectResponse?.encodedDataLength ?? 0;
  });
  await page.route(/\.(?:js|png|webp|jpe?g|svg)(?:\?|$)/u, (route) => comeLate(page, route));
  return async (address) => {
    bytes = 0;
    await page.goto(address);
    const shifts = await page.evaluate(shiftsSoFar);
    return { bytes, shifts };
  };
}

async function comeLate(page: Page, route: Route): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByType('paint').length > 0);
  await route.continue();
}

/** What a browser measures of a shift, as far as it is of interest; not yet in TypeScript's library. */
interface LayoutShift extends PerformanceEntry {
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Runs in the page. */
async function shiftsSoFar(): Promise<readonly string[]> {
  const shifts: LayoutShift[] = [];
  new PerformanceObserver((list) => {
    shifts.push(...(list.getEntries() as LayoutShift[]));
  }).observe({ type: 'layout-shift', buffered: true });
  const painted = async (): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => resolve());
    });
  await painted();
  await painted();
  return shifts
    .filter(({ hadRecentInput }) => !hadRecentInput)
    .flatMap(({ sources }) => sources.map(({ node }) => node?.parentElement?.outerHTML ?? ''))
    .map((html) => html.slice(0, 300));
}
