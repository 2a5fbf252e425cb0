/** Scores identification against titles with right answers, and prints the table and each miss. */
import { identify, loadGazetteer } from '../../../lib/identify/index';

export type Answer = {
  title: string;
  url: string | null;
  agency: string;
  year: number | null;
  region_code: string | null;
  level: string | null;
  body: string | null;
  scope?: string;
};

const FIELDS = ['agency', 'year', 'region_code', 'level', 'body', 'scope'] as const;
type Score = Record<(typeof FIELDS)[number], number>;

/** Share of right answers for each field, from 0 to 1. Scope counts only where the answers have one. */
export function scoreTitles(answers: Answer[], label: string): Score {
  const gazetteer = loadGazetteer();
  const right: Score = { agency: 0, year: 0, region_code: 0, level: 0, body: 0, scope: 0 };
  for (const answer of answers) {
    const got = identify({ title: answer.title, url: answer.url, document: null, path: null }, gazetteer);
    const isOverwritten = got.findings.some((finding) => finding.rule === 'identity.name_overwritten');
    const told = {
      agency: isOverwritten ? got.agency.name : got.agency.as_written,
      year: got.year,
      region_code: got.region.code,
      level: got.region.level,
      body: got.agency.body,
      scope: got.agency.scope,
    };
    const missed = FIELDS.filter((field) => answer[field] !== undefined && told[field] !== answer[field]);
    for (const field of FIELDS) if (answer[field] !== undefined && !missed.includes(field)) right[field]++;
    const shown = missed.filter((field) => field !== 'scope');
    if (shown.length > 0)
      console.log(
        `  ${answer.title}: ${shown.map((field) => `${field} ${told[field]}, expected ${answer[field]}`).join('; ')}`,
      );
  }
  const score = Object.fromEntries(FIELDS.map((field) => [field, right[field] / answers.length])) as Score;
  console.log(
    `  ${label}: ${answers.length} titles; ${FIELDS.map((field) => `${field} ${(score[field] * 100).toFixed(1)} %`).join(', ')}`,
  );
  return score;
}
