import { sideOf, valueOf } from '../../figures';
import { disclosureColumnsOf, DISCLOSURE_ROWS, type DisclosureRow } from '../../form';
import {
  type Disagreement,
  type YearsRule,
  isSameScope,
  numbersDiffer,
  overPairs,
  type YearPair,
} from './rule';

/**
 * `disclosure.stock`, soft: documents of the 2021 form, items of the 2019 form. Source: the meaning of the form's columns;
 * a clearing of old documents or a reform of competences may explain a difference.
 */
export const disclosureStock = {
  id: 'disclosure.stock',
  severity: 'info',
  scope: 'years',
  formula:
    'in_force(y) = in_force(y−1) + issued(y) − repealed(y); items_last_year(y) = items_last_year(y−1) + items_change(y−1); same agency, same scope',
  often: 'documents reviewed, competences moved',
  check: overPairs((pair) =>
    isSameScope(pair)
      ? DISCLOSURE_ROWS.flatMap(({ id }) => [...documentsStock(pair, id), ...itemsStock(pair, id)])
      : [],
  ),
} as const satisfies YearsRule;

function documentsStock({ report, before }: YearPair, row: DisclosureRow): Disagreement[] {
  if (!disclosureColumnsOf(row).includes('in_force')) return [];
  const field = (column: string) => `disclosure.${row}.${column}`;
  const fields = ['in_force', 'issued', 'repealed'].map(field);
  const left = valueOf(report, field('in_force'));
  const stock = valueOf(before, field('in_force'));
  // A blank beside the stock counts as nothing, anything else that is not a number makes the sum untellable.
  if (left === null || stock === null || sideOf(report, fields).sum === null) return [];
  const right = stock + (valueOf(report, field('issued')) ?? 0) - (valueOf(report, field('repealed')) ?? 0);
  if (left === right) return [];
  const other = { id: before.id, fields: [field('in_force')] };
  return [numbersDiffer(fields, left, right, other)];
}

function itemsStock({ report, before }: YearPair, row: DisclosureRow): Disagreement[] {
  if (!disclosureColumnsOf(row).includes('items_last_year')) return [];
  const field = (column: string) => `disclosure.${row}.${column}`;
  const left = valueOf(report, field('items_last_year'));
  const right = sideOf(before, [field('items_last_year'), field('items_change')]);
  if (left === null || right.sum === null || valueOf(before, field('items_last_year')) === null) return [];
  if (left === right.sum) return [];
  const other = { id: before.id, fields: right.fields };
  return [numbersDiffer([field('items_last_year')], left, right.sum, other)];
}
