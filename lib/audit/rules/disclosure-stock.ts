import { sideOf } from '../equation';
import { disclosureColumnsOf, DISCLOSURE_ROWS, type DisclosureRow } from '../../form/index';
import type { Finding } from '../../issue';
import { valueOf } from '../../record';
import { differenceFinding, isSameScope, type YearPair } from '../years';

/**
 * `disclosure.stock`, soft. 2021 form: in_force = in_force of the year before + issued − repealed. 2019 form:
 * items_last_year = items_last_year of the year before + its items_change. Source: the meaning of the form's columns;
 * a clearing of old documents or a reform of competences may explain a difference.
 */
export function checkStock(pair: YearPair): Finding[] {
  if (!isSameScope(pair)) return [];
  return DISCLOSURE_ROWS.flatMap(({ id }) => [...documentsStock(pair, id), ...itemsStock(pair, id)]);
}

function documentsStock({ report, before }: YearPair, row: DisclosureRow): Finding[] {
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
  return [differenceFinding('disclosure.stock', fields, left, right, 1, other)];
}

function itemsStock({ report, before }: YearPair, row: DisclosureRow): Finding[] {
  if (!disclosureColumnsOf(row).includes('items_last_year')) return [];
  const field = (column: string) => `disclosure.${row}.${column}`;
  const left = valueOf(report, field('items_last_year'));
  const right = sideOf(before, [field('items_last_year'), field('items_change')]);
  if (left === null || right.sum === null || valueOf(before, field('items_last_year')) === null) return [];
  if (left === right.sum) return [];
  const other = { id: before.id, fields: right.fields };
  return [differenceFinding('disclosure.stock', [field('items_last_year')], left, right.sum, 1, other)];
}
