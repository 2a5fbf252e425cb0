/** A card: title, subtitle, the four views 图 / 表 / 下载 / 说明, source and coverage. Radio buttons: no script. */
import type { ReactNode } from 'react';
import type { MetricsAnswer } from '../../lib/query';
import type { PageContext } from '../_shell/page-context';
import { CardDownloads } from './card-downloads';
import { CardNotes } from './card-notes';
import { MetricsTable } from './metrics-table';
import { MixedText } from './mixed-text';

const VIEWS = ['chart', 'table', 'download', 'notes'] as const;

export type CardProps = {
  context: PageContext;
  /** Unique on the page. */
  id: string;
  title: string;
  /** Measure, unit, place, period, reading hint. */
  subtitle: string;
  /** One sentence computed from the data. */
  summary: string | null;
  answer: MetricsAnswer;
  /** Where the figures stand on the form. */
  source: string;
  children: ReactNode;
};

/** The chart (children), the same rows as a table, their downloads and their definitions. */
export function ChartCard({ context, id, title, subtitle, summary, answer, source, children }: CardProps) {
  const { t } = context;
  return (
    <section className="card" aria-labelledby={`${id}-title`} id={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p className="sub">
        <MixedText text={subtitle} language={context.language} />
      </p>
      <fieldset className="tabs">
        <legend className="vh">{t('card.views', { title })}</legend>
        {VIEWS.map((view) => (
          <label key={view}>
            <input type="radio" name={`${id}-view`} value={view} defaultChecked={view === 'chart'} />
            {t(`card.${view}`)}
          </label>
        ))}
      </fieldset>
      <div className="view view-chart">
        {summary && <p className="say">{summary}</p>}
        {children}
      </div>
      <div className="view view-table">
        <MetricsTable context={context} answer={answer} caption={title} />
      </div>
      <div className="view view-download">
        <CardDownloads context={context} answer={answer} />
      </div>
      <div className="view view-notes">
        <CardNotes context={context} metrics={answer.metrics} />
      </div>
      <p className="foot">
        <span>{t('card.source', { source })}</span>
        <span>{coverageText(context, answer)}</span>
      </p>
    </section>
  );
}

/** How many reports of the slice have every figure of the card: n/N. */
export function coverageText({ t }: PageContext, { metrics, meta }: MetricsAnswer): string {
  const missing = Math.max(0, ...metrics.map((metric) => meta.missing[metric] ?? 0));
  return t('card.coverage', { counted: meta.reports - missing, all: meta.reports });
}
