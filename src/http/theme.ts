import { createHash } from 'node:crypto';

import { DEFAULT_SETTINGS, type HexColour, type IdentitySettings } from '../domain/settings.ts';
import { palettesOf } from '../institution/accent.ts';
import { previewCss, themeCss } from '../institution/theme-css.ts';
import type { Asset } from './dependencies.ts';

type Accents = Pick<IdentitySettings, 'accentColour' | 'accentColourDark'>;

/**
 * Where the stylesheet with the institution's colours is. The name says the colours, so that any process can make the
 * file, also one that does not know yet what another one saved; its hash keeps browsers from mixing releases.
 * @returns null for the colours that the program's own stylesheet has
 */
export function themeUrl(accents: Accents): string | null {
  const { accentColour, accentColourDark } = DEFAULT_SETTINGS.identity;
  const isOwn =
    accents.accentColour === accentColour && accents.accentColourDark === accentColourDark;
  return isOwn ? null : `/assets/${fileName('theme', accents)}`;
}

/** Where the stylesheet is that shows these colours on both grounds at once. */
export function themePreviewUrl(accents: Accents): string {
  return `/assets/${fileName('theme-preview', accents)}`;
}

const MAKERS = { theme: themeCss, 'theme-preview': previewCss } as const;
type Kind = keyof typeof MAKERS;

const FILE_NAME =
  /^(?<kind>theme|theme-preview)\.(?<light>[0-9a-f]{6})-(?<dark>[0-9a-f]{6})\.[0-9a-f]{8}\.css$/u;

/** Makes the stylesheet that a name below `/assets/` asks for. */
export function findTheme(name: string): Asset | undefined {
  const { kind, light, dark } = FILE_NAME.exec(name)?.groups ?? {};
  if (kind === undefined || light === undefined || dark === undefined) return undefined;
  const accents: Accents = { accentColour: `#${light}`, accentColourDark: `#${dark}` };
  if (fileName(kind as Kind, accents) !== name) return undefined;
  return {
    contentType: 'text/css; charset=utf-8',
    bytes: Buffer.from(MAKERS[kind as Kind](palettesOf(accents))),
  };
}

function fileName(kind: Kind, accents: Accents): string {
  const palettes = palettesOf(accents);
  const css = MAKERS[kind](palettes);
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 8);
  return `${kind}.${digits(palettes.light.accent)}-${digits(palettes.dark.accent)}.${hash}.css`;
}

function digits(colour: HexColour): string {
  return colour.slice(1);
}
