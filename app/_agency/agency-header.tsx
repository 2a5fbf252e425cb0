/** Who this is: place, level and kind, the years there are and are not, the agencies before and after. */
import type { MessageKey } from '../../lib/i18n/message';
import type { AgencyHistory, AgencyNeighbour } from '../../lib/query';
import type { PageContext } from '../_request/page-context';
import { PlaceCrumbs } from '../_shell/place-crumbs';
import { yearsOf } from './years';
import { reportAddress } from './year-table';

type Props = { context: PageContext; history: AgencyHistory };

/** The head of an agency's page. */
export function AgencyHeader({ context, history }: Props) {
  const { t } = context;
  const { agency, reports } = history;
  const named = (prefix: 'level' | 'body', value: string | null) =>
    value === null ? t('value.unknown') : t(`${prefix}.${value}` as MessageKey);
  const others = [...new Set(reports.map((report) => report.name))].filter((name) => name !== agency.name);
  const scopes = [...new Set(reports.map((report) => report.scope))];
  return (
    <div className="wrap head report-head">
      <PlaceCrumbs
        context={context}
        list={{ path: '/agencies', name: t('nav.agencies') }}
        code={agency.region_code}
        place={agency}
      />
      <h1 lang="zh-CN">{agency.name}</h1>
      <ul className="facts">
        <li>
          {[named('level', agency.level), named('body', agency.body), agency.region_code]
            .filter(Boolean)
            .join(' · ')}
        </li>
        <li>{scopes.map((scope) => t(`scope.${scope}`)).join(t('list.and'))}</li>
        <li>{coverageWords(context, history)}</li>
        {others.length > 0 && (
          <li className="muted">
            {t('agency.other_names')}
            <span lang="zh-CN">{others.join('、')}</span>
          </li>
        )}
      </ul>
      <Years context={context} history={history} />
      <nav className="near" aria-label={t('agency.near')}>
        <Neighbour context={context} name={t('agency.previous')} neighbour={history.previous} />
        <Neighbour context={context} name={t('agency.next')} neighbour={history.next} />
        <a href={context.to('/compare', { changes: { with: agency.id } })}>{t('agency.compare')}</a>
      </nav>
    </div>
  );
}

/** `收录 2019–2025 年中 6 年，缺 2022 年`. */
function coverageWords({ t }: PageContext, { reports }: AgencyHistory): string {
  const years = yearsOf(reports);
  const missing = years.filter((each) => !each.report).map((each) => String(each.year));
  if (years.length === 0) return t('agency.no_year');
  return t(missing.length > 0 ? 'agency.years_missing' : 'agency.years', {
    from: String(years[0]?.year),
    to: String(years.at(-1)?.year),
    count: years.length - missing.length,
    missing: missing.join(t('list.and')),
  });
}

function Years({ context, history }: Props) {
  const { t } = context;
  const undated = history.reports.filter((report) => report.year === null);
  return (
    <div className="year-links">
      <span className="muted">{t('agency.reports_of')}</span>
      {yearsOf(history.reports).map(({ year, report }) =>
        report ? (
          <a key={year} href={reportAddress(context, report)}>
            {year}
          </a>
        ) : (
          <span className="no-number" key={year}>
            {t('report.year_missing', { year: String(year) })}
          </span>
        ),
      )}
      {undated.map((report) => (
        <a key={report.id} href={reportAddress(context, report)}>
          {t('value.year_unknown')}
        </a>
      ))}
    </div>
  );
}

type NeighbourProps = { context: PageContext; name: string; neighbour: AgencyNeighbour | null };

function Neighbour({ context: { to }, name, neighbour }: NeighbourProps) {
  if (!neighbour) return null;
  return (
    <span>
      <span className="muted">{name}</span>{' '}
      <a href={to(`/agencies/${encodeURIComponent(neighbour.id)}`)} lang="zh-CN">
        {neighbour.name}
      </a>
    </span>
  );
}
