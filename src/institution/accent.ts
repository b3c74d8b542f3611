import type { HexColour, IdentitySettings } from '../domain/settings.ts';
import { contrastRatio, hexOf, oklchOf, type Oklch } from './colour.ts';

export type Mode = 'light' | 'dark';

/** The colours of the product, as `pages/styles/tokens.css` has them. */
export const SHIPPED: Readonly<Record<Mode, Palette>> = {
  light: { accent: '#1f4e8c', strong: '#163b6d', soft: '#e7effa', onAccent: '#ffffff' },
  dark: { accent: '#8fb9f6', strong: '#b0cffa', soft: '#1a2a41', onAccent: '#0b1a2f' },
};

/** What a page is drawn on, as `pages/styles/tokens.css` has it; a test compares them. */
export const GROUNDS: Readonly<Record<Mode, Readonly<Record<Ground, HexColour>>>> = {
  light: { ground: '#f5f6f8', surface: '#ffffff', sunken: '#eff1f4' },
  dark: { ground: '#0f1216', surface: '#171b21', sunken: '#1f252d' },
};
type Ground = 'ground' | 'surface' | 'sunken';

/** The four colours that an institution has of its own in each mode. */
export interface Palette {
  /** Links, buttons, the present place. */
  readonly accent: HexColour;
  /** The same where the pointer is. */
  readonly strong: HexColour;
  /** Behind what is marked. */
  readonly soft: HexColour;
  /** Words on a button. */
  readonly onAccent: HexColour;
}

export type AccentOutcome =
  | { readonly type: 'readable'; readonly palette: Palette }
  | {
      readonly type: 'unreadable';
      /** Of the worst pair, rounded down to hundredths. */
      readonly ratio: number;
      /** What it is not read on. */
      readonly ground: HexColour;
      /** WCAG 2.2, 1.4.3 and 1.4.11. */
      readonly needed: number;
      /** The same hue, as little lighter or darker as can be. */
      readonly nearest: HexColour;
    };

const TEXT = 4.5;
const OUTLINE = 3;
/** What we choose ourselves is easier to read than it has to be. */
const COMFORTABLE = 7;

/** Whether a colour may be the accent of a mode, with all that follows from it. */
export function judgeAccent(accent: HexColour, mode: Mode): AccentOutcome {
  const palette = paletteOf(accent, mode);
  const [worst] = shortfalls(palette, mode, TEXT);
  if (worst === undefined) return { type: 'readable', palette };
  return {
    type: 'unreadable',
    ratio: Math.floor(worst.ratio * 100) / 100,
    ground: worst.ground,
    needed: worst.needed,
    nearest: nearestReadable(accent, mode, TEXT),
  };
}

/** The accent on dark ground for an institution that chose none for it. */
export function darkAccentFor(accent: HexColour): HexColour {
  return nearestReadable(accent, 'dark', COMFORTABLE);
}

/** The colours of both modes. Both accents were found readable when they were saved. */
export function palettesOf(
  identity: Pick<IdentitySettings, 'accentColour' | 'accentColourDark'>,
): Readonly<Record<Mode, Palette>> {
  const { accentColour, accentColourDark } = identity;
  if (accentColour === SHIPPED.light.accent && accentColourDark === null) return SHIPPED;
  return {
    light: paletteOf(accentColour, 'light'),
    dark: paletteOf(accentColourDark ?? darkAccentFor(accentColour), 'dark'),
  };
}

function paletteOf(accent: HexColour, mode: Mode): Palette {
  const { lightness, chroma, hue } = oklchOf(accent);
  return mode === 'light'
    ? {
        accent,
        strong: hexOf({ lightness: Math.max(0, lightness - 0.08), chroma, hue }),
        soft: hexOf({ lightness: 0.965, chroma: Math.min(0.018, chroma), hue }),
        onAccent: '#ffffff',
      }
    : {
        accent,
        strong: hexOf({ lightness: Math.min(1, lightness + 0.06), chroma, hue }),
        soft: hexOf({ lightness: 0.28, chroma: Math.min(0.045, chroma), hue }),
        onAccent: hexOf({ lightness: 0.2, chroma: Math.min(0.04, chroma), hue }),
      };
}

interface Pair {
  readonly ratio: number;
  readonly ground: HexColour;
  readonly needed: number;
}

/** Pairs that stand too little apart, the worst first. */
function shortfalls(palette: Palette, mode: Mode, text: number): readonly Pair[] {
  const { ground, surface, sunken } = GROUNDS[mode];
  const { accent, strong, soft, onAccent } = palette;
  const pairs: readonly (readonly [HexColour, HexColour, number])[] = [
    [accent, surface, text],
    [accent, ground, text],
    [accent, soft, TEXT],
    [strong, surface, TEXT],
    [strong, ground, TEXT],
    [strong, soft, TEXT],
    [onAccent, accent, TEXT],
    [onAccent, strong, TEXT],
    [accent, sunken, OUTLINE],
  ];
  return pairs
    .map(([colour, under, needed]) => ({
      ratio: contrastRatio(colour, under),
      ground: under,
      needed,
    }))
    .filter(({ ratio, needed }) => ratio < needed)
    .toSorted((one, other) => one.ratio / one.needed - other.ratio / other.needed);
}

/** Goes from the colour towards black or white until it can be read. Both ends can, in their mode. */
function nearestReadable(accent: HexColour, mode: Mode, text: number): HexColour {
  const start = oklchOf(accent);
  const at = (share: number): Oklch => ({
    ...start,
    lightness:
      mode === 'light' ? start.lightness * (1 - share) : start.lightness * (1 - share) + share,
  });
  const isReadable = (share: number): boolean =>
    shortfalls(paletteOf(hexOf(at(share)), mode), mode, text).length === 0;
  if (isReadable(0)) return hexOf(start);
  let unreadable = 0;
  let readable = 1;
  for (let step = 0; step < 16; step += 1) {
    const middle = (unreadable + readable) / 2;
    if (isReadable(middle)) readable = middle;
    else unreadable = middle;
  }
  return hexOf(at(readable));
}
