/**
 * Opening a PDF with pdf.js, bounded in time and memory. The two halves of pdf.js talk over a true message channel:
 * its own stand-in for one answers within the same turn, so that an endless file would starve every timer.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { constants, inflateSync } from 'node:zlib';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DecodeError } from '../../errors';
import type { Operators } from './operators';

/** Pictures of more pixels are not unpacked: only their place matters. */
const MAX_PICTURE_PIXELS = 4096;
/** A stream unpacking to more than this, in bytes, is no page of text. */
const MAX_STREAM_BYTES = 64 * 1024 * 1024;
/** Deflate packs at most this many times. */
const DEFLATE_RATIO = 1032;

export type OpenPdf = { task: PDFDocumentLoadingTask; ops: Operators; close: () => Promise<void> };

/** Pictures of pages to be recognised have more; a page of A4 has 35 million at 600 an inch. */
const MAX_PAGE_PIXELS = 40_000_000;

/**
 * Starts loading a PDF; `close` must be called. For `pixels` pictures are unpacked and glyphs are outlines, to be painted.
 * Throws DecodeError for streams made to fill memory.
 */
export async function openPdf(bytes: Uint8Array, wanted: 'text' | 'pixels' = 'text'): Promise<OpenPdf> {
  checkStreams(bytes);
  defineUndrawn();
  const { getDocument, OPS, PDFWorker, WorkerMessageHandler } = await (modules ??= loadModules());
  const { port1, port2 } = new MessageChannel();
  WorkerMessageHandler.initializeFromPort(port2);
  const worker = PDFWorker.create({ port: port1 as unknown as Worker, verbosity: 0 });
  port1.start();
  port2.start();
  const task = getDocument({ data: new Uint8Array(bytes), worker, ...options(wanted === 'pixels') });
  return {
    task,
    ops: OPS,
    async close() {
      await task.destroy().catch(() => undefined);
      worker.destroy();
      port1.close();
      port2.close();
    },
  };
}

/**
 * What pdf.js would draw with. Without a FontFace it builds an outline of every glyph; the others it takes from
 * @napi-rs/canvas, a native package that is optional and heavy, and does not even load where there is none.
 */
function defineUndrawn(): void {
  const undrawn = { FontFace: UndrawnFont, DOMMatrix: Undrawn, ImageData: Undrawn, Path2D: Undrawn };
  for (const [name, stand] of Object.entries(undrawn))
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: stand });
}

let modules: ReturnType<typeof loadModules> | undefined;

/**
 * Both halves of pdf.js, whose word that there is no canvas is left out. Its polyfills replace functions that Node has by slower ones for the whole process, to mend
 * faults that do not matter here (a push to an array of fixed length); the native ones are put back.
 */
async function loadModules() {
  const natives: [object, string][] = [
    [Array.prototype, 'push'],
    [JSON, 'parse'],
    [JSON, 'stringify'],
    [Function.prototype, 'toString'],
  ];
  const kept = natives.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name) ?? {});
  const { warn } = console;
  console.warn = (...told: unknown[]) => {
    if (!String(told[0]).includes('@napi-rs/canvas')) warn(...told);
  };
  const [{ getDocument, OPS, PDFWorker }, { WorkerMessageHandler }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]).finally(() => {
    console.warn = warn;
  });
  natives.forEach(([owner, name], index) => Object.defineProperty(owner, name, kept[index] ?? {}));
  return { getDocument, OPS, PDFWorker, WorkerMessageHandler };
}

function options(isPainted: boolean) {
  const folder = dataFolder();
  const fonts = { add: () => undefined, delete: () => true };
  return {
    cMapUrl: join(folder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: isPainted,
    ownerDocument: { fonts } as unknown as HTMLDocument,
    maxImageSize: isPainted ? MAX_PAGE_PIXELS : MAX_PICTURE_PIXELS,
    wasmUrl: join(folder, 'wasm/'),
    stopAtErrors: false,
    verbosity: 0,
  };
}

/**
 * Where the tables of characters lie that fonts without their own need: without them text is lost in silence. A
 * server's working folder is the project's, whose code is bundled; a script may run from anywhere.
 */
function dataFolder(): string {
  const here = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules', 'pdfjs-dist');
  const folder = existsSync(join(here, 'cmaps'))
    ? here
    : dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  if (!existsSync(join(folder, 'cmaps'))) throw new Error('found no cmaps of pdfjs-dist');
  return folder;
}

class Undrawn {}

class UndrawnFont {
  loaded = Promise.resolve(this);
  load = () => this.loaded;
}

/**
 * Refuses files with a packed stream that unpacks beyond all measure, or that is packed twice, which squares the
 * ratio. Only streams that could reach the bound are unpacked, and pictures are not: pdf.js skips them by their size.
 */
function checkStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
    const head = file.toString('latin1', Math.max(0, at - 1024), at);
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1);
    if (!/\/(FlateDecode|Fl)\b/.test(dictionary)) continue;
    if (/\/Filter\s*\[[^\]]*\/(Flate|Fl\b|LZW)[^\]]*\/(Flate|Fl\b|LZW|RunLength)/.test(dictionary))
      throw new DecodeError('a PDF stream packed twice', 'a report', 'print it to a new PDF');
    if (/\/Subtype\s*\/Image/.test(dictionary)) continue;
    const end = file.indexOf('endstream', at + 6);
    const packed = file.subarray(at + 6, end < 0 ? file.length : end);
    if (packed.length * DEFLATE_RATIO > MAX_STREAM_BYTES) checkStream(packed);
  }
}

function checkStream(packed: Buffer): void {
  const start = packed[0] === 0x0d ? 2 : 1;
  try {
    inflateSync(packed.subarray(start), {
      maxOutputLength: MAX_STREAM_BYTES,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch (error) {
    // What cannot be unpacked at all is for pdf.js to judge.
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new DecodeError(
        `a PDF stream of over ${MAX_STREAM_BYTES} bytes`,
        'a report',
        'print it to a new PDF',
      );
  }
}
