import { valueOf } from '../../figures';
import { type Disagreement, type YearsRule, numbersDiffer, type YearReport } from './rule';

/** The amounts of money in the form: fees in 万元 (2021 form), procurement in 元 (2019 form). */
const AMOUNTS = ['disclosure.administrative_fees.amount_10k_yuan', 'disclosure.procurement.amount_yuan'];
/** 元 taken for 万元 or the other way: a factor of 10⁴, give or take half an order of magnitude. */
const SLIP_LOG10 = 4;
const TOLERANCE_LOG10 = 0.5;

type Amount = { report: YearReport; value: number };

/**
 * `history.unit_slip`, soft: an amount of money about 10⁴ times, or a 10⁴th, of what the agency's other years say: of
 * their middle (median of logarithms), and of the nearest year shown beside it. Where there are only two years both are
 * marked, since it cannot be told which of them slipped. Source: the form asks 万元 since 2021, the accounts are kept in 元.
 */
export const historyUnitSlip = {
  id: 'history.unit_slip',
  severity: 'info',
  scope: 'years',
  formula:
    "amount ÷ middle of the agency's other years is 10⁴ or 10⁻⁴, within half an order of magnitude; fees and procurement; same scope",
  often: '元 written in a column of 万元, or the reverse',
  check: (years) => AMOUNTS.flatMap((field) => slipsOf(years, field)),
} as const satisfies YearsRule;

function slipsOf(years: readonly YearReport[], field: string): [string, Disagreement][] {
  const amounts = years.flatMap((report): Amount[] => {
    const value = valueOf(report, field);
    return value !== null && value > 0 ? [{ report, value }] : [];
  });
  return amounts.flatMap((amount): [string, Disagreement][] => {
    const others = amounts.filter(
      ({ report }) => report !== amount.report && report.agency.scope === amount.report.agency.scope,
    );
    const nearest = slippedFrom(amount, others);
    if (!nearest) return [];
    const other = { id: nearest.report.id, fields: [field] };
    return [[amount.report.id, numbersDiffer([field], amount.value, nearest.value, other)]];
  });
}

/** The nearest year, earlier first, from which an amount is a slip away; null when the middle of the others is not. */
function slippedFrom(amount: Amount, others: Amount[]): Amount | null {
  const logs = others.map(({ value }) => Math.log10(value)).sort((a, b) => a - b);
  const half = logs.length / 2;
  const middle = ((logs[Math.ceil(half) - 1] ?? Number.NaN) + (logs[Math.floor(half)] ?? Number.NaN)) / 2;
  if (!isSlip(Math.log10(amount.value) - middle)) return null;
  const year = amount.report.year ?? 0;
  const distance = ({ report }: Amount) => Math.abs((report.year ?? 0) - year);
  return (
    others
      .filter(({ value }) => isSlip(Math.log10(amount.value / value)))
      .sort((a, b) => distance(a) - distance(b) || (a.report.year ?? 0) - (b.report.year ?? 0))[0] ?? null
  );
}

const isSlip = (log: number): boolean => Math.abs(Math.abs(log) - SLIP_LOG10) <= TOLERANCE_LOG10;
