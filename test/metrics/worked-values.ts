/**
 * Every metric worked out by hand, with the cells it comes from, for one report that prints the 2021 form and two that print
 * the 2019 form. A side of a metric is a list of cells with their figures added up; `−` takes a cell away.
 */

/** What a metric must give for one report: its sides as figures. `value` of a rate is `above` over `below`. */
export type Worked = { above: number | null; below?: number | null; value: number | null };

export type WorkedMetric = {
  id: string;
  /** The cells of the numerator (a sum's only side), each `table.row.column`. */
  above: readonly string[];
  /** The cells of the numerator on the 2019 form, where these are others. */
  above2019?: readonly string[];
  /** The cells of a rate's denominator, a cell that is taken away with a minus before it. */
  below?: readonly string[];
  huaian: Worked;
  shanghai: Worked;
  hongze: Worked;
};

/** `denied_*` and the like, written out: rows of table 3 in the column 总计. */
const total = (...rows: string[]): string[] => rows.map((row) => `requests.${row}.total`);

const DENIED = total(
  'denied_state_secret',
  'denied_prohibited_by_law',
  'denied_security_stability',
  'denied_third_party',
  'denied_internal_affairs',
  'denied_process_information',
  'denied_enforcement_files',
  'denied_administrative_inquiry',
);
const UNABLE = total('unable_not_held', 'unable_needs_creation', 'unable_unclear');
const NOT_PROCESSED = total(
  'not_processed_petition',
  'not_processed_repeat',
  'not_processed_publication',
  'not_processed_abusive',
  'not_processed_confirm',
);
const OTHER_2021 = total('other_amendment_overdue', 'other_fee_overdue', 'other_misc');
const OTHER_2019 = total('other_total');
const HANDLED = total('outcomes_total');

const sum = (value: number | null): Worked => ({ above: value, value });
/** A rate: its two sides, and the quotient to ten places, worked out on paper. */
const rate = (above: number | null, below: number | null, value: number | null): Worked => ({
  above,
  below,
  value,
});
/** One side is blank, so there is neither side. */
const NONE = rate(null, null, null);

