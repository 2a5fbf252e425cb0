import { BASES } from '../../lib/filters';
import type { PageContext } from '../_request/page-context';
import { MixedText } from '../_components/mixed-text';
import { Part } from './part';

const STATES = ['blank', 'dash', 'unreadable', 'ambiguous', 'absent'] as const;

/** How to read a page: printed and computed, absence, small n, intervals, the break of forms, the basis. */
export function ReadingGuide({ context }: { context: PageContext }) {
  const { t } = context;
  return (
    <Part id="reading" title={t('methods.reading')}>
      <dl className="notes-list">
        {(['voices', 'small', 'interval', 'gaps', 'incomplete', 'cut', 'unexplained', 'marks'] as const).map(
          (topic) => (
            <div key={topic}>
              <dt>{t(`guide.${topic}`)}</dt>
              <dd>{t(`guide.${topic}_text`)}</dd>
            </div>
          ),
        )}
        <div>
          <dt>{t('guide.states')}</dt>
          {STATES.map((state) => (
            <dd key={state}>
              <span className="no-number">{t(`state.${state}`)}</span>{' '}
              <MixedText text={t(`guide.state_${state}`)} language={context.language} />
            </dd>
          ))}
        </div>
        <div id="basis">
          <dt>{t('filter.basis')}</dt>
          {BASES.map((basis) => (
            <dd key={basis}>
              <b>{t(`basis.${basis}`)}</b> <code>{basis}</code> {t(`guide.basis_${basis}`)}
            </dd>
          ))}
        </div>
      </dl>
    </Part>
  );
}
