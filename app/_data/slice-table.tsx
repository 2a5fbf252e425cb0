'use client';
/**
 * The slice as one long table. The server sends the first page, which stands as it is without JavaScript; with it the
 * rows in view are drawn and the others are fetched from the API a window at a time, in the same order.
 */
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { cellText, type SliceColumn, type SliceRow, type SliceWords } from './cell-text';

type Props = {
  columns: SliceColumn[];
  rows: SliceRow[];
  rowCount: number;
  /** Row number of the first row sent, from 0. */
  firstRow: number;
  /** Address of the API for this slice; `page` and `page_size` are added. */
  api: string;
  /** Address of a report's page with `:id` in place of its id. */
  report: string;
  words: SliceWords;
  caption: string;
  loading: string;
};

/** Height of a row in px: fixed, so that a million rows stay below what browsers can lay out. */
const ROW_HEIGHT = 32;
const WINDOW = 100;

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, SliceRow>();

export function SliceTable(props: Props) {
  const { columns, rows, rowCount, firstRow, caption, words } = props;
  const frame = useRef<HTMLElement>(null);
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const windows = useWindows(props);
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const items = live ? virtual.getVirtualItems() : [];
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { fetchRange } = windows;
  useEffect(() => {
    if (live) fetchRange(first, last);
  }, [live, first, last, fetchRange]);
  const shown = live
    ? items.map(({ index }) => ({ index, row: windows.rowAt(index) }))
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
  const above = items[0]?.start ?? 0;
  const below = live ? Math.max(0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)) : 0;
  return (
    <section
      ref={frame}
      className={live ? 'scroll list-frame slice live' : 'scroll list-frame slice'}
      aria-label={caption}
      {...FOCUSABLE}
    >
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
          {above > 0 && <Spacer height={above} columns={columns.length} />}
          {shown.map(({ index, row }) => (
            <tr key={index} aria-rowindex={index + 2}>
              {columns.map((column, place) => (
                <Cell
                  key={column.id}
                  {...{ row, column, words, place }}
                  report={props.report}
                  loading={props.loading}
                />
              ))}
            </tr>
          ))}
          {below > 0 && <Spacer height={below} columns={columns.length} />}
        </tbody>
      </table>
    </section>
  );
}

/** What scrolls must be reachable by keyboard (WCAG 2.1.1). */
const FOCUSABLE = { tabIndex: 0 } as const;

function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden="true" className="spacer">
      <td colSpan={columns} height={height}>
        {'\u00a0'}
      </td>
    </tr>
  );
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
  row: SliceRow | undefined;
  column: SliceColumn;
  words: SliceWords;
  place: number;
  report: string;
  loading: string;
};

function Cell({ row, column, words, place, report, loading }: CellProps) {
  const numeric = isNumeric(column) ? 'num' : undefined;
  if (!row) return <td className={numeric}>{place === 0 ? <span className="muted">{loading}</span> : ''}</td>;
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

type Windows = {
  rowAt: (index: number) => SliceRow | undefined;
  fetchRange: (first: number, last: number) => void;
};

/** Rows by number, fetched in windows of a hundred; what was asked for is not asked again. */
function useWindows({ rows, firstRow, api }: Props): Windows {
  const [known, setKnown] = useState<ReadonlyMap<number, SliceRow[]>>(
    () => new Map(firstRow % WINDOW === 0 ? [[firstRow / WINDOW, rows]] : []),
  );
  const asked = useRef(new Set<number>(known.keys()));
  return useMemo(() => {
    const fetchWindow = async (number: number) => {
      if (asked.current.has(number)) return;
      asked.current.add(number);
      try {
        const answer = await fetch(`${api}&page=${number + 1}&page_size=${WINDOW}`);
        if (!answer.ok) throw new Error(String(answer.status));
        const { rows: found } = (await answer.json()) as { rows: ApiRow[] };
        setKnown((before) => new Map(before).set(number, found.map(readRow)));
      } catch {
        asked.current.delete(number);
      }
    };
    return {
      rowAt: (index) => known.get(Math.floor(index / WINDOW))?.[index % WINDOW],
      fetchRange: (first, last) => {
        for (let number = Math.floor(first / WINDOW); number <= Math.floor(last / WINDOW); number++)
          void fetchWindow(number);
      },
    };
  }, [api, known]);
}

type ApiRow = Record<string, string | number | null> & { report_id: string; states: never };

function readRow({ states, ...values }: ApiRow): SliceRow {
  return { id: values.report_id, values, states };
}
