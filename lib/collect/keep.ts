/**
 * Downloads as files: the bytes under a name made from their address, and beside them a note (`.meta.json`) of where and
 * when they were got. The note is written last, so bytes without a note are half a download and are got again.
 */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Visit } from './crawler';

const metaSchema = z.object({
  /** The address that was asked for, and the one that answered after redirects. */
  asked: z.string(),
  url: z.string(),
  redirects: z.array(z.string()),
  /** The page that links to it; null for an address of the list. */
  linked_from: z.string().nullable(),
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  fetched_at: z.iso.datetime(),
  /** When the server last said that it has not changed. */
  checked_at: z.iso.datetime(),
  sha256: z.string(),
  bytes: z.int(),
});

/** The note beside a download. */
export type Meta = z.infer<typeof metaSchema>;
/** A download that is there: its file and its note. */
export type Kept = { file: string; meta: Meta };

/** Path of a download: host, then the last part of the address and a hash of the whole of it. */
export function downloadFile(folder: string, url: URL): string {
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? 'index';
  const name = decoded(last)
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^\.+/, '');
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= 6 ? name.slice(dot) : '';
  const stem = (extension ? name.slice(0, dot) : name).slice(0, 40);
  const hash = createHash('sha256').update(url.href).digest('hex').slice(0, 12);
  return join(folder, url.host.replace(/[^\w.-]/g, '_'), `${stem}~${hash}${extension}`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The whole download of an address, or null where there is none. */
export async function readKept(folder: string, url: URL): Promise<Kept | null> {
  const file = downloadFile(folder, url);
  try {
    const meta = metaSchema.parse(JSON.parse(await readFile(`${file}.meta.json`, 'utf8')));
    const { size } = await stat(file);
    return meta.asked === url.href && size === meta.bytes ? { file, meta } : null;
  } catch {
    return null;
  }
}

/** Keeps what a visit brought; `linkedFrom` is the page that led there. */
export async function keepVisit(
  folder: string,
  asked: URL,
  linkedFrom: string | null,
  visit: Visit,
): Promise<Kept> {
  const file = downloadFile(folder, asked);
  const now = new Date().toISOString();
  const meta: Meta = {
    asked: asked.href,
    url: visit.url,
    redirects: visit.redirects,
    linked_from: linkedFrom,
    status: visit.status,
    headers: visit.headers,
    fetched_at: now,
    checked_at: now,
    sha256: createHash('sha256').update(visit.body).digest('hex'),
    bytes: visit.body.length,
  };
  await mkdir(dirname(file), { recursive: true });
  await writeWhole(file, visit.body);
  await writeNote({ file, meta });
  return { file, meta };
}

/** Notes that a download was found unchanged. */
export async function keepUnchanged({ file, meta }: Kept): Promise<Kept> {
  const kept = { file, meta: { ...meta, checked_at: new Date().toISOString() } };
  await writeNote(kept);
  return kept;
}

const writeNote = ({ file, meta }: Kept): Promise<void> =>
  writeWhole(`${file}.meta.json`, `${JSON.stringify(meta, null, 1)}\n`);

async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(`${file}.part`, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
}
