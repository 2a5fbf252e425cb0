import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFilters } from '../../lib/filters';
import {
  BASES,
  CORPORA,
  DEFAULT_FILTERS,
  FINDINGS_FILTERS,
  type Filters,
  regionDepth,
  regionPrefix,
  serializeFilters,
} from '../../lib/filters';
import { APPLICANT_COLUMNS } from '../../lib/form';
import { BODIES, LEVELS } from '../../lib/record';
import { anyConditions } from './any-conditions';

const year = fc.option(fc.integer({ min: 1990, max: 2099 }));
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => !/\p{Cc}|,/u.test(text) && text.trim() === text && text !== '');

/** Filters as a URL can carry them. */
const anyFilters: fc.Arbitrary<Filters> = fc
  .record({
    from: year,
    to: year,
    region: fc.uniqueArray(fc.constantFrom('61', '3201', '320102', '610111001', '11'), { maxLength: 3 }),
    level: fc.subarray([...LEVELS]),
    body: fc.subarray([...BODIES]),
    form: fc.subarray(['2019', '2021'] as const).map((forms) => [...forms]),
    agency: fc.uniqueArray(name, { maxLength: 3 }),
    q: fc.oneof(fc.constant(''), name),
    where: anyConditions,
    applicant: fc.subarray([...APPLICANT_COLUMNS]),
    basis: fc.constantFrom(...BASES),
    findings: fc.constantFrom(...FINDINGS_FILTERS),
    corpus: fc.constantFrom(...CORPORA),
  })
  .filter(({ from, to }) => from === null || to === null || from <= to);

test('what is serialized is read back as it was', () => {
  fc.assert(
    fc.property(anyFilters, (filters) => {
      const read = parseFilters(new URLSearchParams(serializeFilters(filters)));
      expect(read).toEqual({ filters, problems: [] });
    }),
  );
});

test('defaults stay out of the address and the order of parameters is fixed', () => {
  expect(serializeFilters(DEFAULT_FILTERS)).toBe('');
  const filters: Filters = { ...DEFAULT_FILTERS, level: ['county', 'township'], from: 2020, corpus: 'demo' };
  expect(serializeFilters(filters)).toBe('from=2020&level=county,township&corpus=demo');
});

test('whatever stands in an address, reading it does not throw and leaves usable filters', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom("'; DROP TABLE reports --", '%00'),
  );
  const params = fc.dictionary(
    fc.oneof(fc.constantFrom(...Object.keys(DEFAULT_FILTERS)), fc.string()),
    fc.oneof(text, fc.array(text)),
  );
  fc.assert(
    fc.property(params, (given) => {
      const { filters } = parseFilters(given);
      expect(parseFilters(new URLSearchParams(serializeFilters(filters))).filters).toEqual(filters);
    }),
  );
});

test.each([
  ['from=20x', 'from', '20x'],
  ['from=2024&to=2020', 'from', '2024'],
  ['level=county,village', 'level', 'village'],
  ['region=6', 'region', '6'],
  ['region=99999x', 'region', '99999x'],
  ['form=2020', 'form', '2020'],
  ['basis=sum', 'basis', 'sum'],
  ['applicant=total,org_other', 'applicant', 'total,org_other'],
  ['corpus=secret', 'corpus', 'secret'],
])('%s names the parameter and the value', (query, parameter, value) => {
  const { problems } = parseFilters(new URLSearchParams(query));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ parameter, value });
  expect(problems[0]?.expected).not.toBe('');
});

test('the good values of a list stay when another one is bad', () => {
  expect(parseFilters({ level: 'county,village', from: '2020' }).filters).toMatchObject({
    level: ['county'],
    from: 2020,
  });
});

test('a list may be repeated or comma-separated, and unknown parameters are ignored', () => {
  const { filters, problems } = parseFilters(new URLSearchParams('region=61&region=6101,61&utm_source=x'));
  expect(filters.region).toEqual(['61', '6101']);
  expect(problems).toEqual([]);
});

test('a parameter that takes one value and is given two is reported and left out', () => {
  const { filters, problems } = parseFilters(
    new URLSearchParams('from=2024&from=2020&q=x&q=x&basis=&basis=own'),
  );
  expect(filters).toMatchObject({ from: null, q: 'x', basis: 'own' });
  expect(problems).toEqual([{ parameter: 'from', value: '2024, 2020', expected: 'one value' }]);
  expect(parseFilters({ corpus: ['demo', 'reports'] }).problems).toHaveLength(1);
});

test('a name may hold anything but control characters', () => {
  for (const q of ['甲县', 'a\u00a0b', '\ud83d\ude00', '\u00ad'])
    expect(parseFilters({ q }).problems).toEqual([]);
  for (const q of ['a\u0000b', 'a\u001fb', 'a\u007fb', 'a\u009fb'])
    expect(parseFilters({ q }).problems).toHaveLength(1);
});

test.each([
  ['610000', '61', 1],
  ['610100', '6101', 2],
  ['610111', '610111', 3],
  ['610111001', '610111001', 4],
  ['610111001000', '610111001', 4],
  ['429004', '429004', 3],
  ['100000', '', 0],
])('region code %s has the prefix %s', (code, prefix, depth) => {
  expect(regionPrefix(code)).toBe(prefix);
  expect(regionDepth(prefix)).toBe(depth);
});
