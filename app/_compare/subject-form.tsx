/** Choosing what is compared: a search by name whose hits are links, and the chosen ones each with a way out. */
import type { Subject } from '../../lib/query';
import { formatNumber } from '../../lib/i18n/format';
import type { PageContext } from '../_request/page-context';
import { MOST_SUBJECTS } from './compare-parameters';

type Props = { context: PageContext; chosen: Subject[]; hits: Subject[] };

/** The search and the chips; everything stands in the address. */
export function SubjectForm({ context, chosen, hits }: Props) {
  const { t, here, parameters, path } = context;
  const ids = chosen.map((subject) => subject.id);
  const address = (list: readonly string[]) => here({ with: list.join(',') || null, find: null });
  return (
    <div className="filters">
      <div className="wrap subjects">
        <form method="get" action={path} aria-label={t('compare.choose')}>
          {['lang', 'corpus', 'with', 'year', 'metric', 'basis'].map(
            (name) =>
              parameters[name] !== undefined && (
                <input key={name} type="hidden" name={name} value={parameters[name]} />
              ),
          )}
          <div className="field">
            <label htmlFor="f-find">{t('compare.find')}</label>
            <input id="f-find" name="find" type="search" defaultValue={parameters.find} />
          </div>
          <button className="button">{t('compare.search')}</button>
        </form>
        {parameters.find !== undefined && <Hits context={context} hits={hits} ids={ids} address={address} />}
        {chosen.length > 0 && (
          <div className="chips">
            <span className="muted">{t('compare.chosen')}</span>
            {chosen.map((subject) => (
              <a key={subject.id} className="chip" href={address(ids.filter((id) => id !== subject.id))}>
                <span className="visually-hidden">{t('filter.remove')}</span>
                <span lang="zh-CN">{subject.name}</span>
                <span aria-hidden="true" className="muted">
                  ×
                </span>
              </a>
            ))}
            <a className="nowrap" href={address([])}>
              {t('filter.clear')}
            </a>
          </div>
        )}
      </div>
    </div>
  );
}

type HitsProps = {
  context: PageContext;
  hits: Subject[];
  ids: string[];
  address: (ids: readonly string[]) => string;
};

function Hits({ context: { t, language, parameters }, hits, ids, address }: HitsProps) {
  if (hits.length === 0)
    return <p className="statement">{t('compare.no_hit', { text: parameters.find ?? '' })}</p>;
  if (ids.length >= MOST_SUBJECTS)
    return <p className="statement">{t('compare.full', { most: MOST_SUBJECTS })}</p>;
  return (
    <ul className="hits">
      {hits.map((hit) => (
        <li key={hit.id}>
          {ids.includes(hit.id) ? (
            <b lang="zh-CN">{hit.name}</b>
          ) : (
            <a href={address([...ids, hit.id])} lang="zh-CN">
              {hit.name}
            </a>
          )}{' '}
          <span className="muted">
            <span lang="zh-CN">{hit.within}</span> {t(`compare.kind_${hit.kind}`)} ·{' '}
            {t('compare.reports', { reports: formatNumber(hit.reports, language) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
