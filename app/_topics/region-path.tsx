/** Where the reader stands between country and county, and what lies next below: links with their reports. */
import { formatNumber } from '../../lib/i18n/format';
import { languageOfName, regionNameIn } from '../../lib/i18n/province-names';
import type { FilterOption, FilterOptions } from '../../lib/query';
import { regionName } from '../_components/filter-words';
import type { PageContext } from '../_request/page-context';

/** The way down as a trail of links, and the regions next below. */
export function RegionPath({ context, options }: { context: PageContext; options: FilterOptions }) {
  const { t, filters, here, language, label } = context;
  const [code = ''] = filters.region.length === 1 ? filters.region : [];
  const trail = [2, 4, 6, 9]
    .filter((length) => code.length >= length)
    .map((length) => code.slice(0, length))
    // The step to the county of a prefecture without counties leads nowhere: 460400 is 4604.
    .filter((each) => each.length !== 6 || !each.endsWith('00'));
  const below = nextBelow(code, options);
  return (
    <nav className="region-path" aria-label={t('regions.path')}>
      <p>
        {[null, ...trail].map((each, index) => (
          <span key={each ?? 'country'}>
            {index > 0 && <span aria-hidden="true"> › </span>}
            {(each ?? '') === code ? (
              <b lang={languageOfName(nameOf(each))}>{nameOf(each)}</b>
            ) : (
              <a href={here({ region: each })} lang={languageOfName(nameOf(each))}>
                {nameOf(each)}
              </a>
            )}
          </span>
        ))}
      </p>
      {below.length > 0 && (
        <ul>
          {below.map((option) => (
            <li key={option.value}>
              <a
                href={here({ region: option.value })}
                lang={languageOfName(regionNameIn(label, option.value, option.name ?? ''))}
              >
                {regionNameIn(label, option.value, option.name ?? option.value)}
              </a>{' '}
              <span className="muted">{formatNumber(option.reports, language)}</span>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );

  function nameOf(each: string | null): string {
    return each === null ? t('region.country') : (regionName(each, options, label) ?? each);
  }
}

function nextBelow(code: string, options: FilterOptions): FilterOption[] {
  if (code === '') return options.provinces;
  if (code.length === 2) return options.prefectures;
  if (code.length === 4 && options.counties.length > 0) return options.counties;
  return code.length === 4 || code.length === 6 ? options.townships : [];
}
