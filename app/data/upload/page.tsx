import type { Metadata } from 'next';
import { setting } from '../../../lib/settings';
import { keptAnswer, type UploadAnswer } from '../../../lib/upload/answers';
import { UPLOAD_PATH } from '../../../lib/upload/bounds';
import { Rich } from '../../_components/rich';
import { type PageContext, readPageContext } from '../../_request/page-context';
import { PageShell } from '../../_shell/page-shell';
import { pageTitle } from '../../_shell/page-title';
import type { SearchParams } from '../../_request/parameters';
import { boundWords, UploadForm } from '../../_upload/upload-form';
import { UploadResult } from '../../_upload/upload-result';

type Props = { searchParams: SearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const context = await readPageContext(UPLOAD_PATH, searchParams);
  return { ...pageTitle(context, 'upload.title'), robots: { index: false } };
}

/** What does it read out of my own files? The answer to a form is this page too, and kept nowhere. */
export default async function UploadPage({ searchParams }: Props) {
  const context = await readPageContext(UPLOAD_PATH, searchParams);
  const { t } = context;
  const answer = keptAnswer();
  return (
    <PageShell context={context} corpusVersion={null}>
      <div className="wrap head">
        <h1>{t('upload.title')}</h1>
        <p>{t('upload.lead')}</p>
      </div>
      <div className="wrap">
        {answer?.kind === 'refused' && <Refusal context={context} answer={answer} />}
        {setting('UPLOADS') === '1' ? <UploadForm context={context} /> : <SwitchedOff context={context} />}
        {answer?.kind === 'read' && <UploadResult context={context} outcomes={answer.outcomes} />}
      </div>
    </PageShell>
  );
}

function Refusal({
  context: { t },
  answer,
}: {
  context: PageContext;
  answer: UploadAnswer & { kind: 'refused' };
}) {
  return (
    <output className="notice">
      {t(`upload.refused.${answer.why}`, { ...boundWords(), wait: answer.retryAfter ?? 0 })}
    </output>
  );
}

function SwitchedOff({ context: { t } }: { context: PageContext }) {
  const how = t.rich('upload.off_how', {}, { c: (text) => <code key={text}>{text}</code> });
  return (
    <p className="upload-off">
      {t('upload.off')} <Rich parts={how} />
    </p>
  );
}
