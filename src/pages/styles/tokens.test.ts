import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const css = fs.readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');
const darkAt = css.indexOf('@media (prefers-color-scheme: dark)');

function colours(text: string): Readonly<Record<string, string>> {
  const tokens = [...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/gu)];
  return Object.fromEntries(tokens.map(([, name, value]) => [name, value]));
}

const light = colours(css.slice(0, darkAt));
const themes = [
  ['light', light],
  ['dark', { ...light, ...colours(css.slice(darkAt)) }],
] as const;

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const surfaces = ['ground', 'surface', 'sunken'];
const pairs = (names: readonly string[], on: readonly string[]): readonly [string, string][] =>
  names.flatMap((name) => on.map((background): [string, string] => [name, background]));

const texts = [
  ...pairs(['text', 'text-muted'], surfaces),
  ...pairs(['accent', 'accent-strong', 'problem', 'problem-strong'], ['ground', 'surface']),
  ...pairs(['text'], ['accent-soft', 'success-soft', 'waiting-soft', 'problem-soft']),
  ...pairs(['accent', 'accent-strong'], ['accent-soft']),
  ...pairs(['success'], ['success-soft']),
  ...pairs(['waiting'], ['waiting-soft']),
  ...pairs(['problem'], ['problem-soft']),
  ...pairs(['on-accent'], ['accent', 'accent-strong']),
  ...pairs(['on-problem'], ['problem', 'problem-strong']),
  ...pairs(['surface'], ['success', 'accent', 'problem']),
  ...pairs(['tint-text'], ['tint-0', 'tint-1', 'tint-2', 'tint-3', 'tint-4', 'tint-5']),
];
const outlines = pairs(['line-strong', 'focus', 'accent', 'problem', 'success'], surfaces);

describe.each(themes)('the %s theme', (_name, theme) => {
  it.each(texts)('WCAG 1.4.3: %s on %s can be read (4.5:1)', (text, background) => {
    expect(contrast(theme[text] ?? '', theme[background] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(outlines)('WCAG 1.4.11: %s on %s can be seen (3:1)', (line, background) => {
    expect(contrast(theme[line] ?? '', theme[background] ?? '')).toBeGreaterThanOrEqual(3);
  });
});
