import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_COUNT, looksLikeValue, parseHanNumeral, readNumber } from '../../lib/read/number';

const fullWidth = (text: string) =>
  text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const thousands = (value: number) => String(value).replace(/\B(?=(\d{3})+(?!\d))/gu, ',');
const counts = fc.integer({ min: 0, max: LARGEST_COUNT });

describe('a count', () => {
  it('is read the same in every spelling of the forms', () => {
    fc.assert(
      fc.property(counts, (value) => {
        for (const text of [
          `${value}`,
          ` ${value}\u00a0`,
          `${value}件`,
          fullWidth(String(value)),
          thousands(value),
          thousands(value).replaceAll(',', '，'),
          `+${value}`,
        ])
          expect(readNumber(text, 'count'), text).toMatchObject({ value, state: 'number' });
      }),
    );
  });

  it.each([
    ['22（其中修订16件）', 22],
    ['22(其中修订16件)', 22],
    ['15①', 15],
    ['15²', 15],
    ['〇', 0],
    ['零', 0],
    ['十二', 12],
    ['46件', 46],
    ['1 5', 15],
  ])('%s is %i', (text, value) => {
    expect(readNumber(text, 'count')).toMatchObject({ value, state: 'number' });
  });

  it.each([
    ['', 'blank'],
    ['\u00a0', 'blank'],
    ['　', 'blank'],
    ['—', 'dash'],
    ['——', 'dash'],
    ['/', 'dash'],
    ['－', 'dash'],
    ['无', 'dash'],
    ['4.5', 'unreadable'],
    ['0.00', 'unreadable'],
    ['123456789', 'unreadable'],
    ['-3', 'unreadable'],
    ['O', 'unreadable'],
    ['见附件', 'unreadable'],
    ['12%', 'unreadable'],
    ['10元', 'unreadable'],
    ['12 345 6', 'ambiguous'],
    ['10 20', 'ambiguous'],
    ['007', 'unreadable'],
    ['000', 'ambiguous'],
  ])('%j has no value and is %s', (text, state) => {
    expect(readNumber(text, 'count')).toMatchObject({ value: null, state });
  });

  it('is never made up: a value read stands in the text, digit for digit', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'0123456789０１９,，.件元万 ()（）-—/增减〇一十百无O①'),
          maxLength: 8,
        }),
        (text) => {
          const { value, state } = readNumber(text, 'count');
          expect(state === 'number').toBe(value !== null);
          if (value === null) return;
          const digits = text.replaceAll('①', '').normalize('NFKC').replace(/\D/gu, '');
          const isHan = /[〇零一二两三四五六七八九十百千万]/u.test(text);
          if (!isHan)
            expect(
              [digits, digits.replace(/^0+/u, '')].some((each) => each.startsWith(String(value))),
              `${text} → ${value}`,
            ).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a signed change', () => {
  it.each([
    ['+1036', 1036],
    ['-8', -8],
    ['－8', -8],
    ['−8', -8],
    ['增1', 1],
    ['减8', -8],
    ['减少8项', -8],
    ['0', 0],
    ['-0', 0],
  ])('%s is %i', (text, value) => {
    expect(readNumber(text, 'change')).toMatchObject({ value, state: 'number' });
  });
});

describe('an amount', () => {
  it('reads the unit before the number', () => {
    expect(readNumber('251000元', 'amount_yuan').value).toBe(251000);
    expect(readNumber('25.1万元', 'amount_yuan').value).toBe(251000);
    expect(readNumber('4068.208万', 'amount_yuan').value).toBe(40682080);
    expect(readNumber('4068.208', 'amount_yuan', '万元').value).toBe(40682080);
    expect(readNumber('7730.28', 'amount_10k_yuan', '万元').value).toBe(7730.28);
    expect(readNumber('4000元', 'amount_10k_yuan', '万元').value).toBe(0.4);
    expect(readNumber('0.00', 'amount_10k_yuan', '万元').value).toBe(0);
  });

  it('without a unit is no amount, but zero is zero', () => {
    expect(readNumber('251000', 'amount_yuan')).toMatchObject({ value: null, state: 'ambiguous' });
    expect(readNumber('0', 'amount_yuan')).toMatchObject({ value: 0, state: 'number' });
  });
});

describe('Chinese numerals', () => {
  it.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零三', 103],
    ['一千二百三十四', 1234],
    ['两万三千', 23000],
    ['二〇二一', 2021],
  ])('%s is %i', (text, value) => {
    expect(parseHanNumeral(text)).toBe(value);
  });
  it.each(['', '十十', '件', '一百千'])('%j is none', (text) => {
    expect(parseHanNumeral(text)).toBeNull();
  });
});

describe('what can be a value', () => {
  it.each(['0', '０', '-', '—', '/', '1,234', '46件', '+5', '增1', '22（其中修订16件）', '000000000000000'])(
    '%s can',
    (text) => {
      expect(looksLikeValue(text)).toBe(true);
    },
  );
  it.each(['1.', '（二）', '总计', '第3页', '- 3 -', '1.属于国家秘密', '2020年', '一、'])(
    '%s cannot',
    (text) => {
      expect(looksLikeValue(text)).toBe(false);
    },
  );
});
