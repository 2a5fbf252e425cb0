/** A finding in words: the terms of both sides and their difference. Values are those the report printed. */
import {
  fieldById,
  fieldLabel,
  PROCEEDING_COLUMNS,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
} from '../../../lib/form/index';
import { formatNumber, printedNumber } from '../../../lib/i18n/format';
import { isMessageKey } from '../../../lib/i18n/message';
import { type Finding, ruleOf } from '../../../lib/audit/rules';
import type { PageContext } from '../../_request/page-context';
import type { Mark } from './cell-view';

/** `subject：parts partsSum ≠ whole wholeSum，difference`: both sums stand apart because they are set strong. */
export type EquationText = {
  subject: string;
  parts: string;
  partsSum: string;
  whole: string;
  wholeSum: string;
  difference: string;
};

/** The printed value of a field of the report that the finding is about. */
export type ValueAt = (field: string) => number | null;

/** Terms of value 0 beyond this many are counted, not listed. */
const LISTED = 6;

/** Both sides of a marked finding: what is added, its sum, the total it should be, and by how much they differ. */
export function equationText(context: PageContext, valueAt: ValueAt, mark: Mark): EquationText {
  const { t, language } = context;
  const { finding } = mark;
  const left = finding.fields.slice(0, finding.left_fields);
  const wholeIsLeft = mark.whole.length > 0 && left[0] === mark.whole[0] && left.length === mark.whole.length;
  const partsSum = wholeIsLeft ? finding.right : finding.left;
  const wholeSum = wholeIsLeft ? finding.left : finding.right;
  const subject = subjectOf(context, finding);
  const across = ruleOf(finding).about === 'row';
  return {
    subject: subject === '' ? '' : subject + t('list.colon'),
    parts: `${mark.parts.length === 0 ? t('finding.prose') : terms(context, valueAt, mark.parts, across)} ${mark.parts.length === 0 ? '' : t('sign.equals')}`,
    partsSum: String(partsSum),
    whole:
      mark.whole.length > 1
        ? `${terms(context, valueAt, mark.whole, across)} ${t('sign.equals')}`
        : mark.whole.length === 0 && ruleOf(finding).scope === 'years'
          ? t('finding.last_year')
          : shortName(context, mark.whole[0] ?? '', across),
    wholeSum: String(wholeSum),
    difference:
      finding.difference === null
        ? ''
        : t('finding.difference', { difference: formatNumber(Math.abs(finding.difference), language) }),
  };
}

/** What the equation is about: its column for table 3 sums down, its row for sums across, its group for table 4. */
function subjectOf({ label }: PageContext, finding: Finding): string {
  const field = fieldById(finding.fields[0] ?? '');
  if (!field) return '';
  const { about } = ruleOf(finding);
  if (about === 'column') return REQUEST_COLUMNS.find(({ id }) => id === field.column)?.[label] ?? '';
  if (about === 'row') return REQUEST_ROWS.find(({ id }) => id === field.row)?.[label] ?? '';
  return fieldLabel(field.id, label).split('·')[0]?.trim() ?? '';
}

function terms(context: PageContext, valueAt: ValueAt, fields: readonly string[], across: boolean): string {
  const { t } = context;
  const values = fields.map((field) => ({ field, value: valueAt(field) }));
  const listed = values.length <= LISTED ? values : values.filter((each) => each.value !== 0);
  const text = listed
    .map(
      ({ field, value }) =>
        `${shortName(context, field, across)} ${value === null ? t('state.blank') : printedNumber(value)}`,
    )
    .join(` ${t('sign.plus')} `);
  const zeros = values.length - listed.length;
  if (zeros === 0) return text;
  if (listed.length === 0) return t('finding.all_zero', { count: zeros });
  return [text, t('finding.zeros', { count: zeros })].filter(Boolean).join(` ${t('sign.plus')} `);
}

/** The name of a field inside its own equation: the part of its name in which it differs from the other terms. */
function shortName({ t, label }: PageContext, id: string, across: boolean): string {
  const field = fieldById(id);
  if (!field) return id;
  if (field.table === 'disclosure') return fieldLabel(id, label);
  if (field.table === 'proceedings')
    return PROCEEDING_COLUMNS.find((column) => column.id === field.column)?.[label] ?? id;
  if (across) return REQUEST_COLUMNS.find((column) => column.id === field.column)?.[label] ?? id;
  const key = `row.${field.row}`;
  if (isMessageKey(key)) return t(key);
  return (REQUEST_ROWS.find((row) => row.id === field.row)?.[label] ?? id).replace(/（.*）/, '');
}
