import { z } from 'zod';

import { invalid, valid, type Parsed } from './parsed-field.ts';

/** One secret that somebody found. */
export interface LeakReport {
  /** As found; blanks around it do not count. */
  readonly token: string;
  /** An http(s) address; `''`: not said, or none. */
  readonly foundAt: string;
}

/** So many in one report; a scanner splits longer ones. */
const MOST_REPORTS = 100;
/** In characters. */
const LONGEST_ADDRESS = 500;

/** What secret scanners send: GitHub's partners know it as the secret scanning alert. Further members are ignored. */
const alerts = z.array(z.object({ token: z.string(), url: z.string().nullish() }));

/** Reads the JSON of a scanner: `[{"type": …, "token": …, "url": …}, …]`. */
export function parseLeakReports(
  body: string,
): Parsed<readonly LeakReport[], 'malformed' | 'too-many'> {
  const parsed = alerts.safeParse(json(body));
  if (!parsed.success) return invalid('malformed');
  if (parsed.data.length > MOST_REPORTS) return invalid('too-many');
  return valid(parsed.data.map(({ token, url }) => leakReport(token, url ?? '')));
}

/** What a person or a scanner says: a secret, and where it was. */
export function leakReport(token: string, url: string): LeakReport {
  return { token: token.trim(), foundAt: webAddress(url.trim()) };
}

/** Only what leads to a page; it is shown to the team, who should look at it before they follow it. */
function webAddress(text: string): string {
  const url = text.length > LONGEST_ADDRESS ? null : URL.parse(text);
  if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== '') return '';
  return url.href.length > LONGEST_ADDRESS ? '' : url.href;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
