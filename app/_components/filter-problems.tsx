/** A visible notice for every filter value that was not understood. The page shows the rest. */
import type { FilterProblem } from '../../lib/filters';
import { isMessageKey } from '../../lib/i18n/message';
import type { PageContext } from '../_shell/page-context';

/** What was written, what may stand there, and that it was left out; nothing when all was understood. */
export function FilterProblems({ context }: { context: PageContext }) {
  const { t, problems } = context;
  if (problems.length === 0) return null;
  return (
    <output className="notice">
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

function expectedText({ t }: PageContext, { parameter, value }: FilterProblem): string {
  if ((parameter === 'from' || parameter === 'to') && /^(19|20)\d\d$/.test(value)) return t('problem.order');
  const key = parameter === 'order' ? 'problem.order_value' : `problem.${parameter}`;
  return isMessageKey(key) ? t(key) : t('problem.other');
}
