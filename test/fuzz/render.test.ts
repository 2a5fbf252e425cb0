import { describe, expect, test } from 'vitest';
import { decode } from '../../lib/decode/index';
import { ALL_FIELDS } from '../../lib/form/index';
import { DAMAGES } from './damage/index';
import { randomOf, seedOf } from '../../lib/synth/random';
import { drawDamage, renderDocument, SHAPES, type Shape } from './render';
import { drawSpecimen } from './specimen';

const IDS = new Set(ALL_FIELDS.map(({ id }) => id));

/** Containers that carry the time of writing in their bytes. */
const DATED: readonly Shape[] = ['docx', 'xlsx', 'pdf'];

const render = (shape: Shape, damage: Parameters<typeof renderDocument>[2], seed: number) => {
  const random = randomOf(seedOf('render', shape, seed));
  return renderDocument(drawSpecimen(random), shape, damage, random);
};

describe('a rendered document', () => {
  test.each(SHAPES)('as %s is the same for the same seed', async (shape) => {
    const [once, again] = [await render(shape, ['page-break'], 1), await render(shape, ['page-break'], 1)];
    expect(again.truth).toEqual(once.truth);
    expect(again.damage).toEqual(once.damage);
    const isSame = Buffer.from(again.bytes).equals(Buffer.from(once.bytes));
    expect(isSame || DATED.includes(shape)).toBe(true);
  });

  test.each(SHAPES)('as %s decodes to the labels and the figures that it prints', async (shape) => {
    for (let seed = 0; seed < 4; seed++) {
      const { bytes, name, truth } = await render(shape, [], seed);
      const document = await decode(bytes, name);
      const text = document.blocks
        .map((block) =>
          block.kind === 'paragraph'
            ? block.text
            : block.rows.map((row) => row.map((cell) => cell.text).join(' ')).join(' '),
        )
        .join(' ')
        .replace(/\s+/g, '');
      expect(text).toMatch(/行政[复復複覆]/u);
      const lost = Object.values(truth).filter(({ raw }) => !text.includes(raw.replace(/\s+/g, '')));
      expect(lost).toEqual([]);
    }
  });

  test.each(DAMAGES)('with %s still says what it says of every field of its form', async (damage) => {
    for (let seed = 0; seed < 2; seed++)
      for (const shape of ['lines', 'pipes', 'html-grid'] as const) {
        const { truth } = await render(shape, [damage], seed);
        const fields = Object.keys(truth);
        expect(fields.length).toBeGreaterThan(190);
        expect(fields.filter((field) => !IDS.has(field))).toEqual([]);
        const unlike = Object.values(truth).filter(
          ({ value, state }) => (value !== null) !== (state === 'number'),
        );
        expect(unlike).toEqual([]);
      }
  });

  test('is drawn with every damage in a long run, never with two that clash', () => {
    const seen = new Set<string>();
    const random = randomOf(1);
    for (const shape of SHAPES)
      for (let i = 0; i < 150; i++) {
        const damage = drawDamage(random, shape);
        for (const each of damage) seen.add(each);
        expect(damage.includes('dash-zeros') && damage.includes('blank-zeros')).toBe(false);
      }
    expect(DAMAGES.filter((damage) => !seen.has(damage))).toEqual([]);
  });
});
