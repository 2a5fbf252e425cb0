/** The text of a cell as a number: the value language of the forms, and what is not of it. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { FieldKind } from '../../lib/form';
import {
  LARGEST_COUNT,
  isBlank,
  isDash,
  isPageNumber,
  looksLikeValue,
  readNumber,
} from '../../lib/read/number';

const SEED = 20_211;

const fullWidth = (text: string) =>
  text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const thousands = (value: number) => String(value).replace(/\B(?=(\d{3})+(?!\d))/gu, ',');
const counts = fc.integer({ min: 0, max: LARGEST_COUNT });

/** Value, state and the codes of the notes: what a caller can tell of a reading. */
const told = (text: string, kind: FieldKind, headerUnit: string | null = null) => {
  const { value, state, notes, note } = readNumber(text, kind, headerUnit);
  // What an issue expected is shown to people, so it is never empty.
  expect(notes.filter(({ expected }) => expected === '')).toEqual([]);
  return { value, state, notes: notes.map(({ code }) => code), note };
};
const read = (text: string, kind: FieldKind, headerUnit: string | null = null) =>
  told(text, kind, headerUnit).value;

/** The words before a figure and the sign they give it. */
const SIGNS: readonly (readonly [string, 1 | -1])[] = [
  ['', 1],
  ['+', 1],
  ['＋', 1],
  ['增', 1],
  ['增加', 1],
  ['新增', 1],
  ['-', -1],
  ['－', -1],
  ['−', -1],
  ['减', -1],
  ['减少', -1],
];
/** The words behind a count and what one of them is. */
const COUNT_UNITS: readonly (readonly [string, number])[] = [
  ['', 1],
  ...[...'件个次条项份宗起例人家部'].map((unit) => [unit, 1] as const),
  ['万', 10_000],
];
/** Figures as they may be printed, in digits and in Chinese numerals, and what they say. */
const FIGURES: readonly (readonly [number, string])[] = [
  [0, '〇'],
  [1, '一'],
  [8, '八'],
  [10, '十'],
  [46, '四十六'],
  [103, '一百零三'],
  [1036, '一千零三十六'],
];
/** Those units behind which a Chinese numeral is known to be a figure. */
const HAN_UNITS = ['', '件', '个', '次', '条', '项', '份'];
/** Simplified → traditional, for every character of the value language that has two forms. */
const TRADITIONAL: Record<string, string> = {
  减: '減',
  个: '個',
  条: '條',
  项: '項',
  万: '萬',
  亿: '億',
  两: '兩',
};
const traditional = (text: string) => text.replace(/./gu, (character) => TRADITIONAL[character] ?? character);
/** Every pair of a width and a script. */
const WIDTHS = [(text: string) => text, fullWidth, (text: string) => `\u3000${text}\u00a0`].flatMap(
  (widen) => [widen, (text: string) => widen(traditional(text))],
);

