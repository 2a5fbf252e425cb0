/** Paging by links: first, around the current, last. */
import { formatNumber } from '../../lib/i18n/format';
import type { PageContext } from '../_request/page-context';

type Props = {
  context: PageContext;
  page: number;
  pages: number;
  rows: number;
  pageSize: number;
  /** The parameter that turns this list's pages, where a page has two lists. */
  name?: 'page' | 'board';
};

/** Where we are and where else one can go; says the rows shown even when there is one page. */
export function PageLinks({ context, page, pages, rows, pageSize, name = 'page' }: Props) {
  const { t, here, language, parameters } = context;
  const kept = name === 'page' ? {} : { page: parameters.page ?? null };
  const first = (page - 1) * pageSize + 1;
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter(
    (each) => each >= 1 && each <= pages,
  );
  return (
    <nav className="pages" aria-label={t(name === 'board' ? 'quality.board_pages' : 'pages.label')}>
      <span>
        {t('pages.rows', {
          first: formatNumber(first, language),
          last: formatNumber(Math.min(rows, page * pageSize), language),
          rows: formatNumber(rows, language),
        })}
      </span>
      {pages > 1 &&
        shown.map((each, index) => (
          <span key={each}>
            {index > 0 && each - (shown[index - 1] ?? 0) > 1 && '… '}
            {each === page ? (
              <b aria-current="page">{each}</b>
            ) : (
              <a
                href={`${here({ ...kept, [name]: each === 1 ? null : each })}${name === 'page' ? '' : `#${name}`}`}
                aria-label={t('pages.go', { page: each })}
              >
                {each}
              </a>
            )}
          </span>
        ))}
    </nav>
  );
}
