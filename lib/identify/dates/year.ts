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
  /(?:现将|公布|报告|编制|总结)[^。;]{0,24}?(20[0-4]\d)年度?[^。;]{0,16}?(?:信息公开|政务公开)|(?:关于|按照|根据|做好|落实)[^。;]{0,24}?(20[0-4]\d)年度[^。;]{0,8}?(?:信息公开|政务公开|各项工作)|(?:^|。(?=\d{4}年度))(20[0-4]\d)年度?(?:以来|来)?[,，、]/;

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
    const inferred =
      folderYear(urls, published) ??
      yearBefore(published, urls, lines.length > 0 ? LAST_MONTH_OF_PAGE : LAST_MONTH);
    if (inferred) {
      told.push(inferred);
      issues.push(
        issue(
          'identity.year_inferred',
          null,
          inferred.evidence.text,
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
    const year = Number(match?.[1] ?? match?.[2] ?? match?.[3]);
    if (match && plausible(year))
      return { year, evidence: evidence('first sentence', match[0], line.at, `${year}`) };
  }
  return null;
}

/** A folder of annual reports: zfxxgknb, gknb, ndbg, nianbao. */
const REPORTS = 'n(?:ian)?b(?:ao)?|ndbg|ndbgs|gkbg|annualreport';
/** A year in the name of a folder that holds the reports of one year: 2018n, 2020nian, 2014nb, nb_2022, ndbg2020, gb2024. */
const YEAR_FOLDER = new RegExp(
  `[/_-](20[0-4]\\d)(?:n|nian|nb|nd|niandu|年)?(?:_?\\d)?(?=/)|(?:${REPORTS}|gb|nb)[a-z]*_?(20[0-4]\\d)n?(?=[/_])|[a-z](20[0-4]\\d)n(?=/)|[?&]year=(20[0-4]\\d)(?!\\d)`,
  'giu',
);
const OF_REPORTS = new RegExp(`(?:${REPORTS})[a-z]*[_\\d]*/$`, 'iu');

/**
 * The year of the folder that an address lies in. A bare year (/2021/) counts only right under a folder of reports and
 * where no month follows. Null where folders differ, where the report came out before that year, or where the address also
 * names a publication two years later or more (/2024n/art/2026/) and no day.
 */
function folderYear(urls: string[], published: string | null): Told | null {
  const found = new Map<number, string>();
  for (const url of urls)
    for (const match of url.matchAll(YEAR_FOLDER)) {
      const year = Number(match[1] ?? match[2] ?? match[3] ?? match[4]);
      const isBare = match[1] !== undefined && /^[/_-]\d{4}$/.test(match[0]);
      const behind = url.slice(match.index + match[0].length);
      const isOfReports = OF_REPORTS.test(url.slice(0, match.index + 1));
      if (isBare && (!isOfReports || /^\/(?:0?[1-9]|1[0-2]|[01]\d[0-3]\d)(?:[/-])/.test(behind))) continue;
      found.set(year, match[0]);
    }
  const [[year, text] = [0, ''], other] = [...found];
  const at = urls.map(monthInAddress).find(Boolean) ?? null;
  const yearSeen = Number(published?.slice(0, 4) ?? yearNamed(urls) ?? at?.year ?? year + 1);
  if (other || !plausible(year) || yearSeen < year || (yearSeen > year + 1 && !published && !at)) return null;
  return { year, evidence: evidence('path', text, null, `${year}`) };
}

/** A year in an address that is that of publication: /art/2026/. */
const yearNamed = (urls: string[]): string | null =>
  urls.map((url) => /\/art\/(20[0-4]\d)\//.exec(url)?.[1] ?? null).find(Boolean) ?? null;

/** The last month in which an address alone tells the year before: later ones often belong to a move of the site. */
const LAST_MONTH = 7;
/** The same where a page is read: December is the running year. */
const LAST_MONTH_OF_PAGE = 11;

/** The year before publication; in December the running year, for which reports are made early. Else nothing is told. */
function yearBefore(published: string | null, urls: string[], lastMonth: number): Told | null {
  const day = published && {
    year: Number(published.slice(0, 4)),
    month: Number(published.slice(5, 7)),
    text: published,
  };
  const months = urls.flatMap((url) => {
    const at = monthInAddress(url);
    return at ? [{ ...at, text: `${at.year}-${at.month}` }] : [];
  });
  for (const { year: seen, month, text } of day ? [day] : months) {
    if (month > lastMonth && month < 12) continue;
    const year = month === 12 ? seen : seen - 1;
    const says = month === 12 ? `the running year: ${year}` : `the year before publication: ${year}`;
    if (plausible(year)) return { year, evidence: evidence(day ? 'date' : 'path', text, null, says) };
  }
  return null;
}

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