describe('every sign, unit, width and script says the same figure', () => {
  test.each(SIGNS)('%j before a count', (sign, factor) => {
    const cases = FIGURES.flatMap(([figure, han]) => [
      ...[String(figure), thousands(figure)].flatMap((digits) =>
        COUNT_UNITS.map(([unit, size]) => [`${digits}${unit}`, figure * size] as const),
      ),
      // A minus or plus before a Chinese numeral is none of the forms'.
      ...(sign === '' || /\p{Script=Han}/u.test(sign) ? HAN_UNITS : []).map(
        (unit) => [`${han}${unit}`, figure] as const,
      ),
    ]);
    const wrong = cases.flatMap(([figure, size]) =>
      WIDTHS.flatMap((widen) => {
        const text = widen(`${sign}${figure}`);
        // Above ten millions a count is a fault of reading, and a zero has no sign.
        const value = size > 10_000_000 ? null : size === 0 ? 0 : factor * size;
        const change = readNumber(text, 'change').value;
        const count = readNumber(text, 'count').value;
        const isRight =
          Object.is(change, value) && Object.is(count, value !== null && value < 0 ? null : value);
        return isRight ? [] : [{ text, value, change, count }];
      }),
    );
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(150);
  });

  /** 12.5 and 3 of each unit in yuan and in 10 000 yuan, worked out by hand. */
  test.each([
    ['元', '12.5', 12.5, 0.00125],
    ['千元', '12.5', 12_500, 1.25],
    ['万元', '12.5', 125_000, 12.5],
    ['万', '12.5', 125_000, 12.5],
    ['亿元', '12.5', 1_250_000_000, 125_000],
    ['元', '3', 3, 0.0003],
    ['千元', '3', 3000, 0.3],
    ['万元', '3', 30_000, 3],
    ['万', '3', 30_000, 3],
    ['亿元', '3', 300_000_000, 30_000],
    ['元', '1,530,000', 1_530_000, 153],
    ['千元', '1,530', 1_530_000, 153],
    ['万元', '4068.208', 40_682_080, 4068.208],
    ['亿元', '0.1', 10_000_000, 1000],
    ['千元', '0.1', 100, 0.01],
  ])('%s behind %s', (unit, digits, yuan, tenThousands) => {
    for (const money of ['', '¥', '￥'])
      for (const widen of WIDTHS)
        for (const header of [null, '元', '千元', '万元', '亿元']) {
          const text = widen(`${money}${digits}${unit}`);
          expect([text, header, read(text, 'amount_yuan', header)]).toEqual([text, header, yuan]);
          expect([text, header, read(text, 'amount_10k_yuan', header)]).toEqual([text, header, tenThousands]);
          expect([text, read(text, 'count')]).toEqual([
            text,
            // Ten thousands are a unit of counts too; other money is no count.
            unit === '万' ? yuan : null,
          ]);
        }
    for (const widen of WIDTHS)
      for (const behind of ['', '¥', '￥']) {
        // The unit of the header counts where the cell prints none.
        const text = widen(`${digits}${behind}`);
        expect([text, read(text, 'amount_yuan', unit)]).toEqual([text, yuan]);
        expect([text, read(text, 'amount_10k_yuan', unit)]).toEqual([text, tenThousands]);
      }
  });

  it('can stand in a cell by itself', () => {
    const signs = SIGNS.map(([sign]) => sign);
    const units = [...COUNT_UNITS.map(([unit]) => unit), '元', '千元', '万元', '亿元'];
    const texts = signs.flatMap((sign) =>
      units.flatMap((unit) => WIDTHS.map((widen) => widen(`${sign}12${unit}`))),
    );
    expect(texts.filter((text) => !looksLikeValue(text))).toEqual([]);
    expect(['無', '不適用', '無此項'].filter((text) => !isDash(text))).toEqual([]);
    expect(read('3萬圓', 'amount_yuan')).toBe(30_000);
  });

  it('may have its minus printed twice in a column of changes, and an issue says so', () => {
    for (const text of ['--253', '－－253', '−−253']) {
      expect(looksLikeValue(text)).toBe(true);
      expect(told(text, 'change')).toMatchObject({ value: -253, notes: ['cell.ambiguous'] });
      expect(told(text, 'count')).toMatchObject({ value: null, state: 'unreadable' });
    }
  });

  it('says of a figure in another unit than the column that it was turned into that', () => {
    expect(told('3万', 'count').notes).toEqual(['cell.unit_converted']);
    expect(told('3件', 'count').notes).toEqual([]);
    expect(told('3万元', 'amount_yuan').notes).toEqual(['cell.unit_converted']);
    expect(told('3', 'amount_yuan', '万元').notes).toEqual(['cell.unit_converted']);
    expect(told('3万元', 'amount_10k_yuan', '万元').notes).toEqual([]);
    expect(told('3元', 'amount_yuan').notes).toEqual([]);
  });

  it.each(['46瓶', '46頁', '3萬人民幣', '減值8', '12hi'])(
    'a word that is not known makes %s no figure',
    (text) => {
      for (const kind of ['count', 'change', 'amount_yuan', 'amount_10k_yuan'] as const)
        expect(told(text, kind, '万元')).toMatchObject({ value: null, state: 'unreadable' });
    },
  );
});

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
          fullWidth(thousands(value)),
          thousands(value).replaceAll(',', '﹐'),
          `+${value}`,
          `\u200b${value}\ufeff`,
        ])
          expect(told(text, 'count'), text).toEqual({ value, state: 'number', notes: [], note: undefined });
      }),
      { seed: SEED },
    );
  });

  it.each([
    ['22（其中修订16件）', 22],
    ['22(其中修订16件)', 22],
    ['22【其中修订16件】', 22],
    ['22〔其中修订16件〕', 22],
    ['22［其中修订16件］', 22],
    ['22（其中修订16件', 22],
    ['22 （其中 修订16件）', 22],
    ['二（其中修订一件）', 2],
    ['15①', 15],
    ['15²', 15],
    ['15⑽', 15],
    ['15❶', 15],
    ['15†', 15],
    ['3①（含一件续办）', 3],
  ])('%s is %i, and the note beside it is said and kept', (text, value) => {
    const reading = told(text, 'count');
    expect(reading).toMatchObject({ value, state: 'number', note: text });
    expect(new Set(reading.notes)).toEqual(new Set(['cell.note_dropped']));
  });

  it('keeps no more of a note than sixty letters, without the blanks around it', () => {
    const long = `22（${'其中修订十六件，'.repeat(10)}）`;
    expect(told(`  ${long} `, 'count')).toMatchObject({ value: 22, note: long.slice(0, 60) });
    const marked = `22①${'①'.repeat(80)}`;
    expect(told(` ${marked} `, 'count')).toMatchObject({ value: 22, note: marked.slice(0, 60) });
  });

  it('with a note behind no figure has none', () => {
    expect(told('（3）', 'count')).toMatchObject({ value: null, state: 'unreadable' });
    expect(told('见附件（3）', 'count')).toMatchObject({ value: null, state: 'unreadable' });
    expect(told('①', 'count')).toMatchObject({ value: null, state: 'unreadable' });
    expect(told('22（一）（二）', 'count').value).toBeNull();
    expect(told('22（一）件', 'count').value).toBeNull();
  });

  it('set with blanks between its digits is one figure, and that is said', () => {
    for (const [text, value] of [
      ['1 5', 15],
      ['1  5', 15],
      ['1\u30005', 15],
      ['1 0 3 6', 1036],
      ['12 345', 12_345],
      ['1 234 567', 1_234_567],
      [' 1 5 ', 15],
    ] as const)
      expect([text, told(text, 'count')]).toEqual([
        text,
        { value, state: 'number', notes: ['cell.digits_spaced'], note: undefined },
      ]);
  });

  it.each([
    '12 345 6',
    '10 20',
    '1 23',
    '1234 567',
    '12  345',
    '1 234 56',
    '12 ,345',
    '12 .5',
    '0 12',
    '12 3456',
    'x 12 345',
    '12 345 x',
  ])('%j may be two', (text) =>
    expect(told(text, 'count')).toEqual({
      value: null,
      state: 'ambiguous',
      notes: ['cell.ambiguous'],
      note: undefined,
    }),
  );

  it('may have blanks before its unit or behind its sign', () => {
    expect(told('5 件', 'count')).toMatchObject({ value: 5, notes: [] });
    expect(told('+ 5', 'count')).toMatchObject({ value: 5, notes: [] });
    expect(told('增加 5 项', 'change')).toMatchObject({ value: 5, notes: [] });
  });

  it.each([
    ['', 'blank'],
    ['\u00a0', 'blank'],
    ['　', 'blank'],
    ['\u200b', 'blank'],
    ['—', 'dash'],
    ['——', 'dash'],
    ['/', 'dash'],
    ['－', 'dash'],
    ['无', 'dash'],
  ] as const)('%j is empty: %s, and nothing is noted', (text, state) => {
    for (const kind of ['count', 'change', 'amount_yuan', 'amount_10k_yuan'] as const)
      expect(told(text, kind)).toEqual({ value: null, state, notes: [], note: undefined });
  });

  it.each([
    ['4.5', 'unreadable', 'cell.decimal_in_count'],
    ['0.00', 'unreadable', 'cell.decimal_in_count'],
    ['4.5件', 'unreadable', 'cell.decimal_in_count'],
    ['1.23456万', 'unreadable', 'cell.decimal_in_count'],
    ['123456789', 'unreadable', 'cell.count_too_large'],
    ['10000001', 'unreadable', 'cell.count_too_large'],
    ['1000.0001万', 'unreadable', 'cell.count_too_large'],
    ['-3', 'unreadable', 'cell.not_a_number'],
    ['减3', 'unreadable', 'cell.not_a_number'],
    ['减-3', 'unreadable', 'cell.not_a_number'],
    ['--3', 'unreadable', 'cell.not_a_number'],
    ['+', 'unreadable', 'cell.not_a_number'],
    ['O', 'unreadable', 'cell.not_a_number'],
    ['见附件', 'unreadable', 'cell.not_a_number'],
    ['12%', 'unreadable', 'cell.not_a_number'],
    ['x12', 'unreadable', 'cell.not_a_number'],
    ['12x', 'unreadable', 'cell.not_a_number'],
    ['第12', 'unreadable', 'cell.not_a_number'],
    ['12件次', 'unreadable', 'cell.not_a_number'],
    ['1,23', 'unreadable', 'cell.not_a_number'],
    ['1234,567', 'unreadable', 'cell.not_a_number'],
    ['1,2345', 'unreadable', 'cell.not_a_number'],
    ['1,,234', 'unreadable', 'cell.not_a_number'],
    ['1.', 'unreadable', 'cell.not_a_number'],
    ['.5', 'unreadable', 'cell.not_a_number'],
    ['1.2.3', 'unreadable', 'cell.not_a_number'],
    ['10元', 'unreadable', 'cell.not_a_number'],
    ['10万元', 'unreadable', 'cell.not_a_number'],
    ['12十', 'unreadable', 'cell.not_a_number'],
    ['十12', 'unreadable', 'cell.not_a_number'],
    ['十十件', 'unreadable', 'cell.not_a_number'],
    ['增加', 'unreadable', 'cell.not_a_number'],
    ['新加5', 'unreadable', 'cell.not_a_number'],
    ['共增5', 'unreadable', 'cell.not_a_number'],
    ['007', 'unreadable', 'cell.ambiguous'],
    ['05', 'unreadable', 'cell.ambiguous'],
    ['05件', 'unreadable', 'cell.ambiguous'],
    ['050', 'unreadable', 'cell.ambiguous'],
    ['000', 'ambiguous', 'cell.ambiguous'],
    ['00件', 'ambiguous', 'cell.ambiguous'],
    ['0,000', 'ambiguous', 'cell.ambiguous'],
  ] as const)('%j has no value and is %s for %s', (text, state, code) => {
    expect(told(text, 'count')).toEqual({ value: null, state, notes: [code], note: undefined });
  });

  it('may be ten million and no more', () => {
    expect(read('10000000', 'count')).toBe(10_000_000);
    expect(read('1000万', 'count')).toBe(10_000_000);
    expect(read('10,000,000件', 'change')).toBe(10_000_000);
    expect(read('-10000000', 'change')).toBe(-10_000_000);
    expect(told('-10000001', 'change').notes).toEqual(['cell.count_too_large']);
    expect(read('1.5万', 'count')).toBe(15_000);
    expect(read('20000000', 'amount_yuan', '元')).toBe(20_000_000);
  });

  it('is never made up: a value read stands in the text, digit for digit', () => {
    let figures = 0;
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
          figures += 1;
          const digits = text.replaceAll('①', '').normalize('NFKC').replace(/\D/gu, '');
          const isHan = /[〇零一二两三四五六七八九十百千万]/u.test(text);
          const stands = [digits, digits.replace(/^0+/u, '')].some((each) => each.startsWith(String(value)));
          expect(isHan || stands, `${text} → ${value}`).toBe(true);
        },
      ),
      { numRuns: 2000, seed: SEED },
    );
    // A floor on what is read: a reader that reads nothing makes nothing up.
    expect(figures).toBeGreaterThan(150);
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
    ['减少八项', -8],
    ['0', 0],
    ['-0', 0],
    ['减0', 0],
  ])('%s is %i', (text, value) => {
    expect(readNumber(text, 'change')).toMatchObject({ value, state: 'number' });
  });
});

