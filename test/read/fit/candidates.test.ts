/** How the tokens of a row may lie over the cells of the form: every way that the shape allows, and none else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidates, type RowFit, rowCandidates } from '../../../lib/read/fit/candidates';
import type { Token } from '../../../lib/read/lines/tokens';
import { tokenOf, tokensOf } from '../rows';

const times = (count: number, text: string): string[] => Array.from({ length: count }, () => text);

/** Each layout on one line: `_` for a blank, `·` for a cell that was lost. */
const linesOf = ({ candidates }: Candidates): string[] =>
  candidates.map((candidate) =>
    candidate.map((piece) => (piece.token === null ? '·' : piece.text || '_')).join(' '),
  );

type Told = { lines: string[]; why: Candidates['why']; mustAddUp: boolean };
const told = (texts: readonly string[], size: number, fit: RowFit = 'unknown'): Told => {
  const found = rowCandidates(tokensOf(...texts), size, fit);
  return { lines: linesOf(found), why: found.why, mustAddUp: found.mustAddUp };
};
/** How many layouts there are: of many their number is told quicker than their text. */
const countOf = (texts: readonly string[], size: number): number =>
  rowCandidates(tokensOf(...texts), size, 'unknown').candidates.length;
const plain = (lines: string[], why: Candidates['why'] = null): Told => ({ lines, why, mustAddUp: false });

describe('as many cells as the form has', () => {
  test('have one layout', () => {
    expect(told(['1', '', '—'], 3)).toEqual(plain(['1 _ —']));
    expect(told(['', '', ''], 3)).toEqual(plain(['_ _ _']));
    for (const fit of ['longer', 'shorter'] as const)
      expect(told(['1', '2', '3'], 3, fit)).toEqual(plain(['1 2 3']));
  });

  test('leave blanks around them out, those told by a gap too', () => {
    expect(told(['1', '2', '3', '?', '?'], 3)).toEqual(plain(['1 2 3']));
    expect(told(['1', '~', '2', '3'], 3)).toEqual(plain(['1 2 3']));
    expect(told(['1', '?', '?', '2', '3'], 3)).toEqual(plain(['1 2 3']));
  });

  test('with a blank on either side may lie one further', () => {
    expect(told(['', '1', '2', '?'], 3)).toEqual(plain(['_ 1 2', '1 2 _']));
  });

  test('and one blank between them may be a cell, with a figure printed twice', () => {
    expect(told(['1', '2', '?', '3'], 3)).toEqual(plain(['1 2 3', '1 2 _', '1 2 3', '1 _ 3', '2 _ 3']));
  });
});

