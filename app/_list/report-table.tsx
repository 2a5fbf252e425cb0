'use client';
/**
 * The list of reports as a TanStack table. The server sorts and pages; heads are links, so that sorting works without
 * JavaScript. Every text comes ready from the server: no dictionary reaches the browser.
 */
import { ScrollRegion } from '../_components/scroll-region';
import { createColumnHelper, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';

/** One cell ready to show. `absent`: the text is a boxed word for a missing value. `printed`: set in Song. */
export type CellView = {
  text: string;
  href?: string;
  foreign?: boolean;
  absent?: boolean;
  printed?: boolean;
  note?: string;
};

export type ColumnView = {
  id: string;
  label: string;
  numeric: boolean;
  /** Long words that may break over lines. */
  wide: boolean;
  /** Where the head leads: the list sorted by this column. */
  href: string;
  sorted: 'asc' | 'desc' | null;
};

export type RowView = { id: string; cells: Record<string, CellView> };

type Props = { columns: ColumnView[]; rows: RowView[]; caption: string; scrollLabel: string };

const features = tableFeatures({ rowSortingFeature });
const helper = createColumnHelper<typeof features, RowView>();

/** A table with sortable heads; the first column names the row. */
export function ReportTable({ columns, rows, caption, scrollLabel }: Props) {
  const table = useTable({
    features,
    columns: helper.columns(
      columns.map((column) =>
        helper.accessor((row) => row.cells[column.id], { id: column.id, header: column.label }),
      ),
    ),
    data: rows,
    getRowId: (row) => row.id,
    manualSorting: true,
    state: {
      sorting: columns
        .filter((each) => each.sorted)
        .map(({ id, sorted }) => ({ id, desc: sorted === 'desc' })),
    },
  });
  return (
    <ScrollRegion name={scrollLabel} className="list-frame">
      <table className="data-table list">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header, index) => (
                <Head key={header.id} view={columns[index]} sorted={header.column.getIsSorted()} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell, index) => (
                <Body
                  key={cell.id}
                  view={cell.getValue<CellView | undefined>()}
                  column={columns[index]}
                  first={index === 0}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Head({ view, sorted }: { view: ColumnView | undefined; sorted: false | 'asc' | 'desc' }) {
  if (!view) return null;
  const direction = sorted === 'asc' ? 'ascending' : 'descending';
  return (
    <th
      scope="col"
      className={view.numeric ? 'num' : undefined}
      {...(sorted ? { 'aria-sort': direction } : {})}
    >
      <a href={view.href}>
        {view.label}
        {sorted && <span aria-hidden="true">{sorted === 'asc' ? ' ▲' : ' ▼'}</span>}
      </a>
    </th>
  );
}

function Body({
  view,
  column,
  first,
}: {
  view: CellView | undefined;
  column: ColumnView | undefined;
  first: boolean;
}) {
  const content = view && <CellContent view={view} />;
  if (first) return <th scope="row">{content}</th>;
  return <td className={column?.numeric ? 'num' : column?.wide ? 'wide' : undefined}>{content}</td>;
}

function CellContent({ view }: { view: CellView }) {
  const lang = view.foreign ? 'zh-CN' : undefined;
  if (view.absent) return <span className="no-number">{view.text}</span>;
  return (
    <>
      {view.href ? (
        <a href={view.href} lang={lang}>
          {view.text}
        </a>
      ) : (
        <span lang={lang} className={view.printed ? 'printed' : undefined}>
          {view.text}
        </span>
      )}
      {view.note && <small>{view.note}</small>}
    </>
  );
}