describe('an amount', () => {
  it('has decimals without the dust of binary fractions', () => {
    expect(read('25.1万元', 'amount_yuan')).toBe(251_000);
    expect(read('1.1亿元', 'amount_10k_yuan')).toBe(11_000);
    expect(read('7730.28', 'amount_10k_yuan', '万元')).toBe(7730.28);
    expect(read('0.07万', 'amount_yuan')).toBe(700);
    expect(read('4000元', 'amount_10k_yuan', '万元')).toBe(0.4);
    expect(read('-3.5', 'amount_10k_yuan', '万元')).toBe(-3.5);
    expect(read('007.50', 'amount_10k_yuan', '万元')).toBe(7.5);
  });

  it.each(['1', '251000', '0.01', '¥12', '12￥', '1,530,000', '二十', '三万'])(
    'without a unit, %s is no amount',
    (text) => {
      for (const kind of ['amount_yuan', 'amount_10k_yuan'] as const)
        for (const header of [null, '件'])
          expect(told(text, kind, header)).toEqual({
            value: null,
            state: 'ambiguous',
            notes: ['cell.unit_missing'],
            note: undefined,
          });
    },
  );

  it.each(['0', '0.00', '¥0', '000', '〇', '-0', '０'])('without a unit, %s is zero', (text) => {
    for (const kind of ['amount_yuan', 'amount_10k_yuan'] as const)
      expect(told(text, kind)).toEqual({ value: 0, state: 'number', notes: [], note: undefined });
  });

  it('keeps the note beside a zero too', () => {
    expect(told('0（无）', 'amount_yuan')).toEqual({
      value: 0,
      state: 'number',
      notes: ['cell.note_dropped'],
      note: '0（无）',
    });
    expect(told('0①', 'amount_yuan').notes).toEqual(['cell.note_dropped']);
  });

  it.each(['10件', '3人', '5项'])('is not %s', (text) => {
    expect(told(text, 'amount_yuan', '元')).toMatchObject({
      state: 'unreadable',
      notes: ['cell.not_a_number'],
    });
  });

  it('says what it wanted of a word that does not fit', () => {
    expect(readNumber('10元', 'count').notes[0]?.expected).toBe('a count');
    expect(readNumber('10件', 'amount_yuan').notes[0]?.expected).toBe('a sum of money');
    expect(readNumber('99999999', 'count').notes[0]?.expected).toContain('10000000');
  });
});

