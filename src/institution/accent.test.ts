import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS, type HexColour } from '../domain/settings.ts';
import { darkAccentFor, GROUNDS, judgeAccent, palettesOf, SHIPPED, type Mode } from './accent.ts';
import { contrastRatio, hexOf, oklchOf } from './colour.ts';

const MODES: readonly Mode[] = ['light', 'dark'];

/** Round the wheel, dark to light, grey to bright. */
const COLOURS: readonly HexColour[] = Array.from({ length: 24 }, (_, index) => index).flatMap(
  (turn) =>
    [0.1, 0.35, 0.55, 0.75, 0.95].flatMap((lightness) =>
      [0, 0.08, 0.3].map((chroma) => hexOf({ lightness, chroma, hue: (turn / 12) * Math.PI })),
    ),
);

describe.each(MODES)('an accent on %s ground', (mode) => {
  const { ground, surface, sunken } = GROUNDS[mode];
  const judged = COLOURS.map((colour) => ({ colour, outcome: judgeAccent(colour, mode) }));
  const taken = judged.flatMap(({ outcome }) =>
    outcome.type === 'readable' ? [outcome.palette] : [],
  );
  const refused = judged.flatMap(({ colour, outcome }) =>
    outcome.type === 'unreadable' ? [{ colour, ...outcome }] : [],
  );

  it('is taken only if everything drawn with it can be read (WCAG 1.4.3, 1.4.11)', () => {
    expect(taken.length).toBeGreaterThan(50);
    for (const { accent, strong, soft, onAccent } of taken) {
      const texts = [
        ...[ground, surface, soft].flatMap((under) => [
          contrastRatio(accent, under),
          contrastRatio(strong, under),
        ]),
        contrastRatio(onAccent, accent),
        contrastRatio(onAccent, strong),
      ];
      expect(Math.min(...texts)).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(accent, sunken)).toBeGreaterThanOrEqual(3);
    }
  });

  it('is refused with how far it is from what is needed', () => {
    expect(refused.length).toBeGreaterThan(50);
    expect(refused.filter(({ ratio, needed }) => ratio >= needed)).toEqual([]);
  });

  it('that is refused comes with the nearest one that can be read, of the same hue', () => {
    for (const { colour, nearest } of refused) {
      const outcome = judgeAccent(nearest, mode);
      expect(outcome.type).toBe('readable');
      // Just about: what is offered is no further away than it has to be.
      const worst = [ground, surface, sunken].map((under) => contrastRatio(nearest, under));
      expect(Math.min(...worst)).toBeLessThan(5.5);
      const [asked, offered] = [oklchOf(colour), oklchOf(nearest)];
      const turned = Math.min(asked.chroma, offered.chroma) * Math.sin(asked.hue - offered.hue);
      expect(Math.abs(turned)).toBeLessThan(0.02);
    }
  });
});

describe('a colour that is refused', () => {
  it('says how far it is from what is needed', () => {
    expect(judgeAccent('#ffd400', 'light')).toEqual({
      type: 'unreadable',
      ratio: 1.29,
      ground: '#f7f4e6',
      needed: 4.5,
      nearest: '#856e00',
    });
    expect(judgeAccent('#ffd400', 'dark').type).toBe('readable');
  });

  it('is no common brand colour that can be read on white', () => {
    for (const colour of ['#d22630', '#1f4e8c', '#00703c', '#6a0dad', '#8b0000'] as const) {
      expect(judgeAccent(colour, 'light').type).toBe('readable');
    }
  });
});

describe('the accent on dark ground', () => {
  it('is made of the light one when none was chosen, comfortable to read', () => {
    for (const colour of COLOURS) {
      const made = darkAccentFor(colour);
      expect(judgeAccent(made, 'dark').type).toBe('readable');
      expect(contrastRatio(made, GROUNDS.dark.surface)).toBeGreaterThanOrEqual(7);
    }
  });

  it('is the chosen one otherwise', () => {
    const { dark } = palettesOf({ accentColour: '#1f4e8c', accentColourDark: '#ffd400' });
    expect(dark.accent).toBe('#ffd400');
  });
});

describe('the grounds', () => {
  const css = readFileSync(join(import.meta.dirname, '../pages/styles/tokens.css'), 'utf8');
  const darkAt = css.indexOf('@media (prefers-color-scheme: dark)');
  const tokens: Readonly<Record<Mode, string>> = {
    light: css.slice(0, darkAt),
    dark: css.slice(darkAt),
  };

  it.each(MODES)('are those of the %s pages', (mode) => {
    for (const [name, colour] of Object.entries(GROUNDS[mode])) {
      expect(tokens[mode]).toContain(`--${name}: ${colour};`);
    }
  });

  it.each(MODES)('hold the accent that the %s pages have without a decision', (mode) => {
    const { accent, strong, soft, onAccent } = palettesOf(DEFAULT_SETTINGS.identity)[mode];
    expect(palettesOf(DEFAULT_SETTINGS.identity)).toBe(SHIPPED);
    expect(tokens[mode]).toContain(`--accent: ${accent};`);
    expect(tokens[mode]).toContain(`--accent-strong: ${strong};`);
    expect(tokens[mode]).toContain(`--accent-soft: ${soft};`);
    expect(tokens[mode]).toContain(`--on-accent: ${onAccent};`);
    expect(judgeAccent(accent, mode).type).toBe('readable');
  });
});
