/** What can be taken from a card: table, picture, the reports behind it, links, and how to cite it. */
import type { PageContext } from '../_request/page-context';
import { PngDownload } from '../_client/png-download';
import { cardEmbed, cardFile, cardPermalink } from '../_card/address';
import { filtered } from '../_request/filtered';
import { citation } from './citation';
import type { CardDefinition, CardModel, CardSlice } from '../_card/model';

type Props = { context: PageContext; card: CardDefinition; model: CardModel; title: string };

/** Links to the table, the picture, the reports behind it and their printed cells; permalink, embed, citation. */
export function CardDownloads({ context, card, model, title }: Props) {
  const { t, origin } = context;
  const svg = cardFile(context, card, 'svg');
  const link = origin + cardPermalink(context, card);
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
        {model.slices ? (
          model.slices.map((slice) => (
            <SliceFiles key={slice.name ?? ''} context={context} slice={slice} metrics={model.metrics} />
          ))
        ) : (
          <Behind context={context} asked={context} />
        )}
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

type Asked = Pick<PageContext, 'filters' | 'language'>;

/** The reports behind the figures and their printed cells. */
function Behind({ context: { t }, asked }: { context: PageContext; asked: Asked }) {
  return (
    <>
      <Download
        href={filtered('/api/v1/reports.csv', asked)}
        name={t('download.reports_csv')}
        note={t('download.reports_note')}
      />
      <Download
        href={filtered('/api/v1/cells.csv', asked)}
        name={t('download.cells_csv')}
        note={t('download.cells_note')}
      />
    </>
  );
}

type SliceProps = { context: PageContext; slice: CardSlice; metrics: readonly string[] };

/** The files of one of a card's slices: in a line of its own where it has a name. */
function SliceFiles({ context, slice: { name, filters, by }, metrics }: SliceProps) {
  const { t, language } = context;
  const asked = { filters, language };
  const values = filtered(`/api/v1/query.csv?metrics=${metrics.join(',')}&by=${by}`, asked);
  if (name === undefined)
    return (
      <>
        <Download href={values} name={t('download.values_csv')} note={t('download.agencies_note')} />
        <Behind context={context} asked={asked} />
      </>
    );
  return (
    <li>
      <span lang="zh-CN">{name}</span> <a href={values}>{t('download.values_csv')}</a>{' '}
      <a href={filtered('/api/v1/reports.csv', asked)}>{t('download.reports_csv')}</a>{' '}
      <a href={filtered('/api/v1/cells.csv', asked)}>{t('download.cells_csv')}</a>
    </li>
  );
}

function Download({ href, name, note }: { href: string; name: string; note: string }) {
  return (
    <li>
      <a href={href}>{name}</a> <span className="muted">{note}</span>
    </li>
  );
}
