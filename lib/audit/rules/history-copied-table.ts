import { valueOf } from '../../figures';
import {
  DISCLOSURE_BLOCKS,
  disclosureFields,
  type Field,
  PROCEEDING_FIELDS,
  requestFields,
} from '../../form';
import { type Disagreement, type YearsRule, overPairs, type YearPair, type YearReport } from './rule';

/** Columns that say how many there are, not what the year brought: a year without change repeats them rightly. */
const STOCKS = new Set(['in_force', 'items_last_year', 'disclosed_total']);
/** Tables in which the year brought no figure of at least this repeat by chance. */
const LARGEST_AT_LEAST = 3;

/**
 * `history.copied_table`, soft: a whole table equal to that of the year before, whatever the scopes. One finding a table;
 * its fields are those that are not 0. Source: reports that were copied from the year before.
 */
export const historyCopiedTable = {
  id: 'history.copied_table',
  severity: 'info',
  scope: 'years',
  formula:
    'every cell of table 2, 3 or 4 (y) = the same cell (y−1), and some figure that is not a stock is ≥ 3',
  often: "last year's table pasted again",
  check: overPairs(compareTables),
} as const satisfies YearsRule;

function compareTables({ report, before }: YearPair): Disagreement[] {
  return tablesInBoth(report, before).flatMap((fields) => {
    const isCopied =
      fields.every((field) => isTold(report, field) && isTold(before, field)) &&
      fields.every((field) => valueOf(report, field.id) === valueOf(before, field.id)) &&
      fields.some((field) => !STOCKS.has(field.column) && size(report, field) >= LARGEST_AT_LEAST);
    if (!isCopied) return [];
    const printed = fields.filter((field) => size(report, field) > 0).map((field) => field.id);
    return [
      {
        fields: printed,
        left: String(report.year),
        right: String(before.year),
        difference: null,
        left_fields: printed.length,
        other: { id: before.id, fields: printed },
      },
    ];
  });
}

/** The fields of table 3, table 4 and table 2, each empty where the two reports use different forms. */
function tablesInBoth(report: YearReport, before: YearReport): Field[][] {
  const form = report.forms.requests;
  const requests = form !== null && form === before.forms.requests ? requestFields(form) : [];
  const isSameForm = DISCLOSURE_BLOCKS.every(
    ({ id }) => report.forms.disclosure[id] === before.forms.disclosure[id],
  );
  const disclosure = DISCLOSURE_BLOCKS.flatMap(({ id }) => {
    const version = report.forms.disclosure[id];
    return version && isSameForm ? disclosureFields(id, version) : [];
  });
  return [requests, PROCEEDING_FIELDS, disclosure];
}

/** A number, or a cell that was left empty; a cell that could not be read cannot be told to be equal. */
function isTold(report: YearReport, field: Field): boolean {
  const state = report.cells[field.id]?.state;
  return valueOf(report, field.id) !== null || state === 'blank' || state === 'dash';
}

const size = (report: YearReport, field: Field): number => Math.abs(valueOf(report, field.id) ?? 0);
