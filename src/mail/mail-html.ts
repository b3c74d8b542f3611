import type { Language } from '../domain/language.ts';
import type { HexColour } from '../domain/settings.ts';

interface Look {
  readonly language: Language;
  readonly institution: string;
  /** Readable on white. */
  readonly accent: HexColour;
  /** Absolute URL; null: only the name. */
  readonly logo: string | null;
}

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif";

/**
 * The text of a mail as HTML under the institution's name: paragraphs, quotes, and addresses to open. Nothing in the
 * text is read as HTML. Mail programs know little CSS, and all of it inline.
 */
export function mailHtml(text: string, { language, institution, accent, logo }: Look): string {
  const name = escaped(institution);
  const mark =
    logo === null
      ? ''
      : `<img src="${escaped(logo)}" alt="" width="32" height="32" style="vertical-align:middle;margin-right:12px">`;
  const body = text
    .trim()
    .split(/\n{2,}/u)
    .map((paragraph) => paragraphHtml(paragraph, accent))
    .join('\n');
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title></head>
<body style="margin:0;padding:24px 16px;background:#f5f6f8;color:#191e26;${FONT};font-size:16px;line-height:1.5">
<div style="max-width:560px;margin:0 auto;background:#ffffff;border:1px solid #dde1e7;border-top:4px solid ${accent};border-radius:8px;padding:24px">
<p style="margin:0 0 24px;font-weight:600">${mark}${name}</p>
${body}
</div>
</body>
</html>
`;
}

function paragraphHtml(paragraph: string, accent: HexColour): string {
  const lines = paragraph.split('\n');
  if (lines.every((line) => line.startsWith('>'))) {
    const quoted = lines.map((line) => escaped(line.replace(/^>\s?/u, ''))).join('<br>');
    return `<blockquote style="margin:0 0 16px;padding:4px 0 4px 16px;border-left:3px solid #dde1e7">${quoted}</blockquote>`;
  }
  const content = lines.map((line) => linked(line, accent)).join('<br>');
  return `<p style="margin:0 0 16px;overflow-wrap:anywhere">${content}</p>`;
}

/** A line that is nothing but an address can be opened; addresses among other words are somebody's text. */
function linked(line: string, accent: HexColour): string {
  return /^https?:\/\/\S+$/u.test(line)
    ? `<a href="${escaped(line)}" style="color:${accent}">${escaped(line)}</a>`
    : escaped(line);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (character) => ENTITIES[character] ?? '');
}
