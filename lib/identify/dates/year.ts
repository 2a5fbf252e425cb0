/**
 * The year a report is about: its title, else the period it states, else the year its first sentences speak of, else
 * the year before its publication. A year told twice and differently is a finding, and the stronger one stands.
 */
import type { Finding } from '../../audit/rules';
import { disagreeing, findingOf } from '../../audit/rules/rule';
import { identityYearConflict } from '../../audit/rules/identity-year-conflict';
import { type Issue, issue } from '../../issue';
import type { Evidence, ReportRecord } from '../../record';
import { monthInAddress } from './published';
import { evidence } from '../evidence';
import type { Line } from '../lines';
import type { FoundTitle } from '../title/find-title';

const FIRST_YEAR = 2008;
const LAST_YEAR = 2040;
const PERIOD = /(20[0-4]\d)年1月1日?[起始]?\s*(?:至|到|[-—–~]+)\s*(?:(20[0-4]\d)年|当年|同年)?(12)月(31)日?/;
const SPOKEN =
  /(?:现将|公布|报告|编制|总结)[^。;]{0,24}?(20[0-4]\d)年度?[^。;]{0,16}?(?:信息公开|政务公开)|(?:^|。(?=\d{4}年度))(20[0-4]\d)年度?(?:以来|来)?[,，、]/;

export type Year = {
  year: number | null;
  period: ReportRecord['period'];
  evidence: Evidence[];
  issues: Issue[];
  findings: Finding[];
};

type Told = { year: number; evidence: Evidence };

/** Year and period with evidence, an issue where the year is inferred or unknown, a finding where two answers differ. */
export function findYear(
  title: FoundTitle | null,
  lines: Line[],
  published: string | null,
  urls: string[],
): Year {
  const stated = statedPeriod(lines);
  const told: Told[] = [];
  if (title?.year && plausible(title.year))
    told.push({ year: title.year, evidence: evidence('title', title.text, title.at, `${title.year}`) });
  if (stated) told.push({ year: stated.year, evidence: stated.evidence });
  const spoken = spokenYear(lines);
  if (spoken && told.length === 0) told.push(spoken);
  const issues: Issue[] = [];
  if (told.length === 0) {
    const before = yearBefore(published, urls);
    if (before) {
      told.push(before);
      issues.push(
        issue(
          'identity.year_inferred',
          null,
          before.evidence.text,
          'a year in the title or a period in the text',
        ),
      );
    } else
      issues.push(
        issue('identity.year_unknown', null, 'no year', 'a year in the title, the text or the address'),
      );
  }
  return {
    year: told[0]?.year ?? null,
    period: stated?.period ?? null,
    evidence: told.map((each) => each.evidence),
    issues,
    findings: conflicts(told, published),
  };
}

const plausible = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

function statedPeriod(lines: Line[]): (Told & { period: NonNullable<ReportRecord['period']> }) | null {
  for (const line of lines) {
    if (line.cell) continue;
    const match = PERIOD.exec(line.text);
    if (!match) continue;
    const year = Number(match[1]);
    if (!plausible(year) || (match[2] && match[2] !== match[1])) continue;
    const period = { start: `${year}-01-01`, end: `${year}-12-31` };
    return { year, period, evidence: evidence('period', match[0], line.at, `${year}`) };
  }
  return null;
}

function spokenYear(lines: Line[]): Told | null {
  const told = lines.filter((line) => !line.cell && line.part !== 'foot').slice(0, 20);
  for (const line of told) {
    const match = SPOKEN.exec(line.text);
    const year = Number(match?.[1] ?? match?.[2]);
    if (match && plausible(year))
      return { year, evidence: evidence('first sentence', match[0], line.at, `${year}`) };
  }
  return null;
}

/**
 * The year before publication. In December nothing is told: a report that is a year late and one that came a month early
 * look the same.
 */
function yearBefore(published: string | null, urls: string[]): Told | null {
  if (published) {
    const year = Number(published.slice(0, 4)) - 1;
    return isDecember(Number(published.slice(5, 7))) || !plausible(year)
      ? null
      : { year, evidence: evidence('date', published, null, `the year before publication: ${year}`) };
  }
  for (const url of urls) {
    const at = monthInAddress(url);
    if (!at || isDecember(at.month) || !plausible(at.year - 1)) continue;
    const year = at.year - 1;
    return { year, evidence: evidence('path', `${at.year}-${at.month}`, null, `the year before: ${year}`) };
  }
  return null;
}

const isDecember = (month: number): boolean => month === 12;

/** The strongest year against the next, and against a publication in the first half of that year or before it. */
function conflicts(told: Told[], published: string | null): Finding[] {
  const [first, second] = told.map(({ year }) => year);
  if (first === undefined) return [];
  const finding = (right: number): Finding => findingOf(identityYearConflict, disagreeing(first, right));
  if (second !== undefined && second !== first) return [finding(second)];
  if (!published) return [];
  const [year, month] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  return year < first || (year === first && month <= 6) ? [finding(year - 1)] : [];
}
