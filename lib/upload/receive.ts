/** The form of an upload → what was read of it, or why nothing was. All bounds that need no reading are held here. */
import { uploadWait } from '../server/guards';
import { setting } from '../settings';
import { prometheus } from '../telemetry/prometheus';
import { currentRequest } from '../telemetry/request';
import type { RefusalReason, UploadAnswer } from './answers';
import { UPLOAD_BOUNDS, UPLOAD_FIELD } from './bounds';
import type { UploadedFile } from './outcome';
import { readUploads } from './read-uploads';

const holder = globalThis as typeof globalThis & { ogiUploadsRunning?: number };

const refused = (why: RefusalReason, status: number, retryAfter: number | null = null): UploadAnswer => ({
  kind: 'refused',
  why,
  status,
  retryAfter,
});

/**
 * Reads the files of a multipart form. Refuses what breaks a bound, more uploads at once than UPLOADS_AT_ONCE (503) and
 * more of one address than RATE_LIMIT_UPLOADS (429). Nothing of it is kept. Throws when the client leaves.
 */
export async function receiveUpload(request: Request, address: string): Promise<UploadAnswer> {
  if (setting('UPLOADS') === '0') return refused('off', 404);
  const wait = uploadWait(address);
  if (wait > 0) return refused('often', 429, wait);
  const length = request.headers.get('content-length');
  // What comes in pieces of unknown length would be cut off by Next without a word.
  if (length === null) return refused('broken', 411);
  if (Number(length) > UPLOAD_BOUNDS.formBytes) return refused('too_large', 413);
  const running = holder.ogiUploadsRunning ?? 0;
  if (running >= setting('UPLOADS_AT_ONCE')) {
    prometheus().requestsRefused.inc({ reason: 'busy' });
    return refused('busy', 503, setting('UPLOAD_SECONDS'));
  }
  holder.ogiUploadsRunning = running + 1;
  try {
    const files = await filesOf(request);
    if (!files) return refused('broken', 400);
    if (files.length === 0) return refused('none', 400);
    if (files.length > UPLOAD_BOUNDS.files) return refused('too_many', 413);
    const signal = currentRequest()?.signal ?? new AbortController().signal;
    return { kind: 'read', outcomes: await readUploads(files, signal) };
  } finally {
    holder.ogiUploadsRunning -= 1;
  }
}

/** The files of the form; null when it cannot be read as one. A field without a file comes as an empty nameless one. */
async function filesOf(request: Request): Promise<UploadedFile[] | null> {
  const form = await request.formData().catch(() => null);
  if (!form) return null;
  const found = form.getAll(UPLOAD_FIELD).filter((each) => typeof each !== 'string');
  const files = found.filter((file) => file.size > 0 || file.name !== '');
  return Promise.all(
    files.map(async (file) => ({
      name: bareName(file.name),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

/** The last part of what the client calls the file, without control characters. */
function bareName(name: string): string {
  const last = name.split(/[\\/]/u).at(-1) ?? '';
  const shown = [...last.replaceAll(/\p{C}/gu, '')].slice(-UPLOAD_BOUNDS.nameLength).join('');
  return shown === '' ? '–' : shown;
}
