/**
 * A document as identification reads it: its lines, which of them stand before the report (title, source, date),
 * in the report, and behind it (footer). Lists of other places, such as a page's links, are marked and not believed.
 */
import type { Block, Document } from '../document';
import type { Place } from '../place';
import { normalizeLine } from './text';

export type Line = {
  text: string;
  at: Place;
  part: 'head' | 'body' | 'foot';
  /** A cell of a table, not running text. */
  cell: boolean;
};

const FIRST_CHAPTER =
  /^(?:第?[一1](?:部分|章|[、.．,，:：]|\s)|[(（]?一[)）]?[、.．]?)?\s*(?:政府信息公开(?:工作)?)?(?:总体|基本|概述|概况)/;
const LAST_CHAPTER = /^[(（]?[五六七八][)）]?[、.．,，\s].{0,10}(?:其他|其它|需要|存在|问题|附)/;
/** How many lines behind the last chapter's heading may still belong to it. */
const LAST_CHAPTER_LINES = 30;
const LONG_LINE = 4000;

/** The lines of a document that are not blank, in order, each with its part. No lines where there is no document. */
export function documentLines(document: Document | null): Line[] {
  if (!document) return [];
  const lines: Line[] = [];
  for (const block of document.blocks) pushBlock(lines, block);
  const first = lines.findIndex(
    (line) => !line.cell && FIRST_CHAPTER.test(line.text) && line.text.length <= 30,
  );
  let last = -1;
  lines.forEach((line, i) => {
    if (line.text.length <= 40 && LAST_CHAPTER.test(line.text)) last = i;
  });
  lines.forEach((line, i) => {
    if (first >= 0 && i < first) line.part = 'head';
    else if (last >= 0 && i > last + LAST_CHAPTER_LINES) line.part = 'foot';
    else if (last >= 0 && i > last && line.text.length < 200 && isFooter(line.text)) line.part = 'foot';
  });
  if (first < 0) for (const line of lines.slice(0, 12)) line.part = 'head';
  return lines;
}

/** True for a line such as a site's footer: record numbers, host, address, telephone. */
function isFooter(text: string): boolean {
  return /备案|ICP|公网安备|网站标识码|网站标识|主办|承办|版权所有|技术支持|邮政编码|邮编|联系电话|网站地图/.test(
    text,
  );
}

function pushBlock(lines: Line[], block: Block): void {
  if (block.kind === 'paragraph') return pushText(lines, block.text, block.at, false);
  for (const row of block.rows) for (const cell of row) pushText(lines, cell.text, cell.at, true);
}

function pushText(lines: Line[], raw: string, at: Place, cell: boolean): void {
  for (const piece of raw.includes('\n') ? raw.split('\n') : [raw]) {
    if (cell ? piece.length < 4 : !/\S/.test(piece)) continue;
    const text = normalizeLine(piece.length > LONG_LINE ? piece.slice(0, LONG_LINE) : piece);
    if (text) lines.push({ text, at, part: 'body', cell });
  }
}
