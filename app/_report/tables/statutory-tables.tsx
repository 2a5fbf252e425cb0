/** The three statutory tables in the order of the form. */
import { PROCEEDING_FIELDS, REQUEST_COLUMNS, requestRows } from '../../../lib/form/index';
import type { ReportRecord } from '../../../lib/record';
import type { PageContext } from '../../_request/page-context';
import { cellPopover, popoverWords } from '../cell/cell-popover';
import { viewPopover } from '../cell/popover-view';
import { type ReportCells, viewExtraCell } from '../cell/cell-view';
import { numberExtraRows, planDisclosure, usualForm } from './disclosure-plan';
import { DisclosureTable } from './disclosure-table';
import { ProceedingsTable } from './proceedings-table';
import { RequestsTable } from './requests-table';
import { StatutorySection } from './statutory-section';

type Props = { context: PageContext; record: ReportRecord; cells: ReportCells };

/** Tables 2, 3 and 4 with everything that hangs on their cells. */
export function StatutoryTables({ context, record, cells }: Props) {
  const { t } = context;
  const plan = planDisclosure(record);
  const form = record.forms.requests ?? usualForm(record);
  const shared = { context, record, cells };
  const versions = [...new Set(plan.map((block) => block.form))];
  return (
    <>
      <StatutorySection
        {...shared}
        table="disclosure"
        heading={{ zh: '二、主动公开政府信息情况', en: t('table.disclosure') }}
        form={versions.map((version) => t('form.version', { form: version })).join(t('list.and'))}
        rows={plan.flatMap((block) =>
          block.rows.map((row) => block.columns.map((column) => `disclosure.${row}.${column}`)),
        )}
      >
        <DisclosureTable context={context} cells={cells} plan={plan} />
      </StatutorySection>
      <StatutorySection
        {...shared}
        table="requests"
        heading={{ zh: '三、收到和处理政府信息公开申请情况', en: t('table.requests') }}
        form={`${t('unit.requests')} · ${t('form.version', { form })}`}
        rows={requestRows(form).map((row) => REQUEST_COLUMNS.map((column) => `requests.${row}.${column.id}`))}
      >
        <RequestsTable
          context={context}
          cells={cells}
          form={form}
          extra={numberExtraRows(record).filter(({ row }) => row.block === 'requests')}
        />
      </StatutorySection>
      <StatutorySection
        {...shared}
        table="proceedings"
        heading={{ zh: '四、政府信息公开行政复议、行政诉讼情况', en: t('table.proceedings') }}
        form={t('unit.cases')}
        rows={[PROCEEDING_FIELDS.map((field) => field.id)]}
      >
        <ProceedingsTable context={context} cells={cells} />
      </StatutorySection>
      <ExtraPopovers {...shared} />
    </>
  );
}

function ExtraPopovers(source: Props) {
  const words = popoverWords(source.context.t);
  const popovers = numberExtraRows(source.record).flatMap(({ id, row }) =>
    Object.keys(row.values).map((column, index) => {
      const cell = viewExtraCell(`${id}.${column}`, row.cells[index], row.values[column] ?? null);
      return cellPopover(viewPopover(source, cell, [], row.label), words).text;
    }),
  );
  return popovers.length === 0 ? null : <div dangerouslySetInnerHTML={{ __html: popovers.join('') }} />;
}
