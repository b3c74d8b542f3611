import type { ClaimType, JsonValue } from '../../domain/claim.ts';
import { isCalendarDate } from './calendar-date.ts';
import { shownValue } from './shown-value.ts';
import { jsonValue } from './json-text.ts';
import { value, wrong, type ParsedValue } from './parsed-value.ts';

const LONGEST_TEXT = 2000;
const MOST_LINKS = 50;
/** What `social_information.links` is keyed by (wire contract §1.2): `git`, `lin`, …; it becomes a key of the answer. */
const SITE_CODE = /^[a-z][a-z0-9_]{1,31}$/u;
/** `kernel/display_pictures/<name>.png`: no empty or dotted segment. */
const PICTURE_PATH = /^(?:\w[\w.-]*\/)+\w[\w.-]*\.(?:png|webp|jpe?g|gif)$/iu;

/** Types whose value stands in a record; roles are held by the account itself. */
export type RecordClaimType = Exclude<ClaimType, 'roles' | 'custom-roles'>;

type Reader = (cell: unknown) => ParsedValue<JsonValue>;

const READERS: Readonly<Record<RecordClaimType, Reader>> = {
  string: readText,
  integer: readInteger,
  boolean: readBoolean,
  date: readDate,
  links: readLinks,
  picture: readPicture,
};

/**
 * Understands one value of the file.
 * @param cell text of a CSV file, or JSON; not empty
 */
export function readClaimValue(type: RecordClaimType, cell: unknown): ParsedValue<JsonValue> {
  return READERS[type](typeof cell === 'string' ? cell.trim() : cell);
}

/** `true` and `false`, also as spreadsheets and people write them. */
export function readBoolean(cell: unknown): ParsedValue<boolean> {
  const text = typeof cell === 'string' ? cell.toLowerCase() : cell;
  if (text === true || text === 'true' || text === 'yes' || text === '1') return value(true);
  if (text === false || text === 'false' || text === 'no' || text === '0') return value(false);
  return wrong('no-boolean', shownValue(cell));
}

function readText(cell: unknown): ParsedValue<string> {
  // A number in JSON, such as an enrolment number without quotes.
  const text = Number.isSafeInteger(cell) ? String(cell) : cell;
  if (typeof text !== 'string') return wrong('no-text', shownValue(cell));
  if (text.length > LONGEST_TEXT) return wrong('too-long', LONGEST_TEXT);
  if (/\p{Cc}/u.test(text.replaceAll(/[\n\t]/gu, ''))) {
    return wrong('control-characters', shownValue(text));
  }
  return value(text);
}

function readInteger(cell: unknown): ParsedValue<number> {
  const number = typeof cell === 'string' && /^[+-]?\d+$/u.test(cell) ? Number(cell) : cell;
  if (typeof number === 'number' && Number.isSafeInteger(number)) return value(number);
  return wrong('no-whole-number', shownValue(cell));
}

function readDate(cell: unknown): ParsedValue<string> {
  if (typeof cell === 'string' && isCalendarDate(cell)) return value(cell);
  return wrong('no-date', shownValue(cell));
}

function readPicture(cell: unknown): ParsedValue<string> {
  const path = typeof cell === 'string' ? cell.replace(/^\/?media\//u, '') : '';
  if (PICTURE_PATH.test(path)) return value(path);
  return wrong('no-picture', shownValue(cell));
}

/** `git=https://github.com/x; lin=https://…`, or the same as a JSON object. */
function readLinks(cell: unknown): ParsedValue<JsonValue> {
  const links = typeof cell === 'string' ? linksOfText(cell) : linksOfJson(cell);
  if (links === undefined) return wrong('no-list-of-links', shownValue(cell));
  if (links.length > MOST_LINKS) return wrong('too-many-links', MOST_LINKS);
  for (const [site, url] of links) {
    if (!SITE_CODE.test(site)) return wrong('no-site-code', shownValue(site));
    if (!isWebAddress(url)) return wrong('no-web-address', shownValue(url));
  }
  const sites = new Set(links.map(([site]) => site));
  if (sites.size < links.length) return wrong('site-twice');
  return value(Object.fromEntries(links) as Record<string, string>);
}

type Links = readonly (readonly [site: string, url: unknown])[];

function linksOfText(text: string): Links | undefined {
  if (text.startsWith('{')) return linksOfJson(jsonValue(text));
  const links = text
    // A semicolon may also stand in an address: `?a=1;b=2`.
    .split(/;(?=\s*[a-z][a-z0-9_]+\s*=|\s*$)/u)
    .map((link) => link.trim())
    .filter((link) => link !== '')
    .map((link) => /^(\w+)\s*=\s*(.*)$/su.exec(link));
  if (links.includes(null)) return undefined;
  return links.flatMap((link) => (link === null ? [] : [[link[1] ?? '', link[2]] as const]));
}

function linksOfJson(json: unknown): Links | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  return Object.entries(json);
}

function isWebAddress(url: unknown): url is string {
  if (typeof url !== 'string' || url.length > LONGEST_TEXT || /\s/u.test(url)) return false;
  return /^https?:\/\//iu.test(url) && URL.canParse(url);
}
