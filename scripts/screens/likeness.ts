/**
 * Whether two pictures look alike, whatever fonts drew them: both become grey and so coarse that a line of text is one
 * shade. What is missing, moved or inverted stays visible.
 */
import sharp from 'sharp';

/** Width of a coarse picture in px, of which each stands for a square of about 16 px of a card. */
const COARSE = 48;

type Coarse = { height: number; shades: Uint8Array; steepness: number };

/** A picture as few grey squares. */
async function coarse(png: Buffer, height?: number): Promise<Coarse> {
  const image = sharp(png).flatten({ background: '#fff' }).greyscale();
  const { width, height: tall } = await sharp(png).metadata();
  const rows = height ?? Math.max(4, Math.round((tall / width) * COARSE));
  const shades = await image.resize(COARSE, rows, { fit: 'fill', kernel: 'cubic' }).raw().toBuffer();
  return { height: rows, shades, steepness: tall / width };
}

/** The picture to be kept: small, and enough for `difference`. */
export function approvable(png: Buffer): Promise<Buffer> {
  return sharp(png)
    .flatten({ background: '#fff' })
    .greyscale()
    .resize({ width: COARSE * 4, kernel: 'cubic' })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

export type Difference = {
  /** Mean difference of the squares, 0 to 1. */
  mean: number;
  /** Share of squares that differ plainly. */
  plain: number;
  /** How much higher or lower one is, as a share. */
  height: number;
};

/** A square differs plainly from this on, of 255. */
const PLAINLY = 40;

/** How far a picture is from an approved one. */
export async function difference(approved: Buffer, taken: Buffer): Promise<Difference> {
  const one = await coarse(approved);
  const two = await coarse(taken, one.height);
  const apart = Array.from(one.shades, (shade, at) => Math.abs(shade - (two.shades[at] ?? 0)));
  return {
    mean: apart.reduce((sum, each) => sum + each, 0) / apart.length / 255,
    plain: apart.filter((each) => each > PLAINLY).length / apart.length,
    height: Math.abs(two.steepness / one.steepness - 1),
  };
}

/** What may differ between browsers and fonts. */
export const TOLERANCE: Difference = { mean: 0.02, plain: 0.02, height: 0.08 };
