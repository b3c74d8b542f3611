import path from 'node:path';

import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** What the packaged browser is started with for the sake of small machines, and must not be started with in a test. */
const UNSAFE =
  /^--(?:disable-web-security|allow-running-insecure-content|disable-site-isolation|single-process|headless)/u;

/** Starts a browser without a window, with the security of any other, that can write Hindi. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: sparticuz.args.filter((argument) => !UNSAFE.test(argument)),
    env: { ...process.env, FONTCONFIG_FILE: path.join(import.meta.dirname, 'fonts.conf') },
    headless: true,
  });
}
