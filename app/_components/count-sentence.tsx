/** One sentence over what the page rests on: matched, agencies, counted, left out and why. */
import type { Meta } from '../../lib/query';
import type { PageContext } from '../_request/page-context';
import { filtered } from '../_request/filtered';
import { Rich } from './rich';

type Props = { context: PageContext; meta: Meta; agencies: number };

/** The sentence with a link to the reports of the slice as CSV. */
export function CountSentence({ context, meta, agencies }: Props) {
  const { t, filters, here } = context;
  return (
    <p className="count">
      <Rich
        parts={t.rich(
          'count.sentence',
          { reports: meta.reports, agencies, basis: t(`basis.${filters.basis}`) },
          { b: (text) => <b>{text}</b> },
        )}
      />
      {meta.left_out > 0 && (
        <>
          {t('count.left_out', { left_out: meta.left_out })}
          <a href={here({ basis: 'all' })}>{t('count.show_all')}</a>
          {t('list.end')}
        </>
      )}
      <a className="nowrap" href={filtered('/api/v1/reports.csv', context)}>
        {t('count.csv')}
      </a>
    </p>
  );
}
