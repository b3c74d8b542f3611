import type { HexColour } from '../domain/settings.ts';

/** @returns undefined for what is no colour; `#abc`, `ABC` and `aabbcc` are one */
export function parseHexColour(text: string): HexColour | undefined {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/u.exec(text.trim().toLowerCase())?.[1];
  if (digits === undefined) return undefined;
  return `#${digits.length === 6 ? digits : digits.replaceAll(/./gu, '$&$&')}`;
}

/** How well two colours stand apart, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrastRatio(one: HexColour, other: HexColour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, relative luminance: 0 black to 1 white. */
function luminance(colour: HexColour): number {
  const [red, green, blue] = linearChannels(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

type Channels = readonly [red: number, green: number, blue: number];

/** Amounts of light, 0 to 1. */
function linearChannels(colour: HexColour): Channels {
  const light = (at: number): number => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  };
  return [light(1), light(3), light(5)];
}

/**
 * A colour as the eye orders it: in OKLCH a hue stays the same hue while its lightness changes.
 * Björn Ottosson, "A perceptual color space for image processing" (2020); CSS Color 4 §9.2.
 */
export interface Oklch {
  /** 0 black to 1 white. */
  readonly lightness: number;
  /** 0 grey; no colour of a screen has more than 0.33. */
  readonly chroma: number;
  /** In radians. */
  readonly hue: number;
}

export function oklchOf(colour: HexColour): Oklch {
  const [red, green, blue] = linearChannels(colour);
  const long = Math.cbrt(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue);
  const medium = Math.cbrt(
    0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue,
  );
  const short = Math.cbrt(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue);
  const a = 1.977_998_495_1 * long - 2.428_592_205 * medium + 0.450_593_709_9 * short;
  const b = 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766 * short;
  return {
    lightness: 0.210_454_255_3 * long + 0.793_617_785 * medium - 0.004_072_046_8 * short,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  };
}

/** The colour itself or, where no screen can show it, one of the same lightness and hue with less chroma. */
export function hexOf({ lightness, chroma, hue }: Oklch): HexColour {
  let least = 0;
  let most = chroma;
  if (!isShown(channelsOf({ lightness, chroma, hue }))) {
    for (let step = 0; step < 20; step += 1) {
      const middle = (least + most) / 2;
      if (isShown(channelsOf({ lightness, chroma: middle, hue }))) least = middle;
      else most = middle;
    }
    most = least;
  }
  return `#${channelsOf({ lightness, chroma: most, hue }).map(hexDigits).join('')}`;
}

function channelsOf({ lightness, chroma, hue }: Oklch): Channels {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const long = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b) ** 3;
  const medium = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b) ** 3;
  const short = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b) ** 3;
  return [
    4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
    -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
    -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701 * short,
  ];
}

/** A rounding error beyond what a screen shows is none. */
const ROUNDING = 0.0005;

function isShown(channels: Channels): boolean {
  return channels.every((channel) => channel >= -ROUNDING && channel <= 1 + ROUNDING);
}

function hexDigits(light: number): string {
  const bounded = Math.min(1, Math.max(0, light));
  const channel = bounded <= 0.003_130_8 ? bounded * 12.92 : 1.055 * bounded ** (1 / 2.4) - 0.055;
  return Math.round(channel * 255)
    .toString(16)
    .padStart(2, '0');
}
