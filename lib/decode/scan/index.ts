/**
 * Pictures of pages → the blocks of a document. Each ruled cell is recognised by itself, text outside tables line by line.
 * The packages for it are optional: without them pictures stay unread, and the message says how to get them.
 */
import type { Block, Document, RecognisedText } from '../../document';
import { issue, type Issue } from '../../issue';
import type { Raster } from './raster';
import { loadRecogniser, type Recogniser } from './recogniser';
import { readPage } from './page';

/** What to do where the packages are missing. */
export const INSTALL =
  'give the report as text, Word or a PDF with text, or install the optional packages that read pictures: npm install --include=optional';

/** Pages recognised in one document, and the time for all of them, in milliseconds. */
const MAX_PAGES = 60;
const MAX_MS = 10 * 60_000;

/** A page that is a picture: its number from 1, and how its pixels are had. */
export type PicturePage = { page: number; raster: () => Promise<Raster> };

/**
 * The document with these pages read from their pictures; what it had of them is replaced. The document as it is where
 * the packages are missing. Issues: `decode.recognised` for each page read, `decode.truncated` for pages beyond the bounds.
 */
export async function recognisePages(document: Document, pages: readonly PicturePage[]): Promise<Document> {
  const recogniser = await loadRecogniser();
  if (!recogniser || pages.length === 0) return document;
  const read = new Map<number, Block[]>();
  const recognised: RecognisedText[] = [];
  const issues: Issue[] = [];
  const end = performance.now() + MAX_MS;
  for (const each of pages) {
    const { page } = each;
    if (read.size >= MAX_PAGES || performance.now() > end) {
      issues.push(
        issue(
          'decode.truncated',
          { page },
          `${pages.length} pictures of pages`,
          `at most ${MAX_PAGES} of them`,
        ),
      );
      break;
    }
    const found = await readPicture(each, recogniser);
    if (found instanceof Error) {
      issues.push(
        issue('decode.truncated', { page }, `page ${page}: ${found.message}`, 'a picture of a page'),
      );
      continue;
    }
    if (found.recognised.length === 0) continue;
    read.set(page, found.blocks);
    recognised.push(...found.recognised);
    const lines = `${found.recognised.length} lines recognised in a picture`;
    issues.push(issue('decode.recognised', { page }, lines, 'a page with characters'));
  }
  const isRead = (at: { page?: number | undefined } | null) => at?.page !== undefined && read.has(at.page);
  const rest = document.blocks.filter((block) => !isRead(block.at));
  return {
    ...document,
    blocks: numberTables(inOrder(rest, read)),
    issues: [
      ...document.issues.filter((each) => !(PICTURE_ISSUES.has(each.code) && isRead(each.at))),
      ...issues,
    ],
    recognised,
  };
}

/** Issues of pages that were pictures and are read now. */
const PICTURE_ISSUES: ReadonlySet<string> = new Set([
  'decode.no_text_layer',
  'decode.picture_table',
  'decode.glyphs_unmapped',
]);

async function readPicture({ page, raster }: PicturePage, recogniser: Recogniser) {
  try {
    return await readPage(await raster(), page, recogniser);
  } catch (error) {
    return error as Error;
  }
}

function inOrder(rest: readonly Block[], read: ReadonlyMap<number, Block[]>): Block[] {
  const blocks = [...rest, ...[...read.values()].flat()];
  return blocks
    .map((block, index) => ({ block, index }))
    .sort((a, b) => (a.block.at.page ?? 0) - (b.block.at.page ?? 0) || a.index - b.index)
    .map(({ block }) => block);
}

/** Tables numbered through the whole document, as their places say. */
function numberTables(blocks: readonly Block[]): Block[] {
  let table = 0;
  return blocks.map((block) => {
    if (block.kind !== 'grid') return block;
    table++;
    const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, at: { ...cell.at, table } })));
    return { ...block, rows, at: { ...block.at, table } };
  });
}
