/** What came of an upload: the files that gave nothing, each in a line, and the reports. */
import type { ReadOutcome } from '../../lib/upload/outcome';
import { Rich } from '../_components/rich';
import type { PageContext } from '../_request/page-context';
import { UploadedReport } from './uploaded-report';
import { boundWords } from './upload-form';

type Props = { context: PageContext; outcomes: readonly ReadOutcome[] };

/** The reports fold like one accordion, the first one open: each is a page by itself. */
export function UploadResult({ context, outcomes }: Props) {
  const { t } = context;
  const reports = outcomes.filter((outcome) => outcome.kind === 'record');
  const rejects = outcomes.filter((outcome) => outcome.kind === 'reject');
  return (
    <section className="upload-result" aria-labelledby="upload-result">
      <h2 id="upload-result">{t('upload.result')}</h2>
      <p className="count">
        <Rich
          parts={t.rich(
            'upload.count',
            { reports: reports.length, rejects: rejects.length },
            { b: (text) => <b key={text}>{text}</b> },
          )}
        />
      </p>
      {rejects.length > 0 && (
        <>
          <h3>{t('upload.not_read')}</h3>
          <ul className="rejects">
            {rejects.map((reject, index) => (
              <RejectLine key={`${index + 1}`} context={context} reject={reject} />
            ))}
          </ul>
        </>
      )}
      {reports.map((report, index) => (
        <UploadedReport key={`${index + 1}`} context={context} report={report} number={index + 1} />
      ))}
    </section>
  );
}

type Reject = ReadOutcome & { kind: 'reject' };

/** `name：why. What the reader said.` */
function RejectLine({ context: { t }, reject }: { context: PageContext; reject: Reject }) {
  return (
    <li>
      <code>{reject.name}</code>
      {t('list.colon')}
      {t(`upload.why.${reject.why}`, boundWords())}
      {reject.detail !== null && (
        <span className="muted">
          {' '}
          {t('upload.found')}
          <code lang="en">{reject.detail}</code>
        </span>
      )}
    </li>
  );
}
