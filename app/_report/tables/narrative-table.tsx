/** Counts stated in prose beside the table's. */
import { ScrollRegion } from '../../_components/scroll-region';
import { fieldsMeant } from '../../../lib/audit/rules/narrative-agreement';
import { fieldLabel } from '../../../lib/form/index';
import { printedNumber } from '../../../lib/i18n/format';
import { isMessageKey } from '../../../lib/i18n/message';
import { type NarrativeCount, valueOf } from '../../../lib/figures';
import type { ReportRecord } from '../../../lib/record';
import { Absent } from '../../_components/absent';
import type { PageContext } from '../../_request/page-context';
import { placeWords } from '../cell/place-words';

/** What prose says, what the table says, where prose says it; nothing when prose counts nothing. */
export function NarrativeTable({ context, record }: { context: PageContext; record: ReportRecord }) {
  const { t } = context;
  if (record.narrative.length === 0) return null;
  return (
    <section className="section" id={`${context.idPrefix}narrative`}>
      <header>
        <h2>{t('narrative.title')}</h2>
        <p className="subtitle">{t('narrative.lead')}</p>
      </header>
      <ScrollRegion name={t('narrative.title')}>
        <table className="data-table list-frame narrative">
          <thead>
            <tr>
              <th scope="col">{t('narrative.topic')}</th>
              <th scope="col" className="num">
                {t('narrative.prose')}
              </th>
              <th scope="col" className="num">
                {t('narrative.table')}
              </th>
              <th scope="col">{t('cell.place')}</th>
            </tr>
          </thead>
          <tbody>
            {record.narrative.map((count) => (
              <NarrativeRow
                key={`${count.field}${JSON.stringify(count.at)}${count.value}`}
                {...{ context, record, count }}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

type RowProps = { context: PageContext; record: ReportRecord; count: NarrativeCount };

function NarrativeRow({ context, record, count }: RowProps) {
  const { t, label } = context;
  const meant = fieldsMeant(count.field, record.forms.disclosure['20(1)']);
  const sums = meant.map((fields) => fields.map((field) => valueOf(record, field)));
  const tables = sums
    .filter((values) => !values.includes(null))
    .map((values) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  const key = `topic.${count.field.replace('narrative.', '')}`;
  return (
    <tr>
      <th scope="row">
        {isMessageKey(key) ? t(key) : fieldLabel(count.field, label)}
        {count.quote && (
          <small className="printed" lang="zh-CN">
            {count.quote}
          </small>
        )}
      </th>
      <td className="num printed">{printedNumber(count.value)}</td>
      <td className="num printed">
        {meant.length === 0 ? (
          <span className="no-number">{t('narrative.not_asked')}</span>
        ) : tables.length === 0 ? (
          <Absent word={t('state.absent')} />
        ) : (
          [...new Set(tables)].map(printedNumber).join(' / ')
        )}
      </td>
      <td>{placeWords(context, count.at)}</td>
    </tr>
  );
}
