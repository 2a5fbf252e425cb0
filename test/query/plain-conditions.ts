/** Conditions worked out in plain JavaScript on the record itself: what the SQL is held against. */
import { type Condition, parseConditions } from '../../lib/filters/conditions';
import { fieldById } from '../../lib/form';
import { type Expression, metricById } from '../../lib/metrics/registry';
import { valueOf } from '../../lib/figures';
import type { ReportRecord } from '../../lib/record';

/** Whether one alternative of every group holds. */
export function fitsConditions(record: ReportRecord, where: readonly string[]): boolean {
  return where.every((text) => {
    const parsed = parseConditions(text);
    if (!parsed.ok) throw new Error(text);
    return parsed.value.some((condition) => holds(record, condition));
  });
}

function holds(record: ReportRecord, condition: Condition): boolean {
  const value = valueIn(record, condition.operand);
  if ('comparison' in condition)
    return value !== null && compares(value, condition.comparison, condition.value);
  return isInState(record, condition.operand, condition.state, value) !== condition.negated;
}

function isInState(record: ReportRecord, id: string, state: string, value: unknown): boolean {
  if (state === 'missing') return value === null;
  if (state === 'number') return value !== null;
  return record.cells[id]?.state === state;
}

function compares(left: number | string, comparison: string, right: number | string): boolean {
  if (comparison === '=') return left === right;
  if (comparison === '!=') return left !== right;
  if (comparison === '<') return left < right;
  if (comparison === '<=') return left <= right;
  return comparison === '>' ? left > right : left >= right;
}

/** The value of an operand in one report; null where it has none. */
export function valueIn(record: ReportRecord, id: string): number | string | null {
  if (id === 'year') return record.year;
  if (id === 'published') return record.published;
  if (id === 'issues' || id === 'findings') return record[id].length;
  if (fieldById(id)) return valueOf(record, id);
  const metric = metricById(id);
  if (!metric) throw new Error(`no operand ${id}`);
  const numerator = sumOf(record, metric.numerator);
  if (!metric.denominator) return numerator;
  const denominator = sumOf(record, metric.denominator);
  return numerator === null || denominator === null || denominator <= 0 ? null : numerator / denominator;
}

function sumOf(record: ReportRecord, expression: Expression): number | null {
  for (const { plus, minus = [] } of expression) {
    const values = [
      ...plus.map((id) => valueOf(record, id)),
      ...minus.map((id) => valueOf(record, id)).map((value) => (value === null ? null : -value)),
    ];
    if (values.every((value) => value !== null)) return values.reduce((sum, value) => sum + value, 0);
  }
  return null;
}
