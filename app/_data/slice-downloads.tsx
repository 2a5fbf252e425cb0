/** The slice as files: the same columns, conditions and order as the table, all of its rows. */
import { languageParameter } from '../../lib/i18n/language';
import { formatNumber } from '../../lib/i18n/format';
import { setting } from '../../lib/settings';
import { UPLOAD_PATH } from '../../lib/upload/bounds';
import type { PageContext } from '../_request/page-context';

/** Names of formats, which are the same in every language. */
const FORMATS = [
  ['CSV', 'reports.csv'],
  ['Excel', 'reports.xlsx'],
  ['Parquet', 'reports.parquet'],
  ['JSON Lines', 'reports.jsonl'],
] as const;
/** Rows of a worksheet under its header; a larger slice would be a 400. */
const MOST_SHEET_ROWS = 1_048_575;

type Props = {
  context: PageContext;
  /** Columns, order and filters as the API takes them. */
  query: string;
  rows: number;
};

/** Links to every format with the number of rows, to the package, to the same as JSON pages and to the API's guide. */
export function SliceDownloads({ context, query, rows }: Props) {
  const { t, language, to } = context;
  const lang = languageParameter(language);
  const asked = `?${query}${lang === null ? '' : `&lang=${lang}`}`;
  const offered = FORMATS.filter(([, file]) => !file.endsWith('.xlsx') || rows <= MOST_SHEET_ROWS);
  return (
    <div className="slice-files">
      <p className="picks">
        <span className="muted">{t('data.take', { rows: formatNumber(rows, language) })}</span>
        {offered.map(([name, file]) => (
          <a key={file} href={`/api/v1/${file}${asked}`} lang="en">
            {name}
          </a>
        ))}
        <a href={`/api/v1/bundle.zip${asked}&table=reports`}>{t('data.bundle')}</a>
      </p>
      <p className="picks">
        <span className="muted">{t('data.programs')}</span>
        <a href={`/api/v1/reports${asked}`}>{t('data.json')}</a>
        <a href={to('/data/api')}>{t('data.api')}</a>
        {setting('UPLOADS') === '1' && <a href={to(UPLOAD_PATH)}>{t('data.upload')}</a>}
      </p>
    </div>
  );
}
