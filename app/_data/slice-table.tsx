'use client';
/**
 * The slice as one long table. The server sends the first page, which stands as it is without JavaScript; with it the
 * rows in view are drawn and the others fetched. Heads are links, so that it sorts either way.
 */
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { cellText, type SliceColumn, type SliceRow, type SliceWords } from './cell-text';
import { useRowView } from './row-view';
import { useRowWindows } from './row-windows';

type Props = {
  columns: SliceColumn[];
  rows: SliceRow[];
  rowCount: number;
  /** Row number of the first row sent, from 0. */
  firstRow: number;
  /** Address of the API for this slice; the page is added. */
  api: string;
  /** Address of a report's page with `:id` in place of its id. */
  report: string;
  words: SliceWords;
  caption: string;
};

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, SliceRow>();

/** One row a report; the first column leads to it. Marked `live` when the rows in view are drawn. */
export function SliceTable(props: Props) {
  const { columns, rows, rowCount, firstRow, caption, words, api } = props;
  const frame = useRef<HTMLElement>(null);
  const [head, setHead] = useState<number | null>(null);
  useEffect(() => setHead(frame.current?.querySelector('thead')?.offsetHeight ?? 0), []);
  const live = head !== null;
  const view = useRowView(frame, { live, rowCount, firstRow, head: head ?? 0 });
  const rowAt = useRowWindows(api, { rows, firstRow }, { live, first: view.first, last: view.last });
  const shown = live
    ? Array.from({ length: view.last - view.first + 1 }, (_, offset) => view.first + offset).map((index) => ({
        index,
        row: rowAt(index),
      }))
    : rows.map((row, offset) => ({ index: firstRow + offset, row }));
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
  useSteadyColumns(frame, live ? view.first : null);
  const body = (
    <table
      className="data-table list"
      aria-rowcount={rowCount + 1}
      {...(live ? { style: { position: 'absolute', top: view.top } } : {})}
    >
      <caption className="visually-hidden">{caption}</caption>
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
  );
  return (
    <section
      ref={frame}
      className={live ? 'scroll list-frame slice live' : 'scroll list-frame slice'}
      aria-label={caption}
      {...(live ? { 'aria-describedby': 'slice-keys' } : {})}
      {...FOCUSABLE}
    >
      {live && (
        <p className="visually-hidden" id="slice-keys">
          {words.keys}
        </p>
      )}
      {live ? (
        <div className="slice-all" style={{ height: view.height + (head ?? 0) }}>
          {body}
        </div>
      ) : (
        body
      )}
    </section>
  );
}

/** What scrolls must be reachable by keyboard (WCAG 2.1.1). */
const FOCUSABLE = { tabIndex: 0 } as const;

/** Columns grow with what comes into view and never shrink, so that they do not dance while scrolling. */
function useSteadyColumns(frame: React.RefObject<HTMLElement | null>, first: number | null): void {
  useLayoutEffect(() => {
    if (first === null) return;
    const heads = [...(frame.current?.querySelectorAll<HTMLElement>('thead th') ?? [])];
    const widths = heads.map((head) => head.offsetWidth);
    for (const [index, head] of heads.entries()) head.style.minWidth = `${widths[index]}px`;
  }, [frame, first]);
}

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
  row: SliceRow | 'failed' | null;
  column: SliceColumn;
  words: SliceWords;
  place: number;
  report: string;
};

function Cell({ row, column, words, place, report }: CellProps) {
  const numeric = isNumeric(column) ? 'num' : undefined;
  if (row === null || row === 'failed') {
    const word = row === null ? words.loading : words.failed;
    return place > 0 ? (
      <td className={numeric}>{'\u00a0'}</td>
    ) : (
      <th scope="row">
        <span className="muted">{word}</span>
      </th>
    );
  }
  const { text, absent, note } = cellText(row, column, words);
  const content = absent ? (
    <span className="no-number">{text}</span>
  ) : (
    <span
      className={column.id.includes('.') ? 'printed' : undefined}
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
