import type { Metadata } from 'next';
import { corpusOf, selectFilterOptions } from '../../../lib/query';
import { ChartPointer } from '../../_client/chart-pointer';
import { cardPermalink } from '../../_card/address';
import { CardDataTable } from '../../_card-view/card-table';
import { CardPanels } from '../../_card-view/card-panels';
import { loadCard } from '../../_card-view/card-slot';
import { CardFoot } from '../../_card-view/chart-card';
import { takenFilters } from '../../_card/taken-filters';
import { MixedText } from '../../_components/mixed-text';
import { MissingPage } from '../../_shell/missing-page';
import { readPageContext } from '../../_request/page-context';
import type { SearchParams } from '../../_request/parameters';
import { cardById } from '../../cards/index';

type Props = { params: Promise<{ card: string }>; searchParams: SearchParams };

export const metadata: Metadata = { robots: { index: false } };

/** One card at the state of its address, with as little around it as it needs, for the frame of another site. */
export default async function EmbedPage({ params, searchParams }: Props) {
  const { card: id } = await params;
  const card = cardById(id);
  const written = await readPageContext(`/embed/${id}`, searchParams, card?.own ?? {});
  if (!card) return <MissingPage context={written} what="page" />;
  const context = { ...written, filters: takenFilters(card, written.filters) };
  const { t, filters, language } = context;
  const options = await selectFilterOptions(corpusOf(filters.corpus), filters);
  const model = await loadCard(card, context, options);
  return (
    <main className="embed card" id="main">
      <title>{`${card.title(context)} · ${t('site.name')}`}</title>
      {filters.corpus === 'demo' && (
        <p className="embed-demo">
          <b>{t('demo.name')}</b> {t('demo.text')}
        </p>
      )}
      <h1>
        <MixedText text={card.title(context)} language={language} />
      </h1>
      {model === null || model === 'failed' ? (
        <p className="statement">{t(model === null ? 'card.empty' : 'card.failed')}</p>
      ) : (
        <>
          <p className="subtitle">
            <MixedText text={model.subtitle} language={language} />
          </p>
          <CardPanels context={context} id={id} model={model} />
          <details className="embed-table">
            <summary>{t('card.table')}</summary>
            <CardDataTable context={context} table={model.table} caption={card.title(context)} />
          </details>
          <CardFoot context={context} model={model} />
        </>
      )}
      <p className="foot">
        <a href={cardPermalink(context, card)} target="_top">
          {t('embed.full')}
        </a>
        <span>
          {t('site.name')}
          {t('list.comma')}
          {t('footer.version', { version: options.meta.corpus_version.slice(0, 12) })}
        </span>
      </p>
      <ChartPointer role={t('pointer.role')} hint={t('pointer.hint')} />
    </main>
  );
}
