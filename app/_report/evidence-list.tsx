/** How agency, region, year and scope were told: each piece of evidence with its words and place. */
import { isMessageKey } from '../../lib/i18n/message';
import type { Evidence, ReportRecord } from '../../lib/record';
import { MixedText } from '../_components/mixed-text';
import type { PageContext } from '../_request/page-context';
import { placeWords } from './cell/place-words';

/** Evidence in a closed `details` per question, so that the column stays short. */
export function EvidenceList({ context, record }: { context: PageContext; record: ReportRecord }) {
  const { t } = context;
  const questions = [
    { name: t('evidence.region'), answers: record.region.evidence },
    { name: t('evidence.year'), answers: record.year_evidence },
    { name: t('evidence.scope'), answers: record.agency.scope_evidence },
  ].filter((each) => each.answers.length > 0);
  if (questions.length === 0) return null;
  return (
    <section>
      <h2>{t('evidence.title')}</h2>
      {questions.map(({ name, answers }) => (
        <details key={name} className="evidence">
          <summary>
            {name} <span className="muted">{t('evidence.count', { count: answers.length })}</span>
          </summary>
          <ul>
            {answers.map((each, index) => (
              <EvidenceItem key={`${each.kind}${index}`} context={context} evidence={each} />
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function EvidenceItem({ context, evidence }: { context: PageContext; evidence: Evidence }) {
  const { t } = context;
  const key = `evidence.kind.${evidence.kind}`;
  const scope = `scope.${evidence.says}`;
  return (
    <li>
      {isMessageKey(key) ? t(key) : evidence.kind}
      {t('list.colon')}
      <MixedText text={isMessageKey(scope) ? t(scope) : evidence.says} language={context.language} />
      {evidence.text && (
        <span className="printed quote" lang="zh-CN">
          {evidence.text}
        </span>
      )}
      {evidence.at && <span className="muted">{placeWords(context, evidence.at)}</span>}
    </li>
  );
}
