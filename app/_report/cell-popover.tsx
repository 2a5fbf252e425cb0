/** What stands behind a number: printed text, state, place, its row as printed, its equations, our doubts. */
import { fieldLabel } from '../../lib/form';
import { printedNumber } from '../../lib/i18n/format';
import type { ReportRecord } from '../../lib/record';
import type { PageContext } from '../_shell/page-context';
import { type CellView, type ReportCells } from './cell-view';
import { Equation } from './equation';
import { issueText } from './issue-text';
import { placeWords } from './place-words';

type Props = {
  context: PageContext;
  record: ReportRecord;
  cell: CellView;
  name?: string;
  /** Fields of the printed row the cell stands in. */
  row: readonly string[];
  cells: ReportCells;
};

/** A native popover: Esc and a click outside close it, without a script. */
export function CellPopover({ context, record, cell, name, row, cells }: Props) {
  const { t, label } = context;
  const id = `cell-${cell.field}`;
  const title = name ?? fieldLabel(cell.field, label);
  return (
    <div id={id} popover="auto" className="pop" role="dialog" aria-label={t('cell.label', { name: title })}>
      <div className="ph">
        <b>{title}</b>
        <button type="button" popoverTarget={id} popoverTargetAction="hide" aria-label={t('action.close')}>
          ×
        </button>
      </div>
      <dl>
        <Fact name={t('cell.raw')}>
          {cell.raw === '' ? <span className="mv">{t('state.blank')}</span> : <RawText text={cell.raw} />}
          {cell.value !== null && (
            <span className="muted"> {t('cell.read_as', { value: printedNumber(cell.value) })}</span>
          )}
        </Fact>
        {cell.note && (
          <Fact name={t('cell.note')}>
            <RawText text={cell.note} />
          </Fact>
        )}
        <Fact name={t('cell.state')}>{t(`state.${cell.state}`)}</Fact>
        <Fact name={t('cell.place')}>{placeWords(context, cell.at)}</Fact>
        <Fact name={t('cell.field')}>
          <a href={`#${cell.field}`}>
            <code>{cell.field}</code>
          </a>
        </Fact>
      </dl>
      {row.length > 1 && <RowAsPrinted context={context} row={row} current={cell.field} cells={cells} />}
      {cell.marks.map(({ mark }) => (
        <Equation key={mark.id} context={context} record={record} mark={mark} />
      ))}
      {cell.doubts.map((issue) => (
        <p className="doubt" key={issue.code + issue.actual}>
          {issueText(context, issue)}
        </p>
      ))}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function RawText({ text }: { text: string }) {
  return (
    <span className="src raw" lang="zh-CN">
      {text}
    </span>
  );
}

function RowAsPrinted({
  context: { t },
  row,
  current,
  cells,
}: {
  context: PageContext;
  row: readonly string[];
  current: string;
  cells: ReportCells;
}) {
  return (
    <p className="ctx src" aria-label={t('cell.row')}>
      {row.map((field) => {
        const { raw, state } = cells.cell(field);
        const text = raw.trim() === '' ? t(`state.${state}`) : raw;
        return field === current ? <mark key={field}>{text}</mark> : <span key={field}>{text}</span>;
      })}
    </p>
  );
}
