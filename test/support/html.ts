/** An element of a page of ours: well-formed HTML with quoted attributes, as hono/jsx writes it. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (HtmlElement | string)[];
  readonly parent: HtmlElement | null;
}

const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);
const RAW_TEXT_ELEMENTS: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title']);
const CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};
const TOKEN =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/([a-z][a-z0-9-]*)\s*>|<([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>|[^<]+/giuy;
const ATTRIBUTE = /([^\s=>/]+)(?:="([^"]*)")?/gu;

interface OpenElement extends HtmlElement {
  readonly children: (HtmlElement | string)[];
}

/** A page but for the token of its forms, which is another one each time. */
export function withoutFormTokens(html: string): string {
  return html.replaceAll(/(?<=name="csrf_token" value=")[^"]*/gu, '…');
}

/**
 * Reads a page as a tree.
 * @throws when the HTML is not what our pages may be: an unquoted attribute, a tag that closes nothing
 */
export function parseHtml(html: string): HtmlElement {
  const root: OpenElement = { name: '#document', attributes: {}, children: [], parent: null };
  let open = root;
  let position = 0;
  while (position < html.length) {
    const rawEnd = RAW_TEXT_ELEMENTS.has(open.name) ? html.indexOf(`</${open.name}`, position) : -1;
    if (rawEnd > position) {
      open.children.push(decode(html.slice(position, rawEnd)));
      position = rawEnd;
    }
    TOKEN.lastIndex = position;
    const token = TOKEN.exec(html);
    if (token === null) {
      throw new Error(`Not well-formed at: ${html.slice(position, position + 80)}`);
    }
    position = TOKEN.lastIndex;
    open = apply(token, open);
  }
  if (open !== root) throw new Error(`<${open.name}> is never closed`);
  return root;
}

/** Puts one token into the tree, and answers the element that is open afterwards. */
function apply(token: RegExpExecArray, open: OpenElement): OpenElement {
  const [text, closed, opened, attributes = ''] = token;
  if (closed !== undefined) {
    if (closed !== open.name) throw new Error(`</${closed}> inside <${open.name}>`);
    return open.parent as OpenElement;
  }
  if (opened !== undefined) {
    const element: OpenElement = {
      name: opened.toLowerCase(),
      attributes: Object.fromEntries(
        [...attributes.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, decode(value)]),
      ),
      children: [],
      parent: open,
    };
    open.children.push(element);
    return VOID_ELEMENTS.has(element.name) ? open : element;
  }
  if (!text.startsWith('<!')) open.children.push(decode(text));
  return open;
}

function decode(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]+|#\d+|[a-z]+);/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return CHARACTERS[name] ?? whole;
    return String.fromCodePoint(
      name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)),
    );
  });
}

/** Every element below, in document order. */
export function* descendants(element: HtmlElement): Generator<HtmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* descendants(child);
  }
}

export function elements(root: HtmlElement, ...names: readonly string[]): HtmlElement[] {
  return [...descendants(root)].filter(({ name }) => names.includes(name));
}

/** What a reader sees: texts joined, blanks collapsed. */
export function textOf(element: HtmlElement): string {
  return rawText(element).replaceAll(/\s+/gu, ' ').trim();
}

const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote br dd div dl dt fieldset footer form h1 h2 h3 h4 header hr li main nav ol option p section table td th tr ul'.split(
    ' ',
  ),
);

/** The text as it stands, of a textarea or a `pre`. */
export function rawText(element: HtmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.name === 'script' || child.name === 'style') return '';
      return BLOCKS.has(child.name) ? ` ${rawText(child)} ` : rawText(child);
    })
    .join('');
}

export function byId(root: HtmlElement, id: string): HtmlElement | undefined {
  return [...descendants(root)].find(({ attributes }) => attributes['id'] === id);
}

export function closest(element: HtmlElement, name: string): HtmlElement | undefined {
  for (let at = element.parent; at !== null; at = at.parent) if (at.name === name) return at;
  return undefined;
}