describe('more cells than the form has', () => {
  test('lose the blanks around the figures', () => {
    expect(told(['', '1', '2', '3'], 3)).toEqual(plain(['1 2 3']));
    expect(told(['1', '2', '3', '', ''], 3)).toEqual(plain(['1 2 3']));
    expect(told(['', '', '', ''], 3)).toEqual(plain(['_ _ _', '_ _ _', '_ _ _', '_ _ _', '_ _ _']));
  });

  test('may have a blank among those kept, and then any cell may be one too many', () => {
    expect(told(['', '1', '', '3'], 3)).toEqual(plain(['1 _ 3', '_ 1 _', '_ 1 3', '_ _ 3', '1 _ 3']));
    expect(countOf(['', '', '1', '', '3', ''], 3)).toBe(1 + 20);
    expect(told(['', '', '1', '', '3', '', ''], 3)).toEqual(plain(['1 _ 3']));
  });

  test('may hold any figure twice', () => {
    expect(told(['1', '2', '3', '4'], 3)).toEqual(
      plain(['1 2 3', '1 2 4', '1 3 4', '2 3 4'], 'row.values_surplus'),
    );
    expect(told(['1', '', '', '4'], 3)).toEqual(
      plain(['1 _ _', '1 _ 4', '1 _ 4', '_ _ 4'], 'row.values_surplus'),
    );
  });

  test('are no row of the form where more than three are too many', () => {
    expect(countOf(times(6, '1'), 3)).toBe(20);
    expect(told(times(7, '1'), 3)).toEqual(plain([], 'row.values_surplus'));
  });

  test('are not told apart where they lie in more than two thousand ways', () => {
    // 23 over 3 is 1771, 24 over 3 is 2024.
    expect(countOf(times(23, '1'), 20)).toBe(1771);
    expect(told(times(24, '1'), 21)).toEqual(plain([], 'row.values_surplus'));
  });

  test('of a row longer than its table has any of them too many', () => {
    expect(told(['', '1', '2', '3'], 3, 'longer')).toEqual(
      plain(['_ 1 2', '_ 1 3', '_ 2 3', '1 2 3'], 'row.values_surplus'),
    );
    expect(told(['', '1', '2', '3'], 3, 'shorter')).toEqual(plain(['1 2 3']));
  });

  test('in far too many places are several rows', () => {
    expect(told(['1', '?', '?', '?', '?', '2'], 3)).toEqual(plain([], 'row.values_surplus'));
    expect(countOf(['1', '?', '?', '?', '2'], 3)).toBeGreaterThan(0);
    expect(countOf(['?', '1', '2', '?', '?', '?'], 3)).toBeGreaterThan(0);
    expect(countOf(['?', '?', '1', '2', '?', '?'], 3)).toBeGreaterThan(0);
    expect(told(['1', '?', '?', '2', '?', '?'], 3)).toEqual(plain([], 'row.values_surplus'));
  });
});

describe('blanks that may be cells', () => {
  test('are used where as many are needed', () => {
    expect(told(['1', '?', '2', '?'], 4)).toEqual(plain(['1 _ 2 _']));
    expect(told(['1', '?', '?'], 3)).toEqual(plain(['1 _ _']));
    expect(told(['?', '?', '?'], 3)).toEqual(plain(['_ _ _']));
  });

  test('are used in every choice where one is too many, or a figure is', () => {
    expect(told(['1', '?', '2', '?'], 3)).toEqual(
      plain(['1 _ 2', '1 2 _', '1 _ 2', '1 _ _', '1 2 _', '_ 2 _']),
    );
    expect(countOf(['1', ...times(4, '?')], 2)).toBe(4 + 10);
    expect(told(['1', ...times(5, '?')], 2)).toEqual(plain(times(5, '1 _')));
    expect(told(times(7, '?'), 3)).toEqual(plain(times(35, '_ _ _')));
  });

  test('are too many to choose from beyond two thousand ways', () => {
    expect(countOf(['1', ...times(12, '?')], 7)).toBe(924);
    expect(told(['1', ...times(15, '?')], 8)).toEqual(plain([]));
  });

  test('told by a gap alone are used last, and that is said', () => {
    expect(told(['~', '1', '~'], 3)).toEqual(plain(['_ 1 _'], 'cell.blank_inferred'));
    expect(told(['~', '~', '~'], 3)).toEqual(plain(['_ _ _'], 'cell.blank_inferred'));
    expect(told(['1', '?', '2', '~'], 3)).toEqual(plain(['1 _ 2']));
  });

  test('told by a gap at the end may fill up the line, and the cells lost have stood anywhere', () => {
    expect(told(['1', '~', '~'], 3)).toEqual(
      plain(['1 _ _', '1 · ·', '· 1 ·', '· · 1'], 'cell.blank_inferred'),
    );
    expect(told(['1', '2', '~', '~'], 3)).toEqual(
      plain(['1 2 _', '1 2 _', '1 2 ·', '1 · 2', '· 1 2'], 'cell.blank_inferred'),
    );
    expect(told(['1', '~', '2', '~'], 4)).toEqual(plain(['1 _ 2 _'], 'cell.blank_inferred'));
  });
});

