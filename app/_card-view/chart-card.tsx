/** A card: title, subtitle, the four views 图 / 表 / 下载 / 说明, source and coverage. Radio buttons: no script. */
import type { ReactNode } from 'react';
import type { PageContext } from '../_request/page-context';
import { CardDataTable } from './card-table';
import { CardDownloads } from './card-downloads';
import type { CardDefinition, CardModel } from '../_card/model';
import { CardNotes } from './card-notes';
import { CardPanels } from './card-panels';
import { MixedText } from '../_components/mixed-text';

const VIEWS = ['chart', 'table', 'download', 'notes'] as const;

type Props = {
  context: PageContext;
  card: CardDefinition;
  model: CardModel;
  /** Id on the page, where that of the card is taken. */
  anchor?: string | undefined;
  /** A form of the page above the chart. */
  form?: ReactNode;
};

/** The chart, the same rows as a table, their downloads and their definitions. */
export function ChartCard({ context, card, model, anchor, form }: Props) {
  const { t, language } = context;
  const id = anchor ?? card.id;
  const title = card.title(context);
  return (
    <section className={model.wide ? 'card wide' : 'card'} aria-labelledby={`${id}-title`} id={id}>
      <h2 id={`${id}-title`}>
        <MixedText text={title} language={language} />
      </h2>
      <p className="subtitle">
        <MixedText text={model.subtitle} language={language} />
      </p>
      <fieldset className="tabs">
        <legend className="visually-hidden">{t('card.views', { title })}</legend>
        {VIEWS.map((view) => (
          <label key={view}>
            <input type="radio" name={`${id}-view`} value={view} defaultChecked={view === 'chart'} />
            {t(`card.${view}`)}
          </label>
        ))}
      </fieldset>
      <div className="view view-chart">
        {form}
        <CardPanels context={context} id={id} model={model} onPage />
      </div>
      <div className="view view-table">
        <CardDataTable context={context} table={model.table} caption={title} />
      </div>
      <div className="view view-download">
        <CardDownloads context={context} card={card} model={model} title={title} />
      </div>
      <div className="view view-notes">
        {model.notes && (
          <p className="subtitle">
            {model.notes.text}
            {model.notes.rule && (
              <>
                {' '}
                <a href={`${context.to('/methods')}#${model.notes.rule}`}>{model.notes.rule}</a>
              </>
            )}
          </p>
        )}
        <CardNotes context={context} metrics={model.metrics} />
      </div>
      <CardFoot context={context} model={model} />
    </section>
  );
}

/** Source left, coverage n/N right. */
export function CardFoot({ context, model }: Pick<Props, 'context' | 'model'>) {
  return (
    <p className="foot">
      <span>{context.t('card.source', { source: model.source })}</span>
      <span>{coverageText(context, model)}</span>
    </p>
  );
}

/** How many reports of the slice have every figure of the card, or what else it rests on: n/N. */
export function coverageText({ t }: Pick<PageContext, 't'>, { counted, coverage, meta }: CardModel): string {
  return coverage ?? t('card.coverage', { counted, all: meta.reports });
}
