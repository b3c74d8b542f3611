/** Two colours that tell one avatar from another, as `#rrggbb`. */
export interface AvatarColours {
  readonly background: string;
  readonly foreground: string;
}

const CELLS = 5;
const CELL = 40;
const MARGIN = 28;
const EDGE = 2 * MARGIN + CELLS * CELL;

/**
 * Draws a picture that nobody could take for a person: a mirrored pattern of squares made from the digits of the seed.
 * @param seed digits, such as an enrolment number
 * @returns a PNG of 256 × 256 pixels
 */
export async function drawAvatar(
  seed: string,
  { background, foreground }: AvatarColours,
): Promise<Uint8Array> {
  const half = Math.ceil(CELLS / 2);
  const squares = Array.from({ length: CELLS * half }, (_, index) => {
    const row = Math.floor(index / half);
    const column = index % half;
    // Any rule will do that gives each number a pattern of its own.
    const digit = Number(seed.charAt((index * 3) % seed.length));
    if ((digit + index) % 3 === 0) return '';
    return square(row, column) + square(row, CELLS - 1 - column);
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${EDGE}" height="${EDGE}">`,
    `<rect width="${EDGE}" height="${EDGE}" fill="${background}"/>`,
    `<g fill="${foreground}">${squares.join('')}</g></svg>`,
  ].join('');
  const { default: sharp } = await import('sharp');
  const bytes = await sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer();
  return new Uint8Array(bytes);
}

function square(row: number, column: number): string {
  const [x, y] = [MARGIN + column * CELL, MARGIN + row * CELL];
  return `<rect x="${x}" y="${y}" width="${CELL}" height="${CELL}"/>`;
}
