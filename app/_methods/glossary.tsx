import { ScrollRegion } from '../_components/scroll-region';
import {
  DISCLOSURE_COLUMNS,
  DISCLOSURE_ROWS,
  PROCEEDING_COLUMNS,
  PROCEEDING_ROWS,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
} from '../../lib/form';
import type { PageContext } from '../_request/page-context';
import { Part } from './part';

type Term = { id: string; zh: string; en: string };

const TABLES: { name: 'table.requests' | 'table.proceedings' | 'table.disclosure'; terms: Term[] }[] = [
  {
    name: 'table.requests',
    terms: [...REQUEST_ROWS, ...REQUEST_COLUMNS].map(({ id, zh, en }) => ({ id, zh, en })),
  },
  {
    name: 'table.proceedings',
    terms: [...PROCEEDING_ROWS, ...PROCEEDING_COLUMNS].map(({ id, zh, en }) => ({ id, zh, en })),
  },
  {
    name: 'table.disclosure',
    terms: [
      ...DISCLOSURE_ROWS.map(({ id, zh, en }) => ({ id, zh, en })),
      ...Object.entries(DISCLOSURE_COLUMNS).map(([id, { zh, en }]) => ({ id, zh, en })),
    ],
  },
];

/** Every term of the form: official Chinese, our English, the id in JSON, SQL, URL and CSV. */
export function Glossary({ context }: { context: PageContext }) {
  const { t } = context;
  return (
    <Part id="glossary" title={t('methods.glossary')} lead={t('methods.glossary_lead')}>
      {TABLES.map(({ name, terms }) => (
        <details key={name} className="evidence">
          <summary>
            {t(name)} <span className="muted">{t('methods.terms', { count: terms.length })}</span>
          </summary>
          <ScrollRegion name={t(name)}>
            <table className="data-table">
              <thead>
                <tr>
                  <th scope="col">{t('methods.chinese')}</th>
                  <th scope="col">{t('methods.english')}</th>
                  <th scope="col">{t('methods.id')}</th>
                </tr>
              </thead>
              <tbody>
                {terms.map((term) => (
                  <tr key={term.id}>
                    <th scope="row" lang="zh-CN" className="printed">
                      {term.zh}
                    </th>
                    <td lang="en">{term.en}</td>
                    <td>
                      <code>{term.id}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </details>
      ))}
    </Part>
  );
}
