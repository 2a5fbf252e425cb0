import { FILTER_NAMES } from '../../lib/filters';
import type { PageContext } from '../_request/page-context';
import { Part } from './part';

const ENDPOINTS = [
  {
    path: '/api/v1/query.csv',
    example: '/api/v1/query.csv?metrics=new_requests,disclosure_rate&by=year',
    key: 'api.query',
  },
  { path: '/api/v1/query', example: '/api/v1/query?metrics=review_rate&by=province', key: 'api.query_json' },
  { path: '/api/v1/reports.csv', example: '/api/v1/reports.csv', key: 'api.reports' },
  { path: '/api/v1/cells.csv', example: '/api/v1/cells.csv?basis=all', key: 'api.cells' },
  { path: '/api/v1/metrics', example: '/api/v1/metrics', key: 'api.metrics' },
] as const;

/** The addresses behind the pages, each with an example that works. */
export function ApiGuide({ context }: { context: PageContext }) {
  const { t, to, filters } = context;
  const corpus = filters.corpus === 'demo' ? 'corpus=demo' : '';
  const link = (example: string) =>
    corpus === '' ? example : `${example}${example.includes('?') ? '&' : '?'}${corpus}`;
  return (
    <Part id="api" title={t('methods.api')} lead={t('methods.api_lead')}>
      <p>
        <a href={to('/data/api')}>{t('api.all')}</a>
      </p>
      <dl className="notes-list">
        {ENDPOINTS.map(({ path, example, key }) => (
          <div key={path}>
            <dt>
              <code>GET {path}</code>
            </dt>
            <dd>
              {t(key)} <a href={link(example)}>{t('api.example')}</a>
            </dd>
          </div>
        ))}
      </dl>
      <p className="subtitle">
        {t('api.filter_names')}{' '}
        {FILTER_NAMES.map((name) => (
          <span key={name}>
            <code>{name}</code>{' '}
          </span>
        ))}
      </p>
    </Part>
  );
}
