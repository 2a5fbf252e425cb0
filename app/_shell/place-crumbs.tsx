/** The way down to a page: its list, then the regions it lies in, each leading to the list of that region. */
import type { ReactNode } from 'react';
import { isPlace } from '../../lib/i18n/place-name';
import type { PageContext } from '../_request/page-context';

type Place = { province: string | null; prefecture: string | null; county: string | null };

type Props = {
  context: PageContext;
  list: { path: '/agencies' | '/reports'; name: string };
  /** Code of the region, 2 to 9 digits. */
  code: string | null;
  place: Place;
  /** What comes last and leads nowhere. */
  children?: ReactNode;
};

/** Names of regions that are no place or repeat the one above are left out. */
export function PlaceCrumbs({ context: { t, to }, list, code, place, children }: Props) {
  const steps = [
    { name: place.province, digits: 2 },
    { name: isPlace(place.prefecture) ? place.prefecture : null, digits: 4 },
    { name: place.county, digits: 6 },
  ].filter(({ name }, i, all) => name !== null && all.findIndex((each) => each.name === name) === i);
  return (
    <nav aria-label={t('report.breadcrumb')}>
      <ol className="crumb">
        <li>
          <a href={to(list.path)}>{list.name}</a>
        </li>
        {steps.map(({ name, digits }) => (
          <li key={digits}>
            <a href={to(list.path, { changes: { region: (code ?? '').slice(0, digits) } })} lang="zh-CN">
              {name}
            </a>
          </li>
        ))}
        {children}
      </ol>
    </nav>
  );
}
