import { describe, expect, it } from 'vitest';

import type { HexColour } from '../domain/settings.ts';
import { contrastRatio, hexOf, oklchOf, parseHexColour } from './colour.ts';

describe('a colour as people write it', () => {
  it.each([
    ['#1F4E8C', '#1f4e8c'],
    ['1f4e8c', '#1f4e8c'],
    [' #abc ', '#aabbcc'],
    ['ABC', '#aabbcc'],
  ])('%j is %s', (typed, colour) => {
    expect(parseHexColour(typed)).toBe(colour);
  });

  it.each(['', '#', 'navy', '#12345', '#1234567', '#12345g', '#1f4e8c;}', 'rgb(1,2,3)'])(
    '%j is none',
    (typed) => {
      expect(parseHexColour(typed)).toBeUndefined();
    },
  );
});

describe('WCAG 2.2: the contrast of two colours', () => {
  it.each<readonly [HexColour, HexColour, number]>([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    // The greys next to the limit of 4.5, as every checker names them.
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4.0],
    ['#0000ff', '#ffffff', 8.59],
    ['#ffff00', '#0000ff', 8.0],
  ])('%s on %s is %f, either way', (one, other, ratio) => {
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2);
    expect(contrastRatio(other, one)).toBe(contrastRatio(one, other));
  });
});

describe('CSS Color 4 §9.2: OKLCH', () => {
  it.each<{ colour: HexColour; lightness: number; chroma: number; degrees: number }>([
    { colour: '#ff0000', lightness: 0.627_96, chroma: 0.257_68, degrees: 29.23 },
    { colour: '#00ff00', lightness: 0.866_44, chroma: 0.294_83, degrees: 142.5 },
    { colour: '#0000ff', lightness: 0.452_01, chroma: 0.313_21, degrees: 264.05 },
  ])(
    '$colour is lightness $lightness, chroma $chroma, hue $degrees°',
    ({ colour, lightness, chroma, degrees }) => {
      const found = oklchOf(colour);
      expect(found.lightness).toBeCloseTo(lightness, 3);
      expect(found.chroma).toBeCloseTo(chroma, 3);
      expect(((found.hue * 180) / Math.PI + 360) % 360).toBeCloseTo(degrees, 1);
    },
  );

  it.each<HexColour>(['#000000', '#ffffff', '#1f4e8c', '#ffd400', '#7f7f7f', '#00ffff', '#010203'])(
    'there and back leaves %s as it was',
    (colour) => {
      expect(hexOf(oklchOf(colour))).toBe(colour);
    },
  );

  it('keeps lightness and hue of what no screen can show', () => {
    const wanted = { ...oklchOf('#1f4e8c'), chroma: 0.3 };
    const shown = oklchOf(hexOf(wanted));
    expect(shown.lightness).toBeCloseTo(wanted.lightness, 2);
    expect(shown.hue).toBeCloseTo(wanted.hue, 1);
    expect(shown.chroma).toBeLessThan(0.3);
    expect(shown.chroma).toBeGreaterThan(0.1);
  });
});
