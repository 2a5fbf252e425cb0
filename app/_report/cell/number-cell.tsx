/** One printed number of a statutory table: it opens its raw cell. Marks: dotted, boxed, wavy, footnote number. */
import { printedNumber } from '../../../lib/i18n/format';
import type { PageContext } from '../../_request/page-context';
import { type CellView, isDoubtful } from './cell-view';

type Options = { total?: boolean; colSpan?: number };

/**
 * A table cell with a button that opens the cell's popover (`cell-<field>`, with the prefix of its report), by the platform, without a script. A
 * plain function, as a report has two hundred of them.
 */
export function numberCell(
  { t, idPrefix }: PageContext,
  cell: CellView,
  { total = false, colSpan }: Options = {},
) {
  const whole = cell.marks.filter((each) => each.role === 'whole');
  const classes = [
    'number',
    cell.value === 0 ? 'zero' : '',
    cell.value === null ? 'none' : '',
    total ? 'total' : '',
    cell.marks.some((each) => each.role === 'part') ? 'part-mark' : '',
    whole.length > 0 ? 'whole-mark' : '',
    isDoubtful(cell) ? 'doubt-mark' : '',
  ];
  return (
    <td
      key={cell.field}
      id={idPrefix + cell.field}
      className={classes.filter(Boolean).join(' ')}
      colSpan={colSpan}
    >
      <button type="button" popoverTarget={`${idPrefix}cell-${cell.field}`}>
        {cell.value === null ? (
          <span className="no-number">{t(`state.${emptyState(cell)}`)}</span>
        ) : (
          printedNumber(cell.value)
        )}
      </button>
      {whole.length > 0 && <sup>{whole.map(({ mark }) => mark.sign).join('')}</sup>}
    </td>
  );
}

/** A cell in state `number` whose value could not be kept (a unit is missing) is unreadable to us, not absent. */
function emptyState({ state }: CellView): Exclude<CellView['state'], 'number'> {
  return state === 'number' ? 'unreadable' : state;
}
