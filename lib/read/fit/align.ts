/**
 * Segments ↔ rows of the form: the monotone alignment with the highest total likeness. A segment without any label
 * may take a row whose label was lost, if its place between two sure rows leaves one choice. Segments that repeat a row
 * or stand out of order are returned apart, never dropped.
 */
import { type LabelSet, labelScores } from '../labels/similarity';
import type { Segment } from '../lines/segments';
import { LEAST_SCORE, SURE_SCORE, UNLABELLED_SCORE } from './thresholds';

export type Assignment = {
  segment: Segment;
  /** Position of the segment among the segments given. */
  index: number;
  row: string;
  score: number;
  /** The segment carries no label of its own. */
  unlabelled: boolean;
};

export type Alignment = {
  assigned: Assignment[];
  /** Segments whose label is a row that is taken already. */
  repeated: Assignment[];
  /** Segments that stand where the form has no row for them. */
  outOfOrder: Assignment[];
  /** Segments with no place in the form. */
  left: { segment: Segment; index: number }[];
};

/** Aligns segments with the labels of a table, both in order. */
export function alignRows(segments: readonly Segment[], set: LabelSet): Alignment {
  const { labels } = set;
  const scores = segments.map((segment) => scoresOf(segment, set));
  const path = bestPath(scores, segments.length, labels.length);
  const assigned: Assignment[] = [];
  const taken = new Set<string>();
  path.forEach((labelIndex, index) => {
    if (labelIndex < 0) return;
    const segment = segments[index] as Segment;
    const row = labels[labelIndex]?.id as string;
    const score = scores[index]?.[labelIndex] as number;
    taken.add(row);
    assigned.push({ segment, index, row, score, unlabelled: segment.labelCandidates.length === 0 });
  });
  const repeated: Assignment[] = [];
  const outOfOrder: Assignment[] = [];
  const left: Alignment['left'] = [];
  segments.forEach((segment, index) => {
    if ((path[index] as number) >= 0) return;
    const best = bestLabel(scores[index] as Float64Array);
    if (best.score >= SURE_SCORE) {
      const row = labels[best.index]?.id as string;
      const entry = { segment, index, row, score: best.score, unlabelled: false };
      if (taken.has(row)) repeated.push(entry);
      else {
        taken.add(row);
        outOfOrder.push(entry);
      }
    } else left.push({ segment, index });
  });
  return { assigned, repeated, outOfOrder, left };
}

function scoresOf(segment: Segment, set: LabelSet): Float64Array {
  if (segment.labelCandidates.length === 0) return new Float64Array(set.labels.length).fill(UNLABELLED_SCORE);
  return labelScores(segment.labelCandidates, set).map((score) =>
    score >= LEAST_SCORE ? score : Number.NEGATIVE_INFINITY,
  );
}

function bestLabel(scores: Float64Array): { index: number; score: number } {
  let index = -1;
  let score = Number.NEGATIVE_INFINITY;
  scores.forEach((each, at) => {
    if (each > score) {
      score = each;
      index = at;
    }
  });
  return { index, score };
}

/** For each segment the label index it takes, or −1: the monotone path of highest total score. */
function bestPath(scores: readonly Float64Array[], segments: number, labels: number): number[] {
  const width = labels + 1;
  const best = new Float64Array((segments + 1) * width);
  for (let i = segments - 1; i >= 0; i--)
    for (let j = labels - 1; j >= 0; j--) {
      const take = (scores[i]?.[j] as number) + (best[(i + 1) * width + j + 1] as number);
      best[i * width + j] = Math.max(
        take,
        best[(i + 1) * width + j] as number,
        best[i * width + j + 1] as number,
      );
    }
  const path: number[] = Array.from({ length: segments }, () => -1);
  let i = 0;
  let j = 0;
  while (i < segments && j < labels) {
    const here = best[i * width + j] as number;
    const take = (scores[i]?.[j] as number) + (best[(i + 1) * width + j + 1] as number);
    if (take === here) {
      path[i] = j;
      i += 1;
      j += 1;
    } else if ((best[i * width + j + 1] as number) === here) j += 1;
    else i += 1;
  }
  return path;
}
