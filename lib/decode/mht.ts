/**
 * Web archives (MHTML, RFC 2557) of Chromium, Word and Internet Explorer → the page inside, read as HTML. The parts are
 * cut here and not by a mail library: those turn bytes into text by the declared encoding, and Chinese pages often
 * declare a wrong one, which only the HTML reader finds out.
 */
import type { Document } from '../document';
import { DecodeError } from '../errors';
import { decodeHtml } from './html';
import { declaredCharset } from './charset';

/** Parts of one archive: a page has some hundred pictures. */
const MAX_PARTS = 5_000;
const MAX_DEPTH = 5;

type Part = {
  type: string;
  charset: string | null;
  location: string | null;
  id: string | null;
  body: Buffer;
};

/** Whether a file begins with the head lines of a MIME message that carries a page. */
export function isMht(head: string): boolean {
  const lines = /^(?:[\t ]*\r?\n)*((?:[!-9;-~]+:[^\n]*\n(?:[\t ]+[^\n]*\n)*)+)/.exec(head)?.[1] ?? '';
  return /^mime-version:/im.test(lines) && /^content-type:\s*(?:multipart\/|text\/html)/im.test(lines);
}

/**
 * The archive's page as a document. The page is the part that the message names as its root, else the first HTML part.
 * Places and issues are those of HTML, counted in the page's own text. Throws DecodeError for an archive without one.
 */
export function decodeMht(bytes: Uint8Array): Document {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { parts, start, location } = readMessage(file);
  const pages = parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  const page = pages.find(({ id }) => id !== null && id === start) ?? pages[0];
  if (!page) throw new DecodeError('a web archive without a page', 'a page of HTML', 'save the page again');
  const document = decodeHtml(page.body, declaredCharset(page.body) ?? page.charset);
  const address = [page.location, location].find((each) => each && /^https?:/i.test(each)) ?? null;
  return { ...document, format: 'mht', url: document.url ?? address };
}

function readMessage(file: Buffer): { parts: Part[]; start: string | null; location: string | null } {
  const { headers } = splitHead(file);
  const parts: Part[] = [];
  addParts(file, parts, 0);
  return {
    parts,
    start: parameterOf(headers.get('content-type') ?? '', 'start'),
    location: headers.get('snapshot-content-location') ?? headers.get('content-location') ?? null,
  };
}

/** Adds the leaves of a part: itself, or those of the parts inside it. */
function addParts(part: Buffer, parts: Part[], depth: number): void {
  const { headers, body } = splitHead(part);
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = /^[^;\s]+/.exec(contentType)?.[0].toLowerCase() ?? '';
  const boundary = parameterOf(contentType, 'boundary');
  if (type.startsWith('multipart/') && boundary !== null) {
    if (depth >= MAX_DEPTH)
      throw new DecodeError('parts nested over 5 deep', 'a web archive', 'save the page again');
    for (const inner of cutAt(body, boundary)) addParts(inner, parts, depth + 1);
    return;
  }
  if (parts.length >= MAX_PARTS)
    throw new DecodeError(`over ${MAX_PARTS} parts`, 'a web archive of one page', 'save the page again');
  parts.push({
    type,
    charset: parameterOf(contentType, 'charset'),
    location: headers.get('content-location') ?? null,
    id: headers.get('content-id') ?? null,
    body:
      type.startsWith('text/') || type.includes('xhtml')
        ? unpack(body, headers.get('content-transfer-encoding') ?? '')
        : body,
  });
}

/** Head lines by lower-case name, continued lines joined, and what follows the first empty line. */
function splitHead(part: Buffer): { headers: Map<string, string>; body: Buffer } {
  const head = part
    .subarray(0, 65_536)
    .toString('latin1')
    .replace(/^(?:[\t ]*\r?\n)+/, (blank) => '\0'.repeat(blank.length));
  const end = /\r?\n[\t ]*\r?\n/.exec(head);
  const headers = new Map<string, string>();
  const lines = head
    .slice(0, end?.index ?? 0)
    .replaceAll('\0', '')
    .replace(/\r?\n[\t ]+/g, ' ');
  for (const line of lines.split(/\r?\n/)) {
    const [, name, value = ''] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
    if (name && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim());
  }
  return { headers, body: end ? part.subarray(end.index + end[0].length) : part };
}

function parameterOf(value: string, name: string): string | null {
  const [, quoted, bare] =
    new RegExp(`[;\\s]${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value) ?? [];
  return quoted ?? bare ?? null;
}

/** The pieces between the lines of a boundary; a message cut short ends with what there is. */
function* cutAt(body: Buffer, boundary: string): Generator<Buffer> {
  const mark = `--${boundary}`;
  let from = -1;
  for (
    let at = body.indexOf(mark, 0, 'latin1');
    at >= 0;
    at = body.indexOf(mark, at + mark.length, 'latin1')
  ) {
    const isLineStart = at === 0 || body[at - 1] === 0x0a;
    const after = body[at + mark.length];
    if (
      !isLineStart ||
      !(after === undefined || after === 0x0d || after === 0x0a || after === 0x2d || after === 0x20)
    )
      continue;
    if (from >= 0) yield body.subarray(from, at);
    if (after === 0x2d) return;
    from = body.indexOf(0x0a, at) + 1;
    if (from === 0) return;
  }
  if (from >= 0) yield body.subarray(from);
}

function unpack(body: Buffer, encoding: string): Buffer {
  if (/base64/i.test(encoding)) return Buffer.from(body.toString('latin1'), 'base64');
  if (!/quoted-printable/i.test(encoding)) return body;
  const text = body
    .toString('latin1')
    .replace(/[\t ]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}
