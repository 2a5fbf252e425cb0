/** The head of table 3: applicants, with the relation between its rows that the form prints in the corner. */
import { REQUEST_COLUMNS } from '../../../lib/form/index';
import type { PageContext } from '../../_request/page-context';
import { PrintedLabel } from './printed-label';

/** Where a long head may break: at its word joint. */
const BROKEN: Partial<Record<string, [string, string]>> = {
  org_commercial: ['商业', '企业'],
  org_research: ['科研', '机构'],
  org_public_interest: ['社会公益', '组织'],
  org_legal_service: ['法律服务', '机构'],
};

/** Three head rows over seven columns. */
export function RequestsHead({ context }: { context: PageContext }) {
  const { t } = context;
  return (
    <>
      <colgroup>
        <col className="first-column" />
        <col className="second-column" />
        <col className="c3" />
        <col span={7} className="number-column" />
      </colgroup>
      <thead>
        <tr>
          <td rowSpan={3} colSpan={3} className="rule">
            <PrintedLabel
              context={context}
              zh="（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
              en={t('form.relation')}
            />
          </td>
          <th colSpan={7} scope="colgroup" className="c">
            <PrintedLabel context={context} zh="申请人情况" en={t('form.applicants')} />
          </th>
        </tr>
        <tr>
          <ColumnHead context={context} id="natural_person" rows={2} />
          <th colSpan={5} scope="colgroup" className="c">
            <PrintedLabel context={context} zh="法人或其他组织" en={t('form.organisations')} />
          </th>
          <ColumnHead context={context} id="total" rows={2} />
        </tr>
        <tr>
          {REQUEST_COLUMNS.filter((column) => column.id.startsWith('org_')).map((column) => (
            <ColumnHead key={column.id} context={context} id={column.id} rows={1} />
          ))}
        </tr>
      </thead>
    </>
  );
}

function ColumnHead({ context, id, rows }: { context: PageContext; id: string; rows: number }) {
  const column = REQUEST_COLUMNS.find((each) => each.id === id);
  const broken = BROKEN[id];
  return (
    <th rowSpan={rows} scope="col" className={id === 'total' ? 'column-head total' : 'column-head'}>
      <PrintedLabel context={context} zh={column?.zh ?? id} en={column?.short ?? id}>
        {broken ? (
          <>
            {broken[0]}
            <wbr />
            {broken[1]}
          </>
        ) : (
          column?.zh
        )}
      </PrintedLabel>
    </th>
  );
}
