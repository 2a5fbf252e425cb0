/** Columns and orders of lists, the regions next below a slice, and the region controls of a plain form. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childDimension } from '../../lib/filters';
import {
  LIST_COLUMNS,
  listColumn,
  parseColumns,
  parseSorts,
  serializeSorts,
  SORT_NAMES,
  WIDE_COLUMNS,
} from '../../lib/filters/columns';
import { foldRegionControls } from '../../lib/filters/region-cascade';
import { ALL_FIELDS } from '../../lib/form';

/** What a list can say of a report beside its figures: id, kind, whether it can be sorted by. */
const ABOUT = [
  ['agency_id', 'text', false],
  ['agency', 'text', true],
  ['year', 'count', true],
  ['published', 'word', true],
  ['region_code', 'word', false],
  ['province', 'text', true],
  ['prefecture', 'text', true],
  ['county', 'text', true],
  ['township', 'text', true],
  ['level', 'word', true],
  ['body', 'word', true],
  ['scope', 'word', true],
  ['form', 'word', true],
  ['issues', 'count', true],
  ['findings', 'count', true],
  ['report_id', 'text', false],
  ['source_url', 'text', false],
] as const;

describe('the columns of a list', () => {
  test('say who, when and where, then metrics, cells and the source', () => {
    const ofReport = LIST_COLUMNS.filter(({ group }) => group === 'report');
    expect(ofReport.map(({ id, kind, sortable }) => [id, kind, sortable])).toEqual(ABOUT);
    expect(ofReport.every(({ unit }) => unit === null)).toBe(true);
    const groups = LIST_COLUMNS.map(({ group }) => group).filter((group, i, all) => group !== all[i - 1]);
    expect(groups).toEqual(['report', 'metric', 'field', 'report']);
    expect(LIST_COLUMNS).toHaveLength(17 + 32 + ALL_FIELDS.length);
    expect(LIST_COLUMNS.filter(({ group, sortable }) => group !== 'report' && !sortable)).toEqual([]);
  });

  test('have a name in both languages, no two the same in a group', () => {
    for (const { id, zh, en } of LIST_COLUMNS)
      expect([id, zh, en]).toEqual([
        id,
        expect.stringMatching(/\p{Script=Han}/u),
        expect.stringMatching(/^[A-Z][a-z]/),
      ]);
    const names = LIST_COLUMNS.map(({ group, zh }) => `${group} ${zh}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('are rates, amounts or counts as their values are', () => {
    const kindOf = (id: string) => [listColumn(id)?.kind, listColumn(id)?.unit?.en];
    expect(kindOf('disclosure_rate')).toEqual(['rate', 'ratio, 0–1']);
    expect(kindOf('granted')).toEqual(['amount', 'requests']);
    expect(kindOf('requests.granted.total')).toEqual(['count', 'requests']);
    expect(kindOf('disclosure.licensing.items_change')).toEqual(['count', 'items']);
    expect(kindOf('disclosure.procurement.amount_yuan')).toEqual(['amount', 'yuan']);
    expect(kindOf('disclosure.administrative_fees.amount_10k_yuan')).toEqual(['amount', '10,000 yuan']);
    expect(listColumn('reports')).toBeUndefined();
    expect(listColumn('requests.granted.total')?.zh).toBe('予以公开·总计');
    expect(listColumn('requests.granted.total')?.en).toBe('Granted in full · Total');
  });

  test('of a file for which none are chosen are all but the metrics', () => {
    const about = ABOUT.map(([id]) => id);
    expect(WIDE_COLUMNS).toEqual([
      ...about.slice(0, 15),
      ...ALL_FIELDS.map(({ id }) => id),
      ...about.slice(15),
    ]);
  });

  test('are read each once in the order written, what is none told apart', () => {
    expect(parseColumns(' year,agency ,,lost,year,disclosure_rate, ,region,lost')).toEqual({
      good: ['year', 'agency', 'disclosure_rate'],
      bad: ['lost', 'region'],
    });
    expect(parseColumns('')).toEqual({ good: [], bad: [] });
  });
});

describe('an order', () => {
  test('goes by any column that can be sorted by, by region and by suits', () => {
    expect(SORT_NAMES.slice(0, 3)).toEqual(['region', 'litigations', 'agency']);
    expect(
      SORT_NAMES.filter((name) => ['agency_id', 'region_code', 'report_id', 'source_url'].includes(name)),
    ).toEqual([]);
    expect(SORT_NAMES).toHaveLength(2 + 13 + 32 + ALL_FIELDS.length);
  });

  test('is read down and up, each name once, the first way it is named', () => {
    expect(parseSorts(' -disclosure_rate,year,-year,--year,region_code,-lost')).toEqual({
      good: [
        { by: 'disclosure_rate', descending: true },
        { by: 'year', descending: false },
      ],
      bad: ['--year', 'region_code', '-lost'],
    });
    expect(parseSorts('')).toEqual({ good: [], bad: [] });
  });

  test('has five keys at most', () => {
    const { good, bad } = parseSorts('year,agency,province,county,level,body,-lost');
    expect([good.map(({ by }) => by), bad]).toEqual([
      ['year', 'agency', 'province', 'county', 'level'],
      ['body', '-lost'],
    ]);
  });

  test('that is written out is read back as it was', () => {
    const anySorts = fc.uniqueArray(
      fc.record({ by: fc.constantFrom(...SORT_NAMES), descending: fc.boolean() }),
      { maxLength: 5, selector: ({ by }) => by },
    );
    fc.assert(
      fc.property(anySorts, (sorts) => {
        expect(parseSorts(serializeSorts(sorts))).toEqual({ good: sorts, bad: [] });
      }),
    );
    expect(
      serializeSorts([
        { by: 'year', descending: true },
        { by: 'agency', descending: false },
      ]),
    ).toBe('-year,agency');
  });
});

/** The last column: 北京, 天津, 上海, 重庆 have no prefectures; 东莞, 中山, 儋州 no counties. */
test.each([
  [[], 'province'],
  [['61'], 'prefecture'],
  [['11'], 'county'],
  [['12'], 'county'],
  [['31'], 'county'],
  [['50'], 'county'],
  [['6101'], 'county'],
  [['1101'], 'county'],
  [['4419'], null],
  [['4420'], null],
  [['4604'], null],
  [['610111'], null],
  [['610111001'], null],
  [['61', '11'], 'province'],
  [['61', '6101'], 'province'],
  [['6101', '610111'], 'province'],
  [['6101', '6102'], 'prefecture'],
  [['610111', '610112'], 'county'],
])('below the regions %j lies the level %s', (region, dimension) => {
  expect(childDimension({ region })).toBe(dimension);
});

describe('the region controls of a form', () => {
  const folded = (search: string): string => {
    const params = new URLSearchParams(search);
    foldRegionControls(params);
    return params.toString();
  };
  test.each([
    ['province=61&prefecture=6101&county=610111&township=610111001', 'region=610111001'],
    ['province=61&prefecture=6101&county=&township=', 'region=6101'],
    ['province=61&prefecture=&county=610111', 'region=610111'],
    ['province=&prefecture=&q=x', 'q=x'],
    ['province=+61+&from=2020', 'from=2020&region=61'],
    // A narrower choice that is left from another province is told and dropped, with all below it.
    ['province=61&prefecture=3201', 'region=61&dropped=3201'],
    ['province=61&prefecture=3201&county=610111', 'region=61&dropped=3201'],
    ['province=61&prefecture=6101&county=320102', 'region=6101&dropped=320102'],
    ['province=61&prefecture=3261', 'region=61&dropped=3261'],
    ['prefecture=6101', 'dropped=6101'],
    ['township=610111001', 'dropped=610111001'],
    // What the controls say stands in place of what the address said before.
    ['province=61&region=11&dropped=12', 'region=61'],
    ['province=&region=11&dropped=12', ''],
    ['region=11&dropped=12', 'region=11&dropped=12'],
  ])('%s becomes %s', (search, expected) => {
    expect(folded(search)).toBe(expected);
  });
});
