/**
 * The synthetic corpus: records as a national corpus would hold them, invented but shaped like the real ones
 * (docs/synthetic-corpus.md). The same options give the same records, one at a time, in the same order.
 */
import type { ReportRecord } from '../record';
import { readCountry } from './places';
import { planCorpus } from './plan';
import { recordOf, type SynthReport } from './record';
import { walk } from './walk';

export { synthesizeTruth } from './truth';

export type SynthOptions = { reports: number; seed: number };

/**
 * Exactly `reports` records, each `synthetic: true`. Throws a RangeError when the gazetteer has too few agencies.
 * Cells that print the same digit at the same place are one frozen object: copy before changing.
 */
export function* synthesizeRecords(options: SynthOptions): Generator<ReportRecord> {
  for (const step of walk(planCorpus(readCountry(), options.reports, options.seed)))
    if (step.kind === 'report') yield recordOf(step.report);
}

/** The same reports without their cells, as values: what a corpus of millions is made of. */
export function* synthesizeReports(options: SynthOptions): Generator<SynthReport> {
  for (const step of walk(planCorpus(readCountry(), options.reports, options.seed)))
    if (step.kind === 'report') yield { head: step.report.head, values: step.report.sheet.values };
}