export const WORKED: readonly WorkedMetric[] = [
  {
    id: 'new_requests',
    above: total('new_requests'),
    huaian: sum(3119),
    shanghai: sum(859),
    hongze: sum(95),
  },
  { id: 'carried_in', above: total('carried_in'), huaian: sum(34), shanghai: sum(18), hongze: sum(0) },
  { id: 'outcomes_total', above: HANDLED, huaian: sum(3050), shanghai: sum(805), hongze: sum(95) },
  { id: 'carried_out', above: total('carried_out'), huaian: sum(103), shanghai: sum(72), hongze: sum(0) },
  { id: 'granted', above: total('granted'), huaian: sum(1362), shanghai: sum(null), hongze: sum(50) },
  { id: 'partial', above: total('partial'), huaian: sum(454), shanghai: sum(null), hongze: sum(9) },
  // 2 + 31 + 5 + 6 + 8 + 12 + 9 + 105; 1 + 1 + 1
  { id: 'denied', above: DENIED, huaian: sum(178), shanghai: sum(null), hongze: sum(3) },
  // 769 + 11 + 1; 31 + 1
  { id: 'unable', above: UNABLE, huaian: sum(781), shanghai: sum(null), hongze: sum(32) },
  // 62 + 25 + 1; 1
  { id: 'not_processed', above: NOT_PROCESSED, huaian: sum(88), shanghai: sum(null), hongze: sum(1) },
  // 71 + 6 + 110; the one row of the 2019 form
  {
    id: 'other',
    above: OTHER_2021,
    above2019: OTHER_2019,
    huaian: sum(187),
    shanghai: sum(null),
    hongze: sum(0),
  },
  // 1362 + 454; 50 + 9
  {
    id: 'disclosure_rate',
    above: total('granted', 'partial'),
    below: HANDLED,
    huaian: rate(1816, 3050, 0.5954098361),
    shanghai: NONE,
    hongze: rate(59, 95, 0.6210526316),
  },
  {
    id: 'full_disclosure_rate',
    above: total('granted'),
    below: HANDLED,
    huaian: rate(1362, 3050, 0.446557377),
    shanghai: NONE,
    hongze: rate(50, 95, 0.5263157895),
  },
  {
    id: 'denial_rate',
    above: DENIED,
    below: HANDLED,
    huaian: rate(178, 3050, 0.0583606557),
    shanghai: NONE,
    hongze: rate(3, 95, 0.0315789474),
  },
  {
    id: 'unable_rate',
    above: UNABLE,
    below: HANDLED,
    huaian: rate(781, 3050, 0.2560655738),
    shanghai: NONE,
    hongze: rate(32, 95, 0.3368421053),
  },
  {
    id: 'not_processed_rate',
    above: NOT_PROCESSED,
    below: HANDLED,
    huaian: rate(88, 3050, 0.028852459),
    shanghai: NONE,
    hongze: rate(1, 95, 0.0105263158),
  },
  {
    id: 'other_rate',
    above: OTHER_2021,
    above2019: OTHER_2019,
    below: HANDLED,
    huaian: rate(187, 3050, 0.0613114754),
    shanghai: NONE,
    hongze: rate(0, 95, 0),
  },
  // 103 of 3119 + 34; 72 of 859 + 18; 0 of 95 + 0
  {
    id: 'carry_forward_rate',
    above: total('carried_out'),
    below: total('new_requests', 'carried_in'),
    huaian: rate(103, 3153, 0.032667301),
    shanghai: rate(72, 877, 0.0820980616),
    hongze: rate(0, 95, 0),
  },
  {
    id: 'reconsiderations',
    above: ['proceedings.reconsideration.total'],
    huaian: sum(351),
    shanghai: sum(7),
    hongze: sum(2),
  },
  {
    id: 'litigations_direct',
    above: ['proceedings.litigation_direct.total'],
    huaian: sum(26),
    shanghai: sum(9),
    hongze: sum(1),
  },
  {
    id: 'litigations_after_reconsideration',
    above: ['proceedings.litigation_after_reconsideration.total'],
    huaian: sum(20),
    shanghai: sum(null),
    hongze: sum(3),
  },
  {
    id: 'review_rate',
    above: ['proceedings.reconsideration.total'],
    below: HANDLED,
    huaian: rate(351, 3050, 0.1150819672),
    shanghai: rate(7, 805, 0.0086956522),
    hongze: rate(2, 95, 0.0210526316),
  },
  // 26 + 20; 1 + 3
  {
    id: 'litigation_rate',
    above: ['proceedings.litigation_direct.total', 'proceedings.litigation_after_reconsideration.total'],
    below: HANDLED,
    huaian: rate(46, 3050, 0.0150819672),
    shanghai: NONE,
    hongze: rate(4, 95, 0.0421052632),
  },
  // 351 + 26; 7 + 9; 2 + 1: the suits after a review were counted as reviews
  {
    id: 'dispute_rate',
    above: ['proceedings.reconsideration.total', 'proceedings.litigation_direct.total'],
    below: HANDLED,
    huaian: rate(377, 3050, 0.1236065574),
    shanghai: rate(16, 805, 0.0198757764),
    hongze: rate(3, 95, 0.0315789474),
  },
  // 64 of 351 − 37; 1 of 2 − 0
  {
    id: 'review_correction_rate',
    above: ['proceedings.reconsideration.corrected'],
    below: ['proceedings.reconsideration.total', '−proceedings.reconsideration.pending'],
    huaian: rate(64, 314, 0.2038216561),
    shanghai: NONE,
    hongze: rate(1, 2, 0.5),
  },
  // 4 + 1 of 26 + 20 − 1 − 6; 0 + 0 of 1 + 3 − 0 − 0
  {
    id: 'litigation_correction_rate',
    above: [
      'proceedings.litigation_direct.corrected',
      'proceedings.litigation_after_reconsideration.corrected',
    ],
    below: [
      'proceedings.litigation_direct.total',
      'proceedings.litigation_after_reconsideration.total',
      '−proceedings.litigation_direct.pending',
      '−proceedings.litigation_after_reconsideration.pending',
    ],
    huaian: rate(5, 39, 0.1282051282),
    shanghai: NONE,
    hongze: rate(0, 4, 0),
  },
  {
    id: 'rules_issued',
    above: ['disclosure.rules.issued'],
    above2019: ['disclosure.rules.new_made'],
    huaian: sum(1),
    shanghai: sum(13),
    hongze: sum(0),
  },
  {
    id: 'normative_documents_issued',
    above: ['disclosure.normative_documents.issued'],
    above2019: ['disclosure.normative_documents.new_made'],
    huaian: sum(8),
    shanghai: sum(60),
    hongze: sum(3),
  },
  // 11 + 66; the 2019 form does not ask; 0 + 8
  {
    id: 'documents_in_force',
    above: ['disclosure.rules.in_force', 'disclosure.normative_documents.in_force'],
    huaian: sum(77),
    shanghai: sum(null),
    hongze: sum(8),
  },
  {
    id: 'licensing_decisions',
    above: ['disclosure.licensing.decisions'],
    huaian: sum(447_228),
    shanghai: sum(0),
    hongze: sum(9487),
  },
  {
    id: 'penalty_decisions',
    above: ['disclosure.penalties.decisions'],
    huaian: sum(3_985_758),
    shanghai: sum(0),
    hongze: sum(2776),
  },
  {
    id: 'compulsory_decisions',
    above: ['disclosure.compulsory_measures.decisions'],
    huaian: sum(88_283),
    shanghai: sum(0),
    hongze: sum(84),
  },
  {
    id: 'fees_10k_yuan',
    above: ['disclosure.administrative_fees.amount_10k_yuan'],
    huaian: sum(96_171.6),
    shanghai: sum(null),
    hongze: sum(7545),
  },
  { id: 'reports', above: [], huaian: sum(1), shanghai: sum(1), hongze: sum(1) },
  { id: 'agencies', above: [], huaian: sum(1), shanghai: sum(1), hongze: sum(1) },
];

/**
 * The metrics that follow the applicant column, worked out for one column of 淮安市 2024: 商业企业. A metric of another table has
 * no such value.
 */
export const WORKED_FOR_COMPANIES: Readonly<Record<string, Worked>> = {
  new_requests: sum(53),
  carried_in: sum(0),
  outcomes_total: sum(53),
  carried_out: sum(0),
  granted: sum(21),
  partial: sum(7),
  denied: sum(2),
  unable: sum(12),
  not_processed: sum(6),
  other: sum(5),
  disclosure_rate: rate(28, 53, 0.5283018868),
  full_disclosure_rate: rate(21, 53, 0.3962264151),
  denial_rate: rate(2, 53, 0.0377358491),
  unable_rate: rate(12, 53, 0.2264150943),
  not_processed_rate: rate(6, 53, 0.1132075472),
  other_rate: rate(5, 53, 0.0943396226),
  carry_forward_rate: rate(0, 53, 0),
};