describe('an empty cell', () => {
  it.each(['', ' ', '\t', '\n', '\u00a0', '\u3000', '\u200b', '\u200f', '\u2060', '\ufeff', ' \u00a0\u3000'])(
    '%j is blank',
    (text) => expect([isBlank(text), isDash(text)]).toEqual([true, false]),
  );
  it.each(['0', '-', 'x', ' x', 'x ', '无', '.'])('%j is not', (text) => expect(isBlank(text)).toBe(false));

  it.each([
    '-',
    '‐',
    '‑',
    '‒',
    '–',
    '—',
    '―',
    '−',
    '－',
    '─',
    '━',
    '_',
    '~',
    '～',
    '/',
    '／',
    '\\',
    '＼',
    '|',
    '｜',
    '*',
    '＊',
    '——',
    '— —',
    ' / ',
    '－－',
    '无',
    '無',
    '无 ',
    'n/a',
    'N/A',
    'NA',
    'ｎ／ａ',
    'nil',
    'None',
    '空',
    '不适用',
    '不 适用',
    '无此项',
  ])('%j stands for nothing', (text) => expect(isDash(text)).toBe(true));
  it.each(['', '-1', '1-', '—0', '0', '无0', '有无', '无件', 'nilx', 'an/a', '不适用于', '.', 'O'])(
    '%j does not',
    (text) => expect(isDash(text)).toBe(false),
  );
});

