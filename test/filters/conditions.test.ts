import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFilters } from '../../lib/filters';
import { MOST_CONDITIONS, parseConditions, serializeConditions } from '../../lib/filters/conditions';
import { serializeFilters } from '../../lib/filters';
import { anyGroup } from './any-conditions';

test('a group of conditions that is written out is read back as it was', () => {
  fc.assert(
    fc.property(anyGroup, (group) => {
      expect(parseConditions(serializeConditions(group))).toEqual({ ok: true, value: group });
    }),
  );
});

test('groups come in one parameter or in several, blanks do not matter, and there is one spelling', () => {
  const spelled = ['requests.granted.total>=1', 'disclosure_rate<0.5|requests.partial.total:!blank'];
  for (const search of [
    'where=requests.granted.total>=1,disclosure_rate<0.5|requests.partial.total:!blank',
    'where=requests.granted.total>=1&where=disclosure_rate<0.5|requests.partial.total:!blank',
    'where=requests.granted.total+>=+01,+disclosure_rate+<+0.50+|+requests.partial.total+:!+blank',
  ]) {
    const { filters, problems } = parseFilters(new URLSearchParams(search));
    expect([search, filters.where, problems]).toEqual([search, spelled, []]);
  }
  const { filters } = parseFilters({ where: spelled });
  expect(serializeFilters(filters)).toBe(
    'where=requests.granted.total%3E=1,disclosure_rate%3C0.5%7Crequests.partial.total:%21blank',
  );
});

test.each([
  ['secret>1', 1, 'secret>1', /field id/],
  ['requests.granted>1', 1, 'requests.granted>1', /field id/],
  ['requests.granted.total', 23, 'nothing', /one of = != < <= > >= : :! after requests\.granted\.total/],
  ['requests.granted.total~1', 23, '~1', /one of =/],
  ['requests.granted.total>', 24, 'nothing', /decimal number/],
  ['requests.granted.total>1e5', 24, '1e5', /decimal number/],
  ['requests.granted.total>50%', 24, '50%', /decimal number/],
  ['requests.granted.total=0.1234567', 24, '0.1234567', /6 of them after the point/],
  ['requests.granted.total=1234567890123.456', 24, '1234567890123.456', /at most 15 digits/],
  ['requests.granted.total:empty', 24, 'empty', /one of number, blank, dash/],
  ['denial_rate:blank', 13, 'blank', /one of number, missing/],
  ['published>2024-02-30', 11, '2024-02-30', /date/],
  ['published>2024', 11, '2024', /date/],
  ['denial_rate>0.5|', 17, 'nothing', /field id/],
  ['denial_rate>0.5|year>x', 22, 'x', /decimal number/],
  ["year>1' OR 1", 6, "1' OR 1", /decimal number/],
])('%s stops making sense at character %i', (text, at, found, expected) => {
  const parsed = parseConditions(text);
  expect(parsed).toEqual({ ok: false, problem: { at, found, expected: expect.stringMatching(expected) } });
  const { filters, problems } = parseFilters(new URLSearchParams({ where: `year>=2019,${text}` }));
  expect(filters.where).toEqual(['year>=2019']);
  expect(problems).toEqual([
    { parameter: 'where', value: text, at, found, expected: expect.stringMatching(expected) },
  ]);
});

test('whatever is written, reading it does not throw and keeps only what reads the same again', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'requests.granted.total',
      'year',
      'denial_rate',
      '>=',
      ':',
      ':!',
      '|',
      'blank',
      '-0',
      '7',
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const parsed = parseConditions(pieces.join(''));
      const problems = parsed.ok ? [] : [parsed.problem];
      expect(problems.filter(({ at }) => at <= 0)).toEqual([]);
      const again = parsed.ok ? parseConditions(serializeConditions(parsed.value)) : parsed;
      expect(again).toEqual(parsed);
    }),
  );
});

test('too many conditions are refused as a whole', () => {
  const where = [...Array(MOST_CONDITIONS + 1).keys()].map((i) => `year!=${i}`).join(',');
  const { filters, problems } = parseFilters({ where });
  expect(filters.where).toEqual([]);
  expect(problems).toMatchObject([{ parameter: 'where', expected: `at most ${MOST_CONDITIONS} conditions` }]);
});