describe('figures run together', () => {
  const together = (lines: string[], mustAddUp: boolean): Told => ({
    lines,
    why: 'cell.digits_run_together',
    mustAddUp,
  });

  test('that are zeros are taken apart in the one way there is', () => {
    expect(told(['000'], 3)).toEqual(together(['0 0 0'], false));
    expect(told([' ０００ '], 3)).toEqual(together(['0 0 0'], false));
    expect(told(['000', '?', '?'], 3)).toEqual(together(['0 0 0'], false));
    expect(told(['000000000000000'], 15)).toEqual(together([times(15, '0').join(' ')], false));
  });

  test('otherwise must add up', () => {
    expect(told(['123'], 3)).toEqual(together(['1 2 3'], true));
    expect(told([' 123 '], 3)).toEqual(together(['1 2 3'], true));
    expect(told(['1234'], 3)).toEqual(together(['1 2 34', '1 23 4', '12 3 4'], true));
    expect(told(['1024'], 3)).toEqual(together(['1 0 24', '10 2 4'], true));
    expect(told(['1102'], 2)).toEqual(together(['1 102', '110 2'], true));
    expect(told(['105'], 2)).toEqual(together(['10 5'], true));
    expect(told(['05'], 2)).toEqual(together(['0 5'], true));
    expect(told(['00', '5'], 3)).toEqual(together(['0 0 5'], true));
    expect(told(['00', '0'], 3)).toEqual(together(['0 0 0'], true));
    expect(told(['5', '00'], 3)).toEqual(together(['5 0 0'], true));
    expect(told(['100'], 3)).toEqual(together(['1 0 0'], true));
    expect(told(['0010'], 3)).toEqual(together(['0 0 10'], true));
  });

  test('are none where the digits do not suffice', () => {
    expect(told(['00'], 3)).toEqual(together([], false));
    expect(told(['00', '?'], 3)).toEqual(together([], false));
    expect(told(['12'], 3)).toEqual(plain(['12 · ·', '· 12 ·', '· · 12'], 'row.values_missing'));
    expect(told(['0'], 1)).toEqual(plain(['0']));
    expect(told(['0', '?'], 2)).toEqual(plain(['0 _']));
  });

  test('before blanks may be one figure and empty cells', () => {
    expect(told(['123', '?', '?'], 3)).toEqual(together(['1 2 3', '123 _ _'], false));
    expect(told(['105', '?'], 2)).toEqual(together(['10 5', '105 _'], false));
    expect(told(['12', '3', '?'], 3)).toEqual(plain(['12 3 _']));
  });

  test('beside others may as well have lost cells between them', () => {
    expect(told(['12', '3'], 3)).toEqual(together(['1 2 3', '12 3 ·', '12 · 3', '· 12 3'], false));
    expect(told(['12', '34'], 3)).toEqual(
      together(['12 3 4', '1 2 34', '12 34 ·', '12 · 34', '· 12 34'], false),
    );
    expect(told(['3', '12'], 3)).toEqual(together(['3 1 2', '3 12 ·', '3 · 12', '· 3 12'], false));
  });

  test('beside figures of one digit are a rival of a row that lost its total', () => {
    expect(told(['12', '0', '0', '0', '0', '3'], 7).lines).toEqual(
      expect.arrayContaining(['1 2 0 0 0 0 3', '12 0 0 0 0 3 ·']),
    );
  });

  test('have six digits at most, but the last', () => {
    expect(told(['123456789'], 2).lines).toEqual([
      '1 23456789',
      '12 3456789',
      '123 456789',
      '1234 56789',
      '12345 6789',
      '123456 789',
    ]);
    expect(told(['1'.repeat(40)], 1)).toEqual(plain(['1'.repeat(40)]));
    expect(told(['0'.repeat(40)], 40).lines).toEqual([times(40, '0').join(' ')]);
    expect(told(['0'.repeat(41)], 41)).toMatchObject({ why: 'row.values_missing', lines: { length: 41 } });
    expect(told(['12件'], 2)).toMatchObject({ why: 'row.values_missing' });
    expect(told(['件12'], 2)).toMatchObject({ why: 'row.values_missing' });
  });

  test('are not told apart where they lie in more than two thousand ways', () => {
    expect(countOf(['1'.repeat(14)], 6)).toBeGreaterThan(1000);
    expect(told(['1'.repeat(20)], 7)).toMatchObject({ why: 'row.values_missing', lines: { length: 7 } });
  });

  test('keep the token they are part of', () => {
    const token = tokenOf('123', { at: { line: 9 } });
    expect(rowCandidates([token], 3, 'unknown').candidates).toEqual([
      ['1', '2', '3'].map((text) => ({ token, text })),
    ]);
  });
});