describe('what can be a value', () => {
  it.each([
    '0',
    '０',
    '-',
    '—',
    '/',
    '1,234',
    '１，２３４',
    '46件',
    '+5',
    '＋5',
    '-5',
    '−5',
    '增1',
    '增加1项',
    '新增1',
    '减8',
    '减少8',
    '22（其中修订16件）',
    '22（其中',
    '22【其中】',
    '22〔其中〕',
    '22［其中］',
    '000000000000000',
    '¥12',
    '￥12.5万元',
    '5 件',
    '1 5',
    '12亿元',
    '3千元',
    '3元',
    '3万',
    '3个',
    '3次',
    '3条',
    '3份',
    '3宗',
    '3起',
    '3例',
    '3人',
    '3家',
    '3部',
    '+5件',
    '-¥3元',
    '〇',
    '零',
    '十二件',
    '一百零三项',
    '二〇二一份',
    '三个',
    '三次',
    '三条',
    'O',
    '○',
    'oO',
    'lI',
    '15①',
    '1.5',
    '无',
    '123.',
  ])('%s can', (text) => {
    expect(looksLikeValue(text)).toBe(true);
  });
  it.each([
    '1.',
    '12.',
    '1,',
    '（二）',
    '总计',
    '第3页',
    '- 3 -',
    '1.属于国家秘密',
    '2020年',
    '一、',
    '',
    ' ',
    '一',
    '十二',
    '十二元',
    '12x',
    'x12',
    '增',
    '增加',
    '减少',
    '增1x',
    '共增1',
    '3件3',
    '3件次',
    '件',
    '一二三四五六七件',
    '零零',
    'OK',
    'xO',
    'l0',
    'O'.repeat(16),
    '①',
    '%',
    '12%',
    '+',
    '¥',
    '.5',
    ',5',
    `22（${'一'.repeat(41)}`,
    '1'.repeat(61),
    '3/7',
    '3/7页',
    '（3）',
  ])('%s cannot', (text) => {
    expect(looksLikeValue(text)).toBe(false);
  });
  it('is sixty letters at most, and a note in it forty', () => {
    expect(looksLikeValue('1'.repeat(60))).toBe(true);
    expect(looksLikeValue(`22（${'一'.repeat(40)}`)).toBe(true);
    expect(looksLikeValue(`${'O'.repeat(15)}`)).toBe(true);
  });
});

describe('a page number', () => {
  it.each([
    '- 3 -',
    '-3-',
    '—3—',
    '— 12 —',
    '－３－',
    '–3–',
    '―3―',
    '·3·',
    '--3--',
    '第3页',
    '第 12 页',
    '第123页共200页',
    '第3页，共20页',
    '第3页,共7页',
    '3/7',
    '3 / 7',
    '123/200页',
    '３／７',
  ])('%s is one', (text) => expect(isPageNumber(text)).toBe(true));
  it.each([
    '3',
    '-3',
    '3-',
    '- 1234 -',
    '-x-',
    '--',
    '第3',
    '3页',
    '第页',
    '第1234页',
    '第3页共',
    '共3页',
    '见第3页',
    '第3页x',
    '3/',
    '/7',
    '1234/7',
    '3/1234',
    'a3/7',
    '3/7a',
    'x-3-',
    '-3-x',
    '第3页共1234页',
    '第x页',
  ])('%s is none', (text) => expect(isPageNumber(text)).toBe(false));
});
