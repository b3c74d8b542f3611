import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawLogo } from './draw-logo.ts';

const RED = { r: 200, g: 30, b: 40, alpha: 1 };

function picture(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 4, background: RED } });
}

async function drawn(upload: Uint8Array): Promise<Uint8Array> {
  const outcome = await drawLogo(upload);
  if (outcome.type === 'invalid') throw new Error(`refused: ${outcome.problem.code}`);
  return outcome.value;
}

async function problemOf(upload: Uint8Array): Promise<unknown> {
  const outcome = await drawLogo(upload);
  return outcome.type === 'invalid' ? outcome.problem : undefined;
}

describe('the aspect ratio of a logo (wire contract §6)', () => {
  it.each([
    [100, 100],
    [105, 100],
    [95, 100],
  ])('accepts %d × %d', async (width, height) => {
    const { format, ...size } = await sharp(
      await drawn(await picture(width, height).png().toBuffer()),
    ).metadata();
    expect([format, size.width, size.height]).toEqual(['png', width, height]);
  });

  it.each([
    [106, 100],
    [94, 100],
  ])('refuses %d × %d and tells the size', async (width, height) => {
    expect(await problemOf(await picture(width, height).png().toBuffer())).toEqual({
      code: 'not-square',
      width,
      height,
    });
  });

  it('is that of the picture as people see it, turned as its camera said', async () => {
    const turned = await picture(100, 106).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await problemOf(turned)).toEqual({ code: 'not-square', width: 106, height: 100 });
  });
});

describe('a logo drawn anew', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)(
    'is a PNG when %s came',
    async (format) => {
      const upload = await picture(64, 64).toFormat(format).toBuffer();
      const { format: kept, width } = await sharp(await drawn(upload)).metadata();
      expect([kept, width]).toEqual(['png', 64]);
    },
  );

  it('is at most 512 pixels wide and high', async () => {
    const upload = await picture(1400, 1350).png().toBuffer();
    const { width, height } = await sharp(await drawn(upload)).metadata();
    expect([width, height]).toEqual([512, 494]);
  });

  it('holds nothing of the upload but its pixels', async () => {
    const upload = await picture(64, 64)
      .withExif({ IFD0: { Copyright: 'Taken at 29.8543 N, 77.8880 E' } })
      .jpeg()
      .toBuffer();
    const withTail = Buffer.concat([upload, Buffer.from('<script>alert(1)</script>')]);
    expect(withTail.includes('29.8543')).toBe(true);
    const kept = Buffer.from(await drawn(withTail));
    expect(kept.includes('29.8543')).toBe(false);
    expect(kept.includes('<script')).toBe(false);
    const { exif, icc, xmp } = await sharp(kept).metadata();
    expect([exif, icc, xmp]).toEqual([undefined, undefined, undefined]);
  });

  it('is the first picture of an animation', async () => {
    const frames = await sharp(
      [await picture(40, 40).png().toBuffer(), await picture(40, 40).png().toBuffer()],
      { join: { animated: true } },
    )
      .gif()
      .toBuffer();
    const { height, pages } = await sharp(await drawn(frames)).metadata();
    expect([height, pages]).toEqual([40, undefined]);
  });
});

describe('an upload that is no logo', () => {
  it('is nothing', async () => {
    expect(await problemOf(new Uint8Array())).toEqual({ code: 'missing' });
  });

  it('is larger than 2 MiB', async () => {
    expect(await problemOf(new Uint8Array(2 * 1024 * 1024 + 1))).toEqual({
      code: 'too-large',
      largestBytes: 2 * 1024 * 1024,
    });
  });

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>'],
    [
      'SVG with an XML declaration',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
    ['PDF', '%PDF-1.7'],
    ['HTML', '<!doctype html><title>x</title>'],
    ['a PNG in name only', '\u0089PNG\r\n\u001A\nand nothing more'],
    ['a JPEG in name only', '\u00FF\u00D8\u00FF\u00E0'],
  ])('is %s', async (_name, text) => {
    expect(await problemOf(Buffer.from(text, 'latin1'))).toEqual({ code: 'not-a-picture' });
  });

  it('is a TIFF, a format no browser sends as a logo', async () => {
    expect(await problemOf(await picture(9, 9).tiff().toBuffer())).toEqual({
      code: 'not-a-picture',
    });
  });

  it('is cut short', async () => {
    const { data } = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: RED,
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer({ resolveWithObject: true });
    expect(await problemOf(data.subarray(0, data.length / 2))).toEqual({ code: 'not-a-picture' });
  });

  it('unpacks to far more pixels than a logo has', async () => {
    const bomb = await sharp({
      create: { width: 8000, height: 8000, channels: 3, background: RED },
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    expect(await problemOf(bomb)).toEqual({ code: 'too-many-pixels', width: 8000, height: 8000 });
  });
});
