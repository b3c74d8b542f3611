import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { judgeAccent, type Mode } from '../institution/accent.ts';
import { INK } from '../institution/theme-css.ts';
import { findTheme, themePreviewUrl, themeUrl } from './theme.ts';

const green = { accentColour: '#00703c', accentColourDark: null } as const;

function served(url: string | null): string {
  const asset = findTheme((url ?? '').replace('/assets/', ''));
  return Buffer.from(asset?.bytes ?? []).toString();
}

describe('the stylesheet with the colours of the institution', () => {
  it('is not needed for those that pages have anyway', () => {
    expect(themeUrl({ accentColour: '#1f4e8c', accentColourDark: null })).toBeNull();
  });

  it('is served at the address that pages link, for light and for dark', () => {
    const css = served(themeUrl(green));
    expect(css).toMatch(/^:root\{--accent:#00703c;/u);
    const dark = /dark\)\{:root\{--accent:(#[0-9a-f]{6})/u.exec(css)?.[1];
    expect(judgeAccent(dark as '#000000', 'dark').type).toBe('readable');
  });

  it('has another address when anything of it is another', () => {
    const chosen = themeUrl({ ...green, accentColourDark: '#7fd8a4' });
    expect(chosen).not.toBe(themeUrl(green));
    expect(served(chosen)).toContain('dark){:root{--accent:#7fd8a4;');
  });

  it('shows both modes at once in a preview', () => {
    const css = served(themePreviewUrl(green));
    expect(css).toContain('.scheme-light{color-scheme:light;--ground:#f5f6f8;');
    expect(css).toContain('.scheme-dark{color-scheme:dark;--ground:#0f1216;');
    expect(css).toContain('--accent:#00703c;');
  });

  it.each([
    'theme.00703c-7fd8a4.00000000.css',
    'theme.css',
    'theme.00703c-7fd8a4.css',
    'theme.}body{-ffffff.00000000.css',
    'styles.00703c-7fd8a4.00000000.css',
  ])('is not made for %s', (name) => {
    expect(findTheme(name)).toBeUndefined();
  });

  const css = readFileSync(join(import.meta.dirname, '../pages/styles/tokens.css'), 'utf8');
  const darkAt = css.indexOf('@media (prefers-color-scheme: dark)');

  it.each<[Mode, string]>([
    ['light', css.slice(0, darkAt)],
    ['dark', css.slice(darkAt)],
  ])('previews the %s mode as it is', (mode, tokens) => {
    for (const [name, colour] of Object.entries(INK[mode])) {
      expect(tokens).toContain(`--${name}: ${colour};`);
    }
  });
});
