/** Everything a cell's popover says, as texts in the language of the page. */
import { fieldLabel } from '../../../lib/form/index';
import { printedNumber } from '../../../lib/i18n/format';
import { valueOf } from '../../../lib/figures';
import type { ReportRecord } from '../../../lib/record';
import type { PageContext } from '../../_request/page-context';
import type { CellView, ReportCells } from './cell-view';
import { type EquationText, equationText } from './equation-text';
import { issueText } from '../issue-text';
import { placeWords } from './place-words';

export type PopoverView = {
  /** Begins all ids of its report. */
  prefix: string;
  field: string;
  title: string;
  /** Printed text; null when nothing is printed. */
  raw: string | null;
  readAs: string | null;
  note: string | null;
  state: string;
  place: string;
  /** The printed row, this cell marked; empty for a cell that stands alone. */
  row: { text: string; current: boolean }[];
  equations: (EquationText & { sign: string })[];
  doubts: string[];
};

type Source = { context: PageContext; record: ReportRecord; cells: ReportCells };

/** The popover of one cell. `row` are the fields of the printed row it stands in. */
export function viewPopover(
  { context, record, cells }: Source,
  cell: CellView,
  row: readonly string[],
  name?: string,
): PopoverView {
  const { t, label } = context;
  return {
    prefix: context.idPrefix,
    field: cell.field,
    title: name ?? fieldLabel(cell.field, label),
    raw: cell.raw === '' ? null : cell.raw,
    readAs: cell.value === null ? null : t('cell.read_as', { value: printedNumber(cell.value) }),
    note: cell.note,
    state: t(`state.${cell.state}`),
    place: placeWords(context, cell.at),
    row: row.length < 2 ? [] : row.map((field) => rowCell(context, cells.cell(field), field === cell.field)),
    equations: cell.marks.map(({ mark }) => ({
      sign: mark.sign,
      ...equationText(context, (field) => valueOf(record, field), mark),
    })),
    doubts: cell.doubts.map((issue) => issueText(context, issue)),
  };
}

function rowCell({ t }: PageContext, { raw, state }: CellView, current: boolean) {
  return { text: raw.trim() === '' ? t(`state.${state}`) : raw, current };
}
