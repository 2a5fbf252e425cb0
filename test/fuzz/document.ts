/** The documents of a fuzz run: document number i of a seed is the same whichever others are drawn. */
import { pick, randomOf, seedOf } from '../../lib/synth/random';
import { drawDamage, type Rendered, renderDocument, SHAPES, type Shape } from './render';
import { drawSpecimen } from './specimen';

/** Shapes that take long to write or to read come less often. */
const SLOW: ReadonlySet<Shape> = new Set(['docx', 'pdf', 'xlsx']);
const DRAWN = SHAPES.flatMap((shape) => (SLOW.has(shape) ? [shape] : [shape, shape]));

/** Document number `index` of a seed, in one shape or in any. */
export async function drawDocument(seed: number, index: number, shape?: Shape): Promise<Rendered> {
  const random = randomOf(seedOf(seed, 'document', index));
  const chosen = shape ?? pick(random, DRAWN);
  const record = drawSpecimen(random);
  return renderDocument(record, chosen, drawDamage(random, chosen), random);
}
