/** The form: a plain multipart POST to this page. With a script, files can be dropped on it. */
import { READ_ENDINGS } from '../../lib/decode/kinds';
import { setting } from '../../lib/settings';
import { UPLOAD_BOUNDS, UPLOAD_FIELD, UPLOAD_PATH } from '../../lib/upload/bounds';
import type { PageContext } from '../_request/page-context';
import { UploadDrop } from './upload-drop';

/** What the file dialog offers first; the server goes by content. */
const ENDINGS = READ_ENDINGS.map((ending) => `.${ending}`).join(',');

/** The bounds as values of messages. */
export const boundWords = () => ({
  files: UPLOAD_BOUNDS.files,
  reports: UPLOAD_BOUNDS.reports,
  fileMb: UPLOAD_BOUNDS.fileBytes / 1024 / 1024,
  formMb: UPLOAD_BOUNDS.formBytes / 1024 / 1024,
  seconds: setting('UPLOAD_SECONDS'),
});

/** Files, bounds and button; the corpus and the language of the page stay in its address. */
export function UploadForm({ context }: { context: PageContext }) {
  const { t, to } = context;
  const words = boundWords();
  return (
    <form className="upload" method="post" encType="multipart/form-data" action={to(UPLOAD_PATH)} id="upload">
      <div className="field">
        <label htmlFor="f-files">{t('upload.files')}</label>
        <input
          id="f-files"
          name={UPLOAD_FIELD}
          type="file"
          multiple
          accept={ENDINGS}
          aria-describedby="upload-bounds"
        />
      </div>
      <button className="button">{t('upload.send')}</button>
      <UploadDrop
        form="upload"
        words={{
          drop: t('upload.drop'),
          chosen: t('upload.chosen', { count: '{count}', megabytes: '{megabytes}' }),
          reading: t('upload.reading'),
          tooMany: t('upload.refused.too_many', words),
          tooLarge: t('upload.refused.too_large', words),
        }}
        bounds={UPLOAD_BOUNDS}
      />
      <p className="subtitle" id="upload-bounds">
        {t('upload.kinds')} {t('upload.bounds', words)}
      </p>
    </form>
  );
}
