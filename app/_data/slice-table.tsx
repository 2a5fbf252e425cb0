'use client';
/** A page of the slice as a TanStack table; heads are links, so that it sorts without JavaScript. */
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import { cellText, type SliceColumn, type SliceRow, type SliceWords } from './cell-text';

type Props = {
  columns: SliceColumn[];
  rows: SliceRow[];
  rowCount: number;
  /** Row number of the first row sent, from 0. */
  firstRow: number;
  /** Address of a report's page with `:id` in place of its id. */
  report: string;
  words: SliceWords;
  caption: string;
};

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, SliceRow>();

/** One row a report; the first column leads to it. */
export function SliceTable(props: Props) {
  const { columns, rows, rowCount, firstRow, caption, words } = props;
  const shown = rows.map((row, offset) => ({ index: firstRow + offset, row }));
  const table = useTable({
    features,
    data: rows,
    columns: useMemo(
      () =>
        helper.columns(
          columns.map((column) =>
            helper.accessor((row) => row.values[column.id], { id: column.id, header: column.label }),
          ),
        ),
      [columns],
    ),
    getRowId: (row) => row.id,
  });
  return (
    <section className="scroll list-frame slice" aria-label={caption} {...FOCUSABLE}>
      <table className="dt list" aria-rowcount={rowCount + 1}>
        <caption className="vh">{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {group.headers.map((header, index) => (
                <Head key={header.id} column={columns[index]} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {shown.map(({ index, row }) => (
            <tr key={index} aria-rowindex={index + 2}>
              {columns.map((column, place) => (
                <Cell key={column.id} {...{ row, column, words, place }} report={props.report} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What scrolls must be reachable by keyboard (WCAG 2.1.1). */
const FOCUSABLE = { tabIndex: 0 } as const;

function Head({ column }: { column: SliceColumn | undefined }) {
  if (!column) return null;
  const { sorted, href, label } = column;
  const sort = sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined;
  return (
    <th
      scope="col"
      className={isNumeric(column) ? 'num' : undefined}
      {...(sort && sorted?.place === 1 ? { 'aria-sort': sort } : {})}
    >
      {href ? <a href={href}>{label}</a> : label}
      {sorted && <span aria-hidden="true">{` ${sorted.descending ? '▼' : '▲'}${sorted.place}`}</span>}
    </th>
  );
}

const isNumeric = ({ kind }: SliceColumn): boolean => kind !== 'text' && kind !== 'word';

type CellProps = {
  row: SliceRow;
  column: SliceColumn;
  words: SliceWords;
  place: number;
  report: string;
};

function Cell({ row, column, words, place, report }: CellProps) {
  const numeric = isNumeric(column) ? 'num' : undefined;
  const { text, absent, note } = cellText(row, column, words);
  const content = absent ? (
    <span className="mv">{text}</span>
  ) : (
    <span
      className={column.id.includes('.') ? 'src' : undefined}
      lang={column.kind === 'text' ? 'zh-CN' : undefined}
    >
      {text}
      {note && <span className="muted"> {note}</span>}
    </span>
  );
  if (place > 0) return <td className={numeric}>{content}</td>;
  return (
    <th scope="row">
      <a href={report.replace(':id', encodeURIComponent(row.id))}>{content}</a>
    </th>
  );
}
