/**
 * PDF → Document, by position: pdf.js gives what each page draws, ruling lines make the cells. Scanned pages have no
 * text and are an issue; locked, broken or endless files are a DecodeError, or cut with an issue.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Block, Document } from '../../document';
import { DecodeError } from '../../errors';
import { issue, type Issue } from '../../issue';
import type { Matrix } from './matrix';
import { openPdf } from './pdfjs';
import { layOutPage } from './layout';
import { type Operators, type PageDrawing, type PdfFont, readOperators } from './operators';
import { dropOverprints, isInk } from './text';
import { findPictureTables, type PictureMark } from '../picture';
import { replaceUnmapped } from './unmapped';
import { turnUpright } from './upright';

/** A report has some ten pages; with annexes some hundred. */
const MAX_PAGES = 200;
/** Time for one file and for one page, in milliseconds. */
const MAX_MS = 60_000;
const MAX_PAGE_MS = 15_000;

/**
 * The PDF as a document: one grid for each ruled table and page, and a paragraph for each other line. Places: page,
 * box in points, for cells also table, row and cell. Issues: `decode.no_text_layer`, `decode.picture_table`,
 * `decode.glyphs_unmapped`, `decode.truncated`. Throws DecodeError for files that are locked or cannot be opened.
 */
export async function decodePdf(bytes: Uint8Array): Promise<Document> {
  const { task, ops, close } = await openPdf(bytes);
  const deadline = performance.now() + MAX_MS;
  try {
    const pdf = await within(task.promise, deadline);
    const document = await readPages(pdf, ops, deadline);
    const info = await within(pdf.getMetadata(), deadline).catch(() => null);
    const { Title: title } = (info?.info ?? {}) as { Title?: unknown };
    return { ...document, title: typeof title === 'string' && title.trim() !== '' ? title.trim() : null };
  } catch (error) {
    throw asDecodeError(error);
  } finally {
    await close();
  }
}

async function readPages(pdf: PDFDocumentProxy, ops: Operators, deadline: number): Promise<Document> {
  const blocks: Block[] = [];
  const issues: Issue[] = [];
  const pictures: PictureMark[] = [];
  const blank: number[] = [];
  let tables = 0;
  const last = Math.min(pdf.numPages, MAX_PAGES);
  for (let number = 1; number <= last; number++) {
    const pageDeadline = Math.min(deadline, performance.now() + MAX_PAGE_MS);
    const drawing = await drawPage(pdf, ops, number, pageDeadline).catch((error: unknown) => error as Error);
    if (drawing instanceof Error) {
      const isLate = performance.now() > pageDeadline;
      issues.push(
        issue('decode.truncated', { page: number }, `page ${number}: ${drawing.message}`, 'a whole file'),
      );
      if (isLate) break;
      continue;
    }
    const unmapped = replaceUnmapped(drawing.glyphs);
    if (unmapped > 0)
      issues.push(
        issue(
          'decode.glyphs_unmapped',
          { page: number },
          `${unmapped} glyphs without a character`,
          'a text layer',
        ),
      );
    if (drawing.glyphs.filter(isInk).length === 0) blank.push(number);
    const before = blocks.length;
    const laidOut = layOutPage(drawing, number, tables);
    for (const { y, height } of drawing.pictures) {
      const above = laidOut.filter((block) => (block.at.box?.[1] ?? 0) < y).length;
      pictures.push({ before: before + above, at: { page: number }, isSmall: height < 60 });
    }
    blocks.push(...laidOut);
    tables += laidOut.filter((block) => block.kind === 'grid').length;
  }
  if (pdf.numPages > last)
    issues.push(issue('decode.truncated', null, `${pdf.numPages} pages`, `at most ${MAX_PAGES} pages`));
  issues.push(
    ...blankPageIssues(blank, pictures, blocks.length === 0),
    ...findPictureTables(blocks, pictures),
  );
  return { format: 'pdf', encoding: null, title: null, meta: {}, url: null, blocks, issues };
}

/** Pages without a glyph: all of them is a scan; single ones only where a picture fills them. */
function blankPageIssues(blank: number[], pictures: PictureMark[], isAll: boolean): Issue[] {
  const actual = 'a picture of text, without characters';
  if (isAll)
    return [issue('decode.no_text_layer', { page: 1 }, actual, 'a PDF with text; recognise the text first')];
  return blank
    .filter((page) => pictures.some((picture) => picture.at.page === page && !picture.isSmall))
    .map((page) => issue('decode.no_text_layer', { page }, actual, 'a page with text'));
}

async function drawPage(
  pdf: PDFDocumentProxy,
  ops: Operators,
  number: number,
  deadline: number,
): Promise<PageDrawing> {
  const page: PDFPageProxy = await within(pdf.getPage(number), deadline);
  const list = await within(page.getOperatorList(), deadline);
  const viewport = page.getViewport({ scale: 1 });
  const drawing = readOperators(list, ops, viewport.transform as Matrix, (name) => {
    try {
      return page.commonObjs.get(name) as PdfFont;
    } catch {
      return null;
    }
  });
  page.cleanup();
  return turnUpright(
    { ...drawing, glyphs: dropOverprints(drawing.glyphs, viewport.width, viewport.height) },
    viewport,
  );
}

async function within<T>(work: Promise<T>, deadline: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const left = Math.max(0, deadline - performance.now());
    timer = setTimeout(() => reject(new Error('it takes too long to read')), left);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function asDecodeError(error: unknown): Error {
  if (error instanceof DecodeError) return error;
  const { name, message } = error as Error;
  if (name === 'PasswordException')
    return new DecodeError('a PDF locked by a password', 'an open PDF', 'remove the password', {
      cause: error,
    });
  return new DecodeError(`a damaged PDF (${message})`, 'a PDF', 'download it again', { cause: error });
}
