/** A card whose question failed: the others stand. */
import type { PageContext } from '../_request/page-context';
import { filtered } from '../_request/filtered';

/** Says that the card could not be made and where the figures can still be had. */
export function FailedCard({ context, id, title }: { context: PageContext; id: string; title: string }) {
  const { t } = context;
  return (
    <section className="card" id={id}>
      <h2>{title}</h2>
      <p className="statement">{t('card.failed')}</p>
      <p className="downloads">
        <a href={filtered('/api/v1/reports.csv', context)}>{t('download.reports_csv')}</a>
      </p>
    </section>
  );
}
