/** What can be taken from a card: table, picture, the reports behind it, links, and how to cite it. */
import { serializeFilters } from '../../lib/filters/values';
import type { PageContext } from '../_shell/page-context';
import { PngDownload } from '../_client/png-download';
import { cardEmbed, cardFile, cardPermalink } from './card-address';
import { citation } from './card-citation';
import type { CardDefinition, CardModel } from './card-model';

/** An address of the API with the filters and the language of the page added. */
export function filtered(
  path: string,
  { filters, language }: Pick<PageContext, 'filters' | 'language'>,
): string {
  const query = [serializeFilters(filters), language === 'en' ? 'lang=en' : ''].filter(Boolean).join('&');
  if (query === '') return path;
  return path + (path.includes('?') ? '&' : '?') + query;
}

type Props = { context: PageContext; card: CardDefinition; model: CardModel; title: string };

/** Links to the table, the picture, the reports behind it and their printed cells; permalink, embed, citation. */
export function CardDownloads({ context, card, model, title }: Props) {
  const { t, origin } = context;
  const svg = cardFile(context, card, 'svg');
  const link = origin + cardPermalink(context, card);
  const behind = { language: context.language, filters: model.among ?? context.filters };
  return (
    <>
      <ul className="downloads">
        <Download
          href={cardFile(context, card, 'csv')}
          name={t('download.table_csv')}
          note={t('download.table_note')}
        />
        <li>
          <a href={svg} download>
            {t('download.svg')}
          </a>{' '}
          <PngDownload svg={svg} name={card.id} text={t('download.png')} failed={t('download.png_failed')} />{' '}
          <span className="muted">{t('download.picture_note')}</span>
        </li>
        {model.among && (
          <Download
            href={filtered(`/api/v1/query.csv?metrics=${model.metrics.join(',')}&by=agency`, behind)}
            name={t('download.values_csv')}
            note={t('download.agencies_note')}
          />
        )}
        <Download
          href={filtered('/api/v1/reports.csv', behind)}
          name={t('download.reports_csv')}
          note={t('download.reports_note')}
        />
        <Download
          href={filtered('/api/v1/cells.csv', behind)}
          name={t('download.cells_csv')}
          note={t('download.cells_note')}
        />
      </ul>
      <dl className="share">
        <dt>{t('share.permalink')}</dt>
        <dd>
          <a href={cardPermalink(context, card)}>{link}</a>
        </dd>
        <dt>{t('share.embed')}</dt>
        <dd>
          <code>{`<iframe src="${origin}${cardEmbed(context, card)}" title="${title}" width="100%" height="560"></iframe>`}</code>{' '}
          <a href={cardEmbed(context, card)}>{t('share.embed_open')}</a>
        </dd>
        <dt>{t('share.cite')}</dt>
        <dd className="cite">{citation(context, model.meta.corpus_version, title, link)}</dd>
      </dl>
    </>
  );
}

function Download({ href, name, note }: { href: string; name: string; note: string }) {
  return (
    <li>
      <a href={href}>{name}</a> <span className="muted">{note}</span>
    </li>
  );
}