describe('fewer cells than the form has', () => {
  test('have stood anywhere', () => {
    expect(told(['1', '2'], 3)).toEqual(plain(['1 2 ·', '1 · 2', '· 1 2'], 'row.values_missing'));
    expect(told(['1', ''], 3)).toEqual(plain(['1 _ ·', '1 · _', '· 1 _'], 'row.values_missing'));
    expect(told(['1', '~'], 3)).toEqual(plain(['1 · ·', '· 1 ·', '· · 1'], 'row.values_missing'));
  });

  test('of a row shorter than its table may have been blanks or lost', () => {
    expect(told(['1', '2'], 3, 'shorter')).toEqual(plain(['1 2 ·', '1 · 2', '· 1 2'], 'row.values_missing'));
    expect(told(['1', '2', '?'], 3, 'shorter')).toEqual(
      plain(['1 2 _', '1 2 ·', '1 · 2', '· 1 2'], 'row.values_missing'),
    );
    expect(told(['12'], 2, 'shorter')).toEqual(plain(['12 ·', '· 12'], 'row.values_missing'));
    expect(told(['?', '?', '?'], 3, 'shorter')).toEqual(plain(['_ _ _']));
  });

  test('and no figure are no row', () => {
    expect(told([], 3)).toEqual(plain([], 'row.no_values'));
    expect(told(['~'], 3)).toEqual(plain([], 'row.no_values'));
    expect(told(['?', '~'], 3)).toEqual(plain([], 'row.no_values'));
  });

  test('are not told apart where they lie in more than two thousand ways', () => {
    // 15 over 4 is 1365, 16 over 5 is 4368.
    expect(countOf(times(4, '1'), 15)).toBe(1365);
    expect(told(times(5, '1'), 16)).toEqual(plain([], 'row.values_missing'));
    expect(countOf(times(11, '1'), 15)).toBe(1365);
  });

  test('say where the row stands for each lost cell', () => {
    const tokens: Token[] = [tokenOf('1', { at: { line: 4 } }), tokenOf('2', { at: { line: 5 } })];
    expect(rowCandidates(tokens, 3, 'unknown').candidates[1]).toEqual([
      { token: tokens[0], text: '1' },
      { token: null, at: { line: 4 } },
      { token: tokens[1], text: '2' },
    ]);
  });
});

test('every layout has the size of the form, and no figure in it but those printed, in their order', () => {
  const text = fc.constantFrom('0', '7', '12', '—', '', '?', '~');
  const fit = fc.constantFrom<RowFit>('unknown', 'longer', 'shorter');
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 8 }),
      fc.integer({ min: 1, max: 7 }),
      fit,
      (texts, size, rowFit) => {
        const tokens = tokensOf(...texts);
        for (const candidate of rowCandidates(tokens, size, rowFit).candidates) {
          found += 1;
          const own = candidate.flatMap((piece) => (piece.token ? [tokens.indexOf(piece.token)] : []));
          const isSized = candidate.length === size;
          const isOrdered = own.every((at, index) => at >= 0 && at >= (own[index - 1] ?? 0));
          expect({ texts, size, isSized, isOrdered }).toEqual({
            texts,
            size,
            isSized: true,
            isOrdered: true,
          });
        }
      },
    ),
    { seed: 20_212, numRuns: 150 },
  );
  expect(found).toBeGreaterThan(500);
});
