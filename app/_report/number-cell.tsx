/** One printed number of a statutory table: it opens its raw cell. Marks: dotted, boxed, wavy, footnote number. */
import { printedNumber } from '../../lib/i18n/format';
import type { PageContext } from '../_shell/page-context';
import { type CellView, isDoubtful } from './cell-view';

type Props = { context: PageContext; cell: CellView; total?: boolean; colSpan?: number };

/** A table cell with a button that opens the cell's own popover (`cell-<field>`), by the platform, without a script. */
export function NumberCell({ context, cell, total = false, colSpan }: Props) {
  const { t } = context;
  const whole = cell.marks.filter((each) => each.role === 'whole');
  const classes = [
    'n',
    cell.value === 0 ? 'z' : '',
    cell.value === null ? 'none' : '',
    total ? 'tot' : '',
    cell.marks.some((each) => each.role === 'part') ? 'fl' : '',
    whole.length > 0 ? 'fr' : '',
    isDoubtful(cell) ? 'db' : '',
  ];
  return (
    <td id={cell.field} className={classes.filter(Boolean).join(' ')} colSpan={colSpan}>
      <button type="button" popoverTarget={`cell-${cell.field}`}>
        {cell.value === null ? (
          <span className="mv">{t(`state.${absentState(cell)}`)}</span>
        ) : (
          printedNumber(cell.value)
        )}
      </button>
      {whole.length > 0 && <sup>{whole.map(({ mark }) => mark.sign).join('')}</sup>}
    </td>
  );
}

/** A cell in state `number` whose value could not be kept (a unit is missing) is unreadable to us, not absent. */
function absentState({ state }: CellView): Exclude<CellView['state'], 'number'> {
  return state === 'number' ? 'unreadable' : state;
}
