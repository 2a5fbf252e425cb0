import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hanNumeral } from '../../../lib/han-numerals';
import { splitNumbering } from '../../../lib/read/labels/numbering';

test('a number of one to ninety-nine is read in every way it is set, and taken off the label', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), (value) => {
      const numerals = hanNumeral(value);
      for (const [text, set] of [
        [`${numerals}、予以公开`, 'comma'],
        [`（${numerals}）予以公开`, 'bracket'],
        [`${value}.予以公开`, 'figure'],
      ] as const)
        expect(splitNumbering(text)).toEqual({ plain: '予以公开', numbering: { set, value } });
    }),
  );
});

test('numerals that write no number leave a label numbered, with no value', () => {
  expect(splitNumbering('一二十、予以公开')).toEqual({
    plain: '予以公开',
    numbering: { set: 'comma', value: null },
  });
});

test('a label without a number has none', () => {
  expect(splitNumbering('予以公开')).toEqual({ plain: '予以公开', numbering: null });
});
