/** How far a scanned page is turned: the angle under which its rows of ink are sharpest. */
import { type Raster, turned } from './raster';

/** Largest angle looked for, in radians (three degrees). */
const MOST = 0.053;
const STEPS = [0.0087, 0.00175, 0.00035];
/** Points of ink that are enough to tell. */
const POINTS = 60_000;
/** Smaller angles move a line of the page by less than the stroke of a rule. */
const LEAST = 0.0004;

/** The page turned straight; the page itself where it is straight. `ink` is that of the page. */
export function straightened(raster: Raster, ink: Uint8Array): Raster {
  const angle = skewOf(raster, ink);
  return Math.abs(angle) < LEAST ? raster : turned(raster, angle);
}

/** Angle in radians, positive where the right side hangs down. */
function skewOf({ width, height }: Raster, ink: Uint8Array): number {
  const points = samplePoints(ink, width);
  if (points.length < 200) return 0;
  let best = 0;
  let reach = MOST;
  for (const step of STEPS) {
    const middle = best;
    let sharpest = -1;
    for (let angle = middle - reach; angle <= middle + reach + step / 2; angle += step) {
      const sharpness = sharpnessAt(points, angle, width, height);
      if (sharpness > sharpest) [sharpest, best] = [sharpness, angle];
    }
    reach = step;
  }
  return best;
}

/** Ink with ink to its left and right: lines and level strokes, not specks. */
function samplePoints(ink: Uint8Array, width: number): Float32Array {
  const all: number[] = [];
  for (let at = 4; at < ink.length - 4; at++)
    if (ink[at] === 1 && ink[at - 4] === 1 && ink[at + 4] === 1 && ink[at - 2] === 1 && ink[at + 2] === 1)
      all.push(at);
  const stride = Math.max(1, Math.floor(all.length / POINTS));
  const points: number[] = [];
  for (let i = 0; i < all.length; i += stride) {
    const at = all[i] ?? 0;
    points.push(at % width, Math.floor(at / width));
  }
  return Float32Array.from(points);
}

function sharpnessAt(points: Float32Array, angle: number, width: number, height: number): number {
  const slope = Math.tan(angle);
  const offset = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Float64Array(height + 2 * offset + 1);
  for (let i = 0; i + 1 < points.length; i += 2) {
    const row = Math.round((points[i + 1] ?? 0) - slope * (points[i] ?? 0)) + offset;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (const count of rows) sum += count * count;
  return sum;
}
