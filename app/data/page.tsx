import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { listColumn, serializeSorts, type Sort } from '../../lib/filters/columns';
import { serializeFilters } from '../../lib/filters';
import { CELL_STATES } from '../../lib/form';
import { BODIES, LEVELS, SCOPES } from '../../lib/record';
import { corpusOf, selectFilterOptions, selectReportTable } from '../../lib/query';
import { type SliceColumn, type SliceWords, withNeeded } from '../_data/cell-text';
import { addedCondition, DATA_PARAMETERS, readSlice } from '../_data/data-parameters';
import { SliceDownloads } from '../_data/slice-downloads';
import { SliceForms } from '../_data/slice-forms';
import { SliceTable } from '../_data/slice-table';
import { EmptyResult } from '../_components/empty-result';
import { FilterBar } from '../_components/filter-bar';
import { FilterChips } from '../_components/filter-chips';
import { FilterProblems } from '../_components/filter-problems';
import { Rich } from '../_components/rich';
import { PageLinks } from '../_list/page-links';
import { type PageContext, readPageContext } from '../_request/page-context';
import { PageShell } from '../_shell/page-shell';
import { pageTitle } from '../_shell/page-title';
import type { SearchParams } from '../_request/parameters';

type Props = { searchParams: SearchParams };

/** Rows that the server sends; the browser fetches windows of the same size. */
const PAGE_SIZE = 100;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return pageTitle(await readPageContext('/data', searchParams, DATA_PARAMETERS), 'nav.data');
}

/** Give me the slice: any columns, any conditions, any order. */
export default async function DataPage({ searchParams }: Props) {
  const found = await readPageContext('/data', searchParams, DATA_PARAMETERS);
  const { t, filters, parameters } = found;
  const added = addedCondition(filters.where, parameters);
  if (Array.isArray(added))
    redirect(found.here({ where: added.join(','), add: null, sign: null, value: null, or: null }));
  const { columns, sorts, problems } = readSlice(parameters);
  const context = { ...found, problems: [...found.problems, ...problems, ...(added ? [added] : [])] };
  const corpus = corpusOf(filters.corpus);
  const page = Number(parameters.page ?? 1);
  const [options, table] = await Promise.all([
    selectFilterOptions(corpus, filters),
    selectReportTable(corpus, filters, { columns: withNeeded(columns), sorts, page, pageSize: PAGE_SIZE }),
  ]);
  const { meta } = table;
  const queryOf = (shown: readonly string[]): string =>
    [
      `columns=${shown.join(',')}`,
      sorts.length > 0 ? `sort=${serializeSorts(sorts)}` : '',
      serializeFilters(filters),
    ]
      .filter(Boolean)
      .join('&');
  const query = queryOf(columns);
  return (
    <PageShell context={context} corpusVersion={meta.corpus_version}>
      <div className="wrap head">
        <h1>{t('data.title')}</h1>
        <p>{t('data.lead')}</p>
      </div>
      <FilterBar context={context} options={options} all carry={['columns']} />
      <div className="wrap">
        <FilterProblems context={context} />
        <FilterChips context={context} options={options} />
        <p className="count">
          <Rich
            parts={t.rich(
              'data.count',
              { rows: meta.row_count, columns: columns.length },
              { b: (text) => <b>{text}</b> },
            )}
          />
          {meta.left_out > 0 && (
            <>
              {t('count.left_out', { left_out: meta.left_out })}
              <a href={context.here({ basis: 'all' })}>{t('count.show_all')}</a>
              {t('list.end')}
            </>
          )}
        </p>
        <SliceForms context={context} columns={columns} sorts={sorts} />
        <SliceDownloads context={context} query={query} rows={meta.row_count} />
        {meta.row_count === 0 ? (
          <EmptyResult context={context} options={options} />
        ) : (
          <>
            <SliceTable
              key={query}
              columns={columns.map((id) => sliceColumn(context, id, sorts))}
              rows={table.rows.map(({ values, states }) => ({
                id: String(values.report_id),
                values,
                states,
              }))}
              rowCount={meta.row_count}
              firstRow={(page - 1) * PAGE_SIZE}
              api={`/api/v1/reports?${queryOf(withNeeded(columns))}`}
              report={context.to('/reports/:id')}
              words={wordsOf(context)}
              caption={t('card.table_of', { title: t('data.title') })}
            />
            <PageLinks
              context={context}
              page={meta.page}
              pages={meta.pages}
              rows={meta.row_count}
              pageSize={meta.page_size}
            />
          </>
        )}
      </div>
    </PageShell>
  );
}

/** A head leads to the slice with this column as a further key, the other way round, or without it: in that order. */
function sliceColumn({ here, label }: PageContext, id: string, sorts: readonly Sort[]): SliceColumn {
  const column = listColumn(id);
  const place = sorts.findIndex((sort) => sort.by === id);
  const own = sorts[place];
  const first = column?.kind === 'text' || column?.kind === 'word' ? false : true;
  const next =
    own === undefined
      ? [...sorts, { by: id, descending: first }]
      : own.descending === first
        ? sorts.map((sort) => (sort === own ? { ...own, descending: !first } : sort))
        : sorts.filter((sort) => sort !== own);
  return {
    id,
    label: column?.[label] ?? id,
    kind: column?.kind ?? 'text',
    href: column?.sortable ? here({ sort: serializeSorts(next) || null }) : null,
    sorted: own ? { place: place + 1, descending: own.descending } : null,
  };
}

function wordsOf({ t }: PageContext): SliceWords {
  const named = (column: 'level' | 'body' | 'scope', values: readonly string[]) =>
    values.map((value) => [`${column}.${value}`, t(`${column}.${value}` as Parameters<typeof t>[0])]);
  return {
    states: Object.fromEntries(CELL_STATES.map((state) => [state, t(`state.${state}`)])),
    values: Object.fromEntries([
      ...named('level', LEVELS),
      ...named('body', BODIES),
      ...named('scope', SCOPES),
    ]),
    unknown: t('value.unknown'),
    outside: t('value.outside'),
    noRate: t('value.no_rate'),
    loading: t('data.loading'),
    failed: t('data.load_failed'),
    keys: t('data.keys'),
  };
}
