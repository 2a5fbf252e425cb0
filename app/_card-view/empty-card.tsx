/** A card for which the slice has no figures: it keeps its place and its title. */
import type { PageContext } from '../_request/page-context';

/** Says that none of the reports has these figures, and leads to the whole country. */
export function EmptyCard({ context, id, title }: { context: PageContext; id: string; title: string }) {
  const { t, here, filters } = context;
  return (
    <section className="card" id={id}>
      <h2>{title}</h2>
      <p className="statement">{t('card.empty')}</p>
      {filters.basis !== 'all' && (
        <p className="downloads">
          <a href={here({ basis: 'all' })}>{t('card.empty_all')}</a>
        </p>
      )}
    </section>
  );
}
