/** What does not add up, what was hard to read, and which reports there are: counts over reports, whatever their basis. */
import { z } from 'zod';
import type { Filters } from '../filters/values';
import { ISSUE_CODES, RULE_IDS, RULES, type RuleId } from '../issue';
import { type Database, withDatabase } from '../store/connect';
import type { Corpus } from '../store/corpora';
import { type Meta, selectMeta } from './answer';
import { type Conditions, conditionsOf } from './conditions';

/** How a rule fares in a group: reports in which it could be tested, and those of them that break it. */
export type RuleCount = { tested: number; found: number };

export type RuleGroup = {
  /** A year, a province's code, or null where the reports do not say. */
  key: number | null;
  /** Name of the province. */
  name: string | null;
  reports: number;
  rules: Record<RuleId, RuleCount>;
};

/** What a rule is tested on: its own equations, a year before, or every report. */
export const TESTED_ON: Record<RuleId, 'equations' | 'year_before' | 'every_report'> = {
  'requests.flow': 'equations',
  'requests.outcomes': 'equations',
  'requests.columns': 'equations',
  'proceedings.total': 'equations',
  'narrative.agreement': 'equations',
  'requests.carry_over': 'year_before',
  'disclosure.stock': 'year_before',
  'history.copied_table': 'year_before',
  'history.jump': 'year_before',
  'history.unit_slip': 'year_before',
  'identity.name_overwritten': 'every_report',
  'identity.year_conflict': 'every_report',
};

const GROUPS = {
  year: { key: 'reports.year', name: 'NULL::VARCHAR' },
  province: { key: 'reports.province', name: '(SELECT name FROM regions WHERE code = reports.province)' },
} as const;

const groupRowSchema = z.object({
  key: z.number().nullable(),
  name: z.string().nullable(),
  rule: z.enum(RULE_IDS).nullable(),
  reports: z.number(),
  tested: z.number(),
  found: z.number(),
});

/** The filters with every report in them: checks are counted, not added up, so nothing counts twice. */
const everyReport = (filters: Filters): Filters => ({ ...filters, basis: 'all', findings: 'any' });

/**
 * Rule × year or rule × province, groups in order of their key, nulls last. A rule with equations of its own is tested in
 * the reports in which one of them can be told; a rule over the years in those with a report of the same agency and
 * scope for the year before; the rules of identity in all.
 */
export async function selectRuleCounts(
  corpus: Corpus,
  filters: Filters,
  by: keyof typeof GROUPS,
): Promise<{ groups: RuleGroup[]; meta: Meta }> {
  const conditions = conditionsOf(everyReport(filters));
  return withDatabase(corpus, 'rule counts', async (database) => {
    const rows = await database.rows(groupRowSchema, ruleSql(by, conditions), conditions.values);
    const meta = await selectMeta(database, corpus, everyReport(filters), conditions);
    return { groups: groupsOf(rows), meta: { ...meta, filters } };
  });
}

function ruleSql(by: keyof typeof GROUPS, { slice }: Conditions): string {
  const { key, name } = GROUPS[by];
  return `WITH slice AS (SELECT report_no, agency_no, year, scope, province FROM reports WHERE ${slice}),
    found AS (SELECT DISTINCT report_no, rule FROM findings),
    paired AS (
      SELECT reports.report_no FROM slice AS reports JOIN reports AS before
        ON before.agency_no = reports.agency_no AND before.year = reports.year - 1 AND before.scope = reports.scope
    ),
    tested AS (
      SELECT report_no, rule FROM checks WHERE told > 0
      UNION SELECT report_no, unnest([${rulesOn('year_before')}]) FROM paired
      UNION SELECT report_no, unnest([${rulesOn('every_report')}]) FROM slice
      UNION SELECT report_no, rule FROM found
    )
    SELECT ${key} AS key, any_value(${name}) AS name, NULL::VARCHAR AS rule, count(*)::DOUBLE AS reports,
      0::DOUBLE AS tested, 0::DOUBLE AS found
    FROM slice AS reports GROUP BY ${key}
    UNION ALL
    SELECT ${key}, NULL, tested.rule, 0, count(*)::DOUBLE, count(found.rule)::DOUBLE
    FROM slice AS reports JOIN tested USING (report_no)
    LEFT JOIN found ON found.report_no = reports.report_no AND found.rule = tested.rule
    GROUP BY ${key}, tested.rule
    ORDER BY key NULLS LAST, rule NULLS FIRST`;
}

const rulesOn = (what: (typeof TESTED_ON)[RuleId]): string =>
  RULE_IDS.filter((rule) => TESTED_ON[rule] === what)
    .map((rule) => `'${rule}'`)
    .join(', ');

function groupsOf(rows: readonly z.infer<typeof groupRowSchema>[]): RuleGroup[] {
  const groups: RuleGroup[] = [];
  for (const { key, name, rule, reports, tested, found } of rows) {
    if (rule === null) groups.push({ key, name, reports, rules: untested() });
    else Object.assign(groups.at(-1)?.rules ?? {}, { [rule]: { tested, found } });
  }
  return groups;
}

const untested = (): Record<RuleId, RuleCount> =>
  Object.fromEntries(Object.keys(RULES).map((rule) => [rule, { tested: 0, found: 0 }])) as Record<
    RuleId,
    RuleCount
  >;

const issueCountSchema = z.object({
  code: z.enum(ISSUE_CODES),
  severity: z.enum(['info', 'warning', 'error']),
  reports: z.number(),
  issues: z.number(),
});
export type IssueCount = z.infer<typeof issueCountSchema>;

/** Troubles of our reading over a slice by code: reports that have it, and how often; gravest and most frequent first. */
export async function selectIssueCounts(corpus: Corpus, filters: Filters): Promise<IssueCount[]> {
  const conditions = conditionsOf(everyReport(filters));
  return withDatabase(corpus, 'issue counts', (database: Database) =>
    database.rows(
      issueCountSchema,
      `SELECT code, severity, count(DISTINCT report_no)::DOUBLE AS reports, count(*)::DOUBLE AS issues
       FROM issues
       WHERE report_no IN (SELECT report_no FROM reports WHERE ${conditions.slice})
       GROUP BY code, severity
       ORDER BY severity DESC, reports DESC, code`,
      conditions.values,
    ),
  );
}
