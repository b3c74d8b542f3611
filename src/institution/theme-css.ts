import type { HexColour } from '../domain/settings.ts';
import { GROUNDS, type Mode, type Palette } from './accent.ts';

type Palettes = Readonly<Record<Mode, Palette>>;

/** A stylesheet that puts the institution's colours into every page; it follows the one of the program. */
export function themeCss(palettes: Palettes): string {
  return (
    `:root{${declarations(accentTokens(palettes.light))}}` +
    `@media (prefers-color-scheme:dark){:root{${declarations(accentTokens(palettes.dark))}}}\n`
  );
}

/** A stylesheet for a page that shows both modes at once, whichever the browser is in. */
export function previewCss(palettes: Palettes): string {
  return `${scheme('light', palettes)}${scheme('dark', palettes)}\n`;
}

function scheme(mode: Mode, palettes: Palettes): string {
  const tokens = { ...GROUNDS[mode], ...INK[mode], ...accentTokens(palettes[mode]) };
  return `.scheme-${mode}{color-scheme:${mode};${declarations(tokens)}}`;
}

/** What stands on the grounds, as `pages/styles/tokens.css` has it; a test compares them. */
export const INK: Readonly<Record<Mode, Readonly<Record<string, HexColour>>>> = {
  light: { text: '#191e26', 'text-muted': '#515b69', line: '#dde1e7', 'line-strong': '#7d8796' },
  dark: { text: '#e7eaef', 'text-muted': '#a5aebb', line: '#2b323c', 'line-strong': '#737e8e' },
};

function accentTokens(palette: Palette): Readonly<Record<string, HexColour>> {
  return {
    accent: palette.accent,
    'accent-strong': palette.strong,
    'accent-soft': palette.soft,
    'on-accent': palette.onAccent,
  };
}

function declarations(tokens: Readonly<Record<string, HexColour>>): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value};`)
    .join('');
}
