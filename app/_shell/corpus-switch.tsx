/** Which corpus is shown: both names always readable, the current one inverted. */
import { CORPORA } from '../../lib/filters';
import { address, pickParameters } from '../_request/parameters';
import type { PageContext } from '../_request/page-context';

/** Filters that mean the same in both corpora. */
const SHARED = ['lang', 'from', 'to', 'region', 'level', 'body', 'applicant', 'basis'];

/** Links to the same page of the other corpus; from one report to the list, as its report is not in the other. */
export function CorpusSwitch({ context: { t, path, parameters, filters } }: { context: PageContext }) {
  const target = path.startsWith('/reports/') ? '/reports' : path;
  const kept = pickParameters(parameters, SHARED);
  return (
    <nav className="segmented" aria-label={t('corpus.label')}>
      {CORPORA.map((corpus) => (
        <a
          key={corpus}
          href={
            corpus === filters.corpus
              ? address(path, parameters)
              : address(target, kept, { corpus: corpus === 'reports' ? null : corpus })
          }
          aria-current={corpus === filters.corpus ? 'true' : undefined}
        >
          {t(`corpus.${corpus}`)}
        </a>
      ))}
    </nav>
  );
}
