/** The counts of the quality page, held against sums over the records in plain JavaScript. */
import { beforeAll, describe, expect, test } from 'vitest';
import { checkRecord } from '../../lib/audit';
import { parseFilters } from '../../lib/filters';
import { type Filters, regionPrefix } from '../../lib/filters';
import { replaceHistory } from '../../lib/audit/history';
import { RULE_IDS, type RuleId } from '../../lib/audit/rules';
import { type Corpus, selectBoard, selectRuleCounts } from '../../lib/query';
import type { ReportRecord } from '../../lib/record';
import { synthesizeRecords } from '../../lib/synth';
import { keptCorpus } from '../store/kept-corpus';
import { record } from '../store/small-corpus';

let records: ReportRecord[];
let corpus: Corpus;
beforeAll(async () => {
  const [first, ...others] = [...synthesizeRecords({ reports: 300, seed: 21 })] as [
    ReportRecord,
    ...ReportRecord[],
  ];
  // A rule broken without an equation of its own or a year before: it counts as tested all the same.
  const told: ReportRecord['findings'] = (['requests.flow', 'history.jump'] as const).map((rule) => ({
    rule,
    severity: 'warning',
    fields: [],
    left: 'a',
    right: 'b',
    left_fields: 0,
    difference: null,
  }));
  const empty = record({ name: '单独的县人民政府', code: '610199', year: 2019, findings: told });
  records = [replaceFindings(first), ...others, empty];
  corpus = await keptCorpus({ records }, 'demo');
});

const replaceFindings = (first: ReportRecord): ReportRecord => ({
  ...first,
  findings: replaceHistory(first.findings, []),
});

const filtersOf = (search: string): Filters => parseFilters(new URLSearchParams(search)).filters;
const province = (each: ReportRecord): number | null =>
  Number(regionPrefix(each.region.code ?? '').slice(0, 2)) || null;

const SLICES: [string, (each: ReportRecord) => boolean][] = [
  ['', () => true],
  ['from=2020&to=2022', (each) => each.year !== null && each.year >= 2020 && each.year <= 2022],
  ['level=county&basis=own', (each) => each.region.level === 'county'],
  ['region=61', (each) => province(each) === 61],
];

const agencyOf = (each: ReportRecord): string => each.id.replace(/-[^-]*$/, '');

const tellable = new Map<ReportRecord, Set<RuleId>>();

/** The rules of which an equation can be told in the record. */
function tellableIn(each: ReportRecord): Set<RuleId> {
  const rules =
    tellable.get(each) ??
    new Set(checkRecord(each).flatMap(({ rule, holds }) => (holds === null ? [] : [rule])));
  tellable.set(each, rules);
  return rules;
}

function isTested(each: ReportRecord, rule: RuleId): boolean {
  if (each.findings.some((finding) => finding.rule === rule)) return true;
  if (rule.startsWith('identity.')) return true;
  if (rule.startsWith('history.') || rule === 'requests.carry_over' || rule === 'disclosure.stock')
    return records.some(
      (other) =>
        agencyOf(other) === agencyOf(each) &&
        other.agency.scope === each.agency.scope &&
        other.year !== null &&
        other.year + 1 === each.year,
    );
  return tellableIn(each).has(rule);
}

describe.each(SLICES)('in the slice "%s"', (search, isIn) => {
  test.each(['year', 'province'] as const)('rules by %s are counted report by report', async (by) => {
    const inSlice = records.filter(isIn);
    const keyOf = (each: ReportRecord): number | null => (by === 'year' ? each.year : province(each));
    const { groups } = await selectRuleCounts(corpus, filtersOf(search), by);
    expect(new Set(groups.map((group) => group.key))).toEqual(new Set(inSlice.map(keyOf)));
    expect(groups.length).toBe(new Set(inSlice.map(keyOf)).size);
    for (const group of groups) {
      const own = inSlice.filter((each) => keyOf(each) === group.key);
      expect([group.key, group.reports]).toEqual([group.key, own.length]);
      for (const rule of RULE_IDS) {
        const tested = own.filter((each) => isTested(each, rule)).length;
        const found = own.filter((each) => each.findings.some((finding) => finding.rule === rule)).length;
        expect([group.key, rule, group.rules[rule]]).toEqual([group.key, rule, { tested, found }]);
      }
    }
  });

  test('the board counts each agency of a year once', async () => {
    const inSlice = records.filter((each) => isIn(each) && each.year !== null);
    const { years, agencies } = await selectBoard(corpus, filtersOf(search), 1);
    expect(agencies).toBe(new Set(records.filter(isIn).map(agencyOf)).size);
    for (const { year, in_time, late, undated } of years) {
      const own = inSlice.filter((each) => each.year === year);
      const count = (holds: (each: ReportRecord) => boolean): number =>
        new Set(own.filter(holds).map(agencyOf)).size;
      const isLate = (each: ReportRecord): boolean => (each.published ?? '') > `${year + 1}-03-31`;
      expect([year, in_time, late, undated]).toEqual([
        year,
        count((each) => each.published !== null && !isLate(each)),
        count((each) => each.published !== null && isLate(each)),
        count((each) => each.published === null),
      ]);
    }
  });
});
