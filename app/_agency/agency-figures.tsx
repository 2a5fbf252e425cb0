/** The strip of figures at the top of an agency's page: its newest year, and what does not add up over all. */
import type { AgencyHistory, MetricsResult } from '../../lib/query';
import { formatNumber } from '../../lib/i18n/format';
import { HeadlineStrip } from '../_overview/headline-strip';
import type { PageContext } from '../_request/page-context';

type Props = { context: PageContext; history: AgencyHistory; answer: MetricsResult };

/** Reports, four measures of the newest year, findings. */
export function AgencyFigures({ context, history, answer }: Props) {
  const { t, language } = context;
  const { reports } = history;
  const sum = (of: 'findings' | 'doubts') => reports.reduce((total, report) => total + report[of], 0);
  return (
    <HeadlineStrip
      context={context}
      rows={answer.rows}
      reports={{
        name: t('headline.reports'),
        value: formatNumber(reports.length, language),
        unit: t('unit.reports'),
        note: t('agency.doubts', { doubts: sum('doubts') }),
      }}
      findings={{
        name: t('agency.findings'),
        value: formatNumber(sum('findings'), language),
        unit: t('unit.places'),
        note: t('agency.findings_in', {
          reports: reports.filter((report) => report.findings > 0).length,
          all: reports.length,
        }),
      }}
    />
  );
}
