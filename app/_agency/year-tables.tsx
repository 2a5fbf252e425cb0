/** The three statutory tables of an agency, year beside year. Table 3 shows one column of applicants at a time. */
import {
  ALL_FIELDS,
  DISCLOSURE_BLOCKS,
  DISCLOSURE_ROWS,
  fieldLabel,
  OUTCOME_GROUPS,
  PROCEEDING_COLUMNS,
  PROCEEDING_ROWS,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
} from '../../lib/form';
import type { LabelKey } from '../../lib/i18n/language';
import type { PageContext } from '../_request/page-context';
import { cellOf, type Year } from './years';
import { type RowGroup, YearTable } from './year-table';

type Props = { context: PageContext; years: Year[]; column: string };

/** Tables 3, 4 and 2 with a word on how to read them. `column` is the column of table 3. */
export function YearTables({ context, years, column }: Props) {
  const { t, label } = context;
  const tables = [
    { id: 'requests', name: t('table.requests'), groups: requestGroups(years, column, label) },
    { id: 'proceedings', name: t('table.proceedings'), groups: proceedingGroups(label) },
    { id: 'disclosure', name: t('table.disclosure'), groups: disclosureGroups(years, label) },
  ];
  return (
    <section className="section" id="cells">
      <header>
        <h2>{t('agency.cells_title')}</h2>
        <p className="subtitle">{t('agency.cells_lead')}</p>
      </header>
      {tables.map(({ id, name, groups }) => (
        <div key={id} id={id}>
          <h3 className="table-name">{name}</h3>
          {id === 'requests' && <ColumnChoice context={context} column={column} />}
          <YearTable context={context} years={years} groups={groups} name={name} />
        </div>
      ))}
    </section>
  );
}

function ColumnChoice({ context: { t, here, label }, column }: { context: PageContext; column: string }) {
  return (
    <nav className="picks" aria-label={t('agency.column')}>
      <span className="muted">{t('agency.column')}</span>
      {REQUEST_COLUMNS.toReversed().map(({ id, ...names }) =>
        id === column ? (
          <b key={id} aria-current="true">
            {names[label]}
          </b>
        ) : (
          <a key={id} href={`${here({ column: id === 'total' ? null : id })}#requests`}>
            {names[label]}
          </a>
        ),
      )}
    </nav>
  );
}

/** Whether any report asks the field: rows that no form of these years has are left out. */
const isAsked = (years: Year[], field: string): boolean =>
  years.some(({ report }) => report !== null && cellOf(report, field) !== null);

function requestGroups(years: Year[], column: string, label: LabelKey): RowGroup[] {
  const row = (each: (typeof REQUEST_ROWS)[number]) => ({
    field: `requests.${each.id}.${column}`,
    label: label === 'zh' ? `${each.no}${each.zh}` : each.en,
  });
  const plain = (id: string): RowGroup => ({
    head: '',
    rows: REQUEST_ROWS.filter((each) => each.id === id).map(row),
  });
  return [
    plain('new_requests'),
    plain('carried_in'),
    ...OUTCOME_GROUPS.map((group) => {
      const rows = REQUEST_ROWS.filter((each) => each.group === group.id)
        .map(row)
        .filter(({ field }) => isAsked(years, field));
      const name = label === 'zh' ? `三${group.no}${group.zh}` : group.en;
      return rows.length > 1
        ? { head: name, rows }
        : { head: '', rows: rows.map((each) => ({ ...each, label: name })) };
    }),
    plain('outcomes_total'),
    plain('carried_out'),
  ];
}

function proceedingGroups(label: LabelKey): RowGroup[] {
  return PROCEEDING_ROWS.map((row) => ({
    head: row[label],
    rows: PROCEEDING_COLUMNS.map((column) => ({
      field: `proceedings.${row.id}.${column.id}`,
      label: column[label],
    })),
  }));
}

function disclosureGroups(years: Year[], label: LabelKey): RowGroup[] {
  return DISCLOSURE_BLOCKS.map((block) => ({
    head: block[label],
    rows: ALL_FIELDS.filter(
      (field) =>
        field.table === 'disclosure' &&
        DISCLOSURE_ROWS.some((row) => row.id === field.row && row.block === block.id) &&
        isAsked(years, field.id),
    ).map((field) => ({ field: field.id, label: fieldLabel(field.id, label) })),
  })).filter((group) => group.rows.length > 0);
}
