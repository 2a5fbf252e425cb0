/** What does not add up, what was hard to read, and which reports there are: counts over reports, whatever their basis. */
import { z } from 'zod';
import type { Filters } from '../../filters';
import { RULE_IDS, type RuleId } from '../../audit/rules';
import { ISSUE_CODES } from '../../issue';
import { type Database, withDatabase } from '../../store/connect';
import type { Corpus } from '../../store/corpora';
import { TESTABLE_SQL } from '../../audit/testable';
import { type Meta, selectMeta } from '../meta';
import { type Conditions, conditionsOf } from '../sql/slice-conditions';

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

const GROUPS = {
  year: { key: 'reports.year', name: 'NULL::VARCHAR' },
  province: { key: 'reports.province', name: '(SELECT name FROM regions WHERE code = reports.province)' },
} as const;

const groupSchema = z.object({
  key: z.number().nullable(),
  name: z.string().nullable(),
  reports: z.number(),
  ...(Object.fromEntries(RULE_IDS.map((rule) => [rule, z.number()])) as Record<RuleId, z.ZodNumber>),
});
type Group = z.infer<typeof groupSchema>;

const foundSchema = z.object({
  key: z.number().nullable(),
  rule: z.enum(RULE_IDS),
  found: z.number(),
  untested: z.number(),
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
    const groups = await database.rows(groupSchema, groupsSql(by, conditions), conditions.values);
    const found = await database.rows(foundSchema, foundSql(by, conditions), conditions.values);
    const meta = await selectMeta(database, corpus, everyReport(filters), conditions);
    return {
      groups: groups.map((group) =>
        ruleGroup(
          group,
          found.filter(({ key }) => key === group.key),
        ),
      ),
      meta: { ...meta, filters },
    };
  });
}

function groupsSql(by: keyof typeof GROUPS, { slice }: Conditions): string {
  const { key, name } = GROUPS[by];
  const tested = RULE_IDS.map((rule) => `(count(*) FILTER (${TESTABLE_SQL[rule]}))::DOUBLE AS "${rule}"`);
  return `SELECT ${key} AS key, any_value(${name}) AS name, count(*)::DOUBLE AS reports, ${tested.join(', ')}
    FROM reports WHERE ${slice} GROUP BY ${key} ORDER BY key NULLS LAST`;
}

/** Reports with a finding of each rule, and those of them in which the rule could not be tested by its equations or years. */
function foundSql(by: keyof typeof GROUPS, { slice }: Conditions): string {
  const { key } = GROUPS[by];
  const isTested = `CASE rule ${RULE_IDS.map((rule) => `WHEN '${rule}' THEN ${TESTABLE_SQL[rule]}`).join(' ')} END`;
  return `SELECT ${key} AS key, rule, count(*)::DOUBLE AS found, (count(*) FILTER (NOT ${isTested}))::DOUBLE AS untested
    FROM (SELECT DISTINCT report_no, rule FROM findings) AS found JOIN reports USING (report_no)
    WHERE ${slice} GROUP BY ${key}, rule`;
}

function ruleGroup(
  { key, name, reports, ...tested }: Group,
  found: readonly z.infer<typeof foundSchema>[],
): RuleGroup {
  const rules = RULE_IDS.map((rule): [RuleId, RuleCount] => {
    const broken = found.find((each) => each.rule === rule);
    return [rule, { tested: tested[rule] + (broken?.untested ?? 0), found: broken?.found ?? 0 }];
  });
  return { key, name, reports, rules: Object.fromEntries(rules) as Record<RuleId, RuleCount> };
}

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
