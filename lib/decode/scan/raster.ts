/** Grey pictures of pages and what is done to all their pixels: colour taken out, paper told from ink, turned, scaled. */

/** Rows of grey pixels from the top left, one byte each: 0 is black, 255 white. */
export type Raster = { width: number; height: number; data: Uint8Array };

/** Pages are looked at with this many pixels a point (216 an inch), so that one set of lengths serves every scan. */
export const PIXELS_PER_POINT = 3;

/** Radius of the neighbourhood whose mean says what paper is, in pixels. */
const PAPER_RADIUS = 30;
/** Ink is darker than this share of its neighbourhood. */
const INK_SHARE = 0.8;

/**
 * The grey picture of pixels with 3 or 4 channels. Red goes: under a seal, print is dark in the red channel and the seal is
 * not. What is transparent is paper.
 */
export function greyOf(pixels: Uint8Array | Uint8ClampedArray, width: number, height: number): Raster {
  const count = width * height;
  const channels = Math.round(pixels.length / count);
  const data = new Uint8Array(count);
  for (let i = 0, at = 0; i < count; i++, at += channels) {
    const red = pixels[at] ?? 255;
    const luma =
      channels < 3 ? red : 0.299 * red + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
    const grey = Math.max(red, luma);
    data[i] = channels === 4 ? 255 - ((255 - grey) * (pixels[at + 3] ?? 255)) / 255 : grey;
  }
  return { width, height, data };
}

/** 1 where a pixel is ink: darker than the paper around it. Flat areas, dark or light, are paper. */
export function inkOf({ width, height, data }: Raster): Uint8Array {
  const sums = integralOf(data, width, height);
  const ink = new Uint8Array(width * height);
  const across = width + 1;
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - PAPER_RADIUS) * across;
    const bottom = Math.min(height, y + PAPER_RADIUS + 1);
    const rows = bottom - Math.max(0, y - PAPER_RADIUS);
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - PAPER_RADIUS);
      const right = Math.min(width, x + PAPER_RADIUS + 1);
      const below = bottom * across;
      const sum =
        (sums[below + right] ?? 0) -
        (sums[below + left] ?? 0) -
        (sums[top + right] ?? 0) +
        (sums[top + left] ?? 0);
      if ((data[y * width + x] ?? 0) * rows * (right - left) < INK_SHARE * sum) ink[y * width + x] = 1;
    }
  }
  return ink;
}

function integralOf(data: Uint8Array, width: number, height: number): Float64Array {
  const across = width + 1;
  const sums = new Float64Array(across * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x] ?? 0;
      sums[(y + 1) * across + x + 1] = (sums[y * across + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

/** The picture turned by an angle in radians about its middle, the paper that comes in white. */
export function turned(raster: Raster, angle: number): Raster {
  const { width, height } = raster;
  const data = new Uint8Array(width * height).fill(255);
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [cx, cy] = [width / 2, height / 2];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sx = cos * (x - cx) - sin * (y - cy) + cx;
      const sy = sin * (x - cx) + cos * (y - cy) + cy;
      if (sx >= 0 && sy >= 0 && sx < width - 1 && sy < height - 1)
        data[y * width + x] = pixelAt(raster, sx, sy);
    }
  return { width, height, data };
}

/** The grey between four pixels; the place must lie inside the picture. */
function pixelAt({ width, data }: Raster, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - x0, y - y0];
  const at = y0 * width + x0;
  const above = (data[at] ?? 255) * (1 - fx) + (data[at + 1] ?? 255) * fx;
  const below = (data[at + width] ?? 255) * (1 - fx) + (data[at + width + 1] ?? 255) * fx;
  return above * (1 - fy) + below * fy;
}

/** A rectangle of the picture; what lies outside is white. */
export function cropped(raster: Raster, x0: number, y0: number, width: number, height: number): Raster {
  const data = new Uint8Array(width * height).fill(255);
  const from = Math.max(0, x0);
  const to = Math.min(raster.width, x0 + width);
  for (let y = Math.max(0, -y0); y < Math.min(height, raster.height - y0) && from < to; y++)
    data.set(
      raster.data.subarray((y0 + y) * raster.width + from, (y0 + y) * raster.width + to),
      y * width + from - x0,
    );
  return { width, height, data };
}

/** The picture with another size: means of areas where it shrinks, pixels between pixels where it grows. */
export function scaled(raster: Raster, width: number, height: number): Raster {
  let source = raster;
  // Halving first keeps thin strokes that taking single pixels would lose.
  while (source.width >= 2 * width && source.height >= 2 * height && source.width > 1 && source.height > 1)
    source = halved(source);
  const data = new Uint8Array(width * height);
  const [sx, sy] = [source.width / width, source.height / height];
  for (let y = 0; y < height; y++) {
    const at = Math.max(0, Math.min(source.height - 1.001, (y + 0.5) * sy - 0.5));
    for (let x = 0; x < width; x++)
      data[y * width + x] = pixelAt(
        source,
        Math.max(0, Math.min(source.width - 1.001, (x + 0.5) * sx - 0.5)),
        at,
      );
  }
  return { width, height, data };
}

function halved({ width, height, data }: Raster): Raster {
  const [w, h] = [width >> 1, height >> 1];
  const half = new Uint8Array(w * h);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const at = 2 * y * width + 2 * x;
      const sum =
        (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + width] ?? 0) + (data[at + width + 1] ?? 0);
      half[y * w + x] = sum / 4;
    }
  return { width: w, height: h, data: half };
}
