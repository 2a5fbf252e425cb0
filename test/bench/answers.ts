/** Targets 1 and 9: what each question costs without a kept answer, and how that grows with the corpus. */
import { z } from 'zod';
import { type Corpus, selectHeadline } from '../../lib/query/index';
import { clearQueryCache } from '../../lib/query/query-cache';
import { withDatabase } from '../../lib/store/connect';
import type { Line } from './lines';
import { demo, questions, someAgency } from './questions';
import { type Cost, cost } from './timing';

export type Asked = { name: string; isCubed: boolean; cost: Cost };
export type Answers = {
  /** Cost of SELECT 1. */
  nothing: Cost;
  asked: Asked[];
  /** Cost of an answer that is kept. */
  kept: Cost;
};

/** The costs of every question over one corpus. */
export async function measureAnswers(corpus: Corpus): Promise<Answers> {
  const nothing = await cost(() =>
    withDatabase(corpus, 'metrics', (database) =>
      database.rows(z.object({ a: z.number() }), 'SELECT 1 AS a'),
    ),
  );
  const asked: Asked[] = [];
  for (const { name, isCubed, ask } of questions(corpus, await someAgency(corpus)))
    asked.push({ name, isCubed, cost: await cost(ask, clearQueryCache) });
  const kept = await cost(() => selectHeadline(corpus, demo()));
  return { nothing, asked, kept };
}

const CUBED_MS = 10;
const OTHERS_MS = 50;
const TREND_RATIO = 8;

/** One line a question. */
export function answerLines({ nothing, asked, kept }: Answers): Line[] {
  const lines = asked.map(({ name, isCubed, cost: { time, cpu } }, i): Line => {
    const ratio = time / nothing.time;
    const limit = isCubed ? CUBED_MS : OTHERS_MS;
    const isTrend = i === 0;
    return {
      target: 1,
      what: name,
      measured: `${time.toFixed(1)} ms, ${ratio.toFixed(1)} × SELECT 1, ${cpu.toFixed(1)} ms CPU`,
      wanted: `≤ ${limit} ms${isTrend ? `, ≤ ${TREND_RATIO} × SELECT 1` : ''}`,
      met: time <= limit && (!isTrend || ratio <= TREND_RATIO),
    };
  });
  const plain = { target: null, wanted: '', met: null };
  return [
    ...lines,
    {
      ...plain,
      what: 'SELECT 1',
      measured: `${nothing.time.toFixed(2)} ms, ${nothing.cpu.toFixed(2)} ms CPU`,
    },
    { ...plain, what: 'headline figures, kept answer', measured: `${kept.time.toFixed(2)} ms` },
  ];
}

const FLAT = 1.5;

/** How the same questions grew from a small corpus to a large one, `times` as many reports. */
export function growthLines(small: Answers, large: Answers, times: number): Line[] {
  const grown = large.asked.map(({ name, isCubed, cost: { time } }, i) => ({
    name,
    isCubed,
    ratio: time / (small.asked[i]?.cost.time ?? Number.NaN),
  }));
  const line = (isCubed: boolean, limit: number, wanted: string): Line => {
    const those = grown.filter((each) => each.isCubed === isCubed);
    const over = those.filter((each) => !(each.ratio <= limit));
    const most = Math.max(...those.map((each) => each.ratio));
    const worst = those.find((each) => each.ratio === most)?.name ?? '';
    const names = over.map((each) => `${each.name} ${each.ratio.toFixed(1)}`).join('; ');
    return {
      target: 9,
      what: `growth of the ${isCubed ? 'questions of the cubes' : 'other questions'}, reports × ${times.toFixed(0)}`,
      measured: over.length > 0 ? `over: ${names}` : `at most × ${most.toFixed(1)} (${worst})`,
      wanted,
      met: over.length === 0,
    };
  };
  return [line(true, FLAT, `time × ${FLAT} at most`), line(false, times, 'time at most as reports')];
}
