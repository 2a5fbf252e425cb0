/** A card whose views are given as they are: for figures that no single answer of metrics holds. */
import type { ReactNode } from 'react';
import type { PageContext } from '../_shell/page-context';
import { type Taken, ViewDownloads } from './view-downloads';

const VIEWS = ['chart', 'table', 'download', 'notes'] as const;
type View = (typeof VIEWS)[number];

type Props = {
  context: PageContext;
  /** Unique on the page. */
  id: string;
  title: string;
  subtitle: ReactNode;
  summary?: string | null;
  views: Partial<Record<Exclude<View, 'download'>, ReactNode>>;
  /** What of the API holds the card's figures. */
  taken: Taken;
  source: string;
  coverage: string;
};

/** Title, views as radio buttons (no script), source and coverage. The first view given is open. */
export function ViewCard({ context, id, title, subtitle, summary, views, taken, source, coverage }: Props) {
  const { t } = context;
  const all: Partial<Record<View, ReactNode>> = {
    ...views,
    download: <ViewDownloads context={context} id={id} title={title} taken={taken} />,
  };
  const given = VIEWS.filter((view) => Boolean(all[view]));
  return (
    <section className="card" aria-labelledby={`${id}-title`} id={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p className="sub">{subtitle}</p>
      <fieldset className="tabs">
        <legend className="vh">{t('card.views', { title })}</legend>
        {given.map((view, index) => (
          <label key={view}>
            <input type="radio" name={`${id}-view`} value={view} defaultChecked={index === 0} />
            {t(`card.${view}`)}
          </label>
        ))}
      </fieldset>
      {given.map((view) => (
        <div key={view} className={`view view-${view}`}>
          {view === 'chart' && summary && <p className="say">{summary}</p>}
          {all[view]}
        </div>
      ))}
      <p className="foot">
        <span>{t('card.source', { source })}</span>
        <span>{coverage}</span>
      </p>
    </section>
  );
}

/** A picture that lib/chart drew; its text is our own, escaped by the DOM that wrote it. */
export function Picture({ svg }: { svg: string }) {
  return <figure className="plot" dangerouslySetInnerHTML={{ __html: svg }} />;
}
