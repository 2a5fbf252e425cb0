/** What can be taken from a card that no single answer feeds: its figures as files, its address, how to cite it. */
import type { Filters } from '../../lib/filters/values';
import type { Dimension } from '../../lib/query';
import { citation } from '../_components/card-citation';
import { filtered } from '../_components/card-downloads';
import type { PageContext } from '../_shell/page-context';

/** The questions of the API whose answers the card shows, and the corpus they were asked of. */
export type Taken = {
  corpusVersion: string;
  metrics: readonly string[];
  by: Dimension;
  /** One file each; `name` tells them apart where there are several. */
  slices: { name?: string; filters: Filters }[];
};

type Props = {
  context: PageContext;
  /** The card's place on the page. */
  id: string;
  title: string;
  taken: Taken;
};

/** The view 下载: a line a slice with its figures and the printed cells behind them, then permalink and citation. */
export function ViewDownloads({ context, id, title, taken }: Props) {
  const { t, origin, here, language } = context;
  const link = `${here({})}#${id}`;
  return (
    <>
      <ul className="downloads">
        {taken.slices.map(({ name, filters }) => {
          const asked = { filters, language };
          return (
            <li key={name ?? ''}>
              {name && (
                <>
                  <span lang="zh-CN">{name}</span>{' '}
                </>
              )}
              <a
                href={filtered(`/api/v1/query.csv?metrics=${taken.metrics.join(',')}&by=${taken.by}`, asked)}
              >
                {t('download.values_csv')}
              </a>{' '}
              <a href={filtered('/api/v1/cells.csv', asked)}>{t('download.cells_csv')}</a>
            </li>
          );
        })}
      </ul>
      <p className="muted sm">{t('download.values_note')}</p>
      <dl className="share">
        <dt>{t('share.permalink')}</dt>
        <dd>
          <a href={link}>{origin + link}</a>
        </dd>
        <dt>{t('share.cite')}</dt>
        <dd className="cite">{citation(context, taken.corpusVersion, title, origin + link)}</dd>
      </dl>
    </>
  );
}
