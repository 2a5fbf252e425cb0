/** Says that a page or a report is not there, and where to go on. Ordinary content, so that it stands in the HTML. */
import type { PageContext } from '../_request/page-context';
import { PageShell } from './page-shell';

/** `report`, `agency`: none has this id in this corpus; `page`: no page has this address. */
export function MissingPage({ context, what }: { context: PageContext; what: 'report' | 'agency' | 'page' }) {
  const { t, to, filters } = context;
  const other = filters.corpus === 'demo' ? 'reports' : 'demo';
  return (
    <PageShell context={context} corpusVersion={null}>
      <div className="wrap head">
        <h1>{t('missing.title')}</h1>
        <p>{t(`missing.${what}`)}</p>
        <ul className="ways">
          <li>
            <a href={to(what === 'agency' ? '/agencies' : '/reports')}>
              {t(what === 'agency' ? 'missing.to_agencies' : 'missing.to_reports')}
            </a>
          </li>
          {what !== 'page' && (
            <li>
              <a href={context.here({ corpus: other === 'reports' ? null : other })}>
                {t('missing.other_corpus', { corpus: t(`corpus.${other}`) })}
              </a>
            </li>
          )}
          <li>
            <a href={to('/')}>{t('missing.to_overview')}</a>
          </li>
        </ul>
      </div>
    </PageShell>
  );
}
