/** A visible notice for every filter value that was not understood. The page shows the rest. */
import { type FilterProblem, ONCE } from '../../lib/filters';
import { FORM_VERSIONS } from '../../lib/form';
import { isMessageKey } from '../../lib/i18n/message';
import { corpusOf } from '../../lib/query';
import { regionNames } from '../../lib/query/files/file-name';
import type { PageContext } from '../_request/page-context';
import { MixedText } from './mixed-text';

/**
 * What was written, what may stand there, and that it was left out; and the region that a new choice of a wider one
 * dropped. Nothing when all was understood.
 */
export async function FilterProblems({ context }: { context: PageContext }) {
  const { t, problems, dropped, filters, language } = context;
  if (problems.length === 0 && dropped === null) return null;
  const [what] = dropped === null ? [] : await regionNames(corpusOf(filters.corpus), [dropped]);
  return (
    <output className="notice">
      {what !== undefined && (
        <span data-dropped>
          <MixedText text={t('filter.dropped', { what })} language={language} />
        </span>
      )}
      {problems.map((problem) => (
        <span key={`${problem.parameter}=${problem.value}`}>
          {t('problem.text', {
            parameter: problem.parameter,
            value: problem.value.slice(0, 80),
            expected: expectedText(context, problem),
          })}
        </span>
      ))}
    </output>
  );
}

function expectedText({ t }: PageContext, { parameter, value, expected }: FilterProblem): string {
  if (expected === ONCE) return t('problem.once');
  if ((parameter === 'from' || parameter === 'to') && /^(19|20)\d\d$/.test(value)) return t('problem.order');
  const key = parameter === 'order' ? 'problem.order_value' : `problem.${parameter}`;
  return isMessageKey(key) ? t(key, { forms: FORM_VERSIONS.join(t('list.or')) }) : t('problem.other');
}
