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
import { recognisePages } from '../scan';
import { paintPdf } from './paint';
import { replaceUnmapped } from './unmapped';
import { turnUpright } from './upright';
import { within } from './within';

/** A report has some ten pages; with annexes some hundred. */
const MAX_PAGES = 200;
/** Time for one file and for one page, in milliseconds. */
const MAX_MS = 60_000;
const MAX_PAGE_MS = 15_000;

/** The PDF as a document, pages that are pictures recognised where the packages for it are there. See `readPdf`. */
export async function decodePdf(bytes: Uint8Array): Promise<Document> {
  const document = await readPdf(bytes);
  const pages = picturePages(document);
  if (pages.length === 0) return document;
  const painted = await paintPdf(bytes);
  if (!painted) return document;
  try {
    return await recognisePages(
      document,
      pages.map((page) => ({ page, raster: () => painted.raster(page) })),
    );
  } finally {
    await painted.close();
  }
}

/** The pages that an issue says are pictures. */
function picturePages({ issues }: Document): number[] {
  const pages = issues.flatMap(({ code, at }) =>
    (code === 'decode.no_text_layer' || code === 'decode.picture_table') && at?.page !== undefined
      ? [at.page]
      : [],
  );
  return [...new Set(pages)].sort((a, b) => a - b);
}

/**
 * The PDF as a document: one grid for each ruled table and page, and a paragraph for each other line. Places: page,
 * box in points, for cells also table, row and cell. Issues: `decode.no_text_layer`, `decode.picture_table`,
 * `decode.glyphs_unmapped`, `decode.truncated`. Throws DecodeError for files that are locked or cannot be opened.
 */
async function readPdf(bytes: Uint8Array): Promise<Document> {
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

/** Pages without a glyph that a picture fills; in a file without any text, all of them. */
function blankPageIssues(blank: number[], pictures: PictureMark[], isAll: boolean): Issue[] {
  const expected = isAll ? 'a PDF with text; recognise the text first' : 'a page with text';
  return blank
    .filter(
      (page) =>
        pictures.some((picture) => picture.at.page === page && !picture.isSmall) || (isAll && page === 1),
    )
    .map((page) =>
      issue('decode.no_text_layer', { page }, 'a picture of text, without characters', expected),
    );
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

function asDecodeError(error: unknown): Error {
  if (error instanceof DecodeError) return error;
  const { name, message } = error as Error;
  if (name === 'PasswordException')
    return new DecodeError('a PDF locked by a password', 'an open PDF', 'remove the password', {
      cause: error,
    });
  return new DecodeError(`a damaged PDF (${message})`, 'a PDF', 'download it again', { cause: error });
}
