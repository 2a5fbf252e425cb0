/** Where a line or cell says it stands. The marked text of each page is found by counting, not by the code under test. */
import { describe, expect, test } from 'vitest';
import { indexLines } from '../../lib/decode/html/line-index';
import type { Place } from '../../lib/place';
import { readPage } from './html-page';

/** A page with `⟦` where something should stand; the page without it, and that place as an editor shows it. */
function marked(page: string): { html: string; at: Place } {
  const offset = page.indexOf('⟦');
  const before = page.slice(0, offset).split(/\r\n|\r|\n/);
  return {
    html: page.replace('⟦', ''),
    at: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset },
  };
}

const lineAt = (html: string, text: string): Place | undefined =>
  readPage(html).blocks.find((block) => block.kind === 'paragraph' && block.text === text)?.at;
const cellAt = (html: string, text: string): Place | undefined =>
  readPage(html)
    .blocks.flatMap((block) => (block.kind === 'grid' ? block.rows.flat() : []))
    .find((cell) => cell.text === text)?.at;

describe('a line stands', () => {
  test.each([
    ['where its first character stands', '<p>前</p>\n<p>⟦后文'],
    ['behind the blanks before it', '<p>前</p>\n<p>\n  \t⟦后文</p>'],
    ['in an inline element', '<div>前<br><b>  <i>⟦后</i>文</b></div>'],
    ['after a line end of CR LF', '<p>前</p>\r\n\r\n<p>⟦后文</p>\r\n'],
    ['after a line end of CR', '<p>前</p>\r\r<p>⟦后文</p>'],
    ['at the same words the second time', '<p>后文啊</p><p>⟦后文</p><p>后文哦</p>'],
    ['behind a hidden piece', '<p><b hidden>后文</b>⟦后文</p>'],
    ['behind a comment', '<p><!-- 后文 -->⟦后文</p>'],
    ['in the text before a table, where a row let it go', '<table>⟦后文<tr><td>规章<td>1</table>'],
    ['behind blanks of a row', '<table> <tr> ⟦后文<td>规章<td>1</table>'],
    ['at the second line of preformatted text', '<pre>前\n⟦后文\n</pre>'],
    ['at the second line of preformatted text with CR LF', '<pre>前\r\n⟦后文</pre>'],
    [
      'at the fourth line of preformatted text with CR LF, behind its blanks',
      '<pre>\r\n前\r\n\r\n  ⟦后文\r\n</pre>',
    ],
    ['at the third line of text with tables in HTML', '前\n\n⟦后文\n<table><tr><td>规章<td>1</table>'],
  ])('%s', (_, page) => {
    const { html, at } = marked(page);
    expect(lineAt(html, '后文')).toEqual(at);
  });

  test('at its break or its tag where it is empty', () => {
    const br = marked('<div>前<br>⟦<br>后</div>');
    expect(lineAt(br.html, '')).toEqual(br.at);
    const p = marked('<p>前</p>\n ⟦<p class=x></p><p>后</p>');
    expect(lineAt(p.html, '')).toEqual(p.at);
    const td = marked(`<table><tr><td>${'文'.repeat(601)}</td>\n⟦<td></td></tr></table>`);
    expect(lineAt(td.html, '')).toEqual(td.at);
  });

  test('near a character reference that it begins with, on its line', () => {
    const html = '<p>前</p>\n<p>&#21518;&#25991;</p>\n<p>后</p>';
    const at = lineAt(html, '后文');
    expect(at?.line).toBe(2);
    // Anywhere from its first character to the end of the tag that ends it.
    expect(at?.offset).toBeGreaterThanOrEqual(html.indexOf('&#21518;'));
    expect(at?.offset).toBeLessThanOrEqual(html.indexOf('\n<p>后'));
    expect(lineAt('<p>前</p>\n<p>&nbsp;后文</p>', '\u00a0后文')).toEqual({ line: 2, column: 10, offset: 18 });
  });

  test.each([
    ['[2]', '<p>前</p><p>\n ⟦<sup class=x>2</sup></p>'],
    ['7', '<p>前</p><p>\n ⟦<input type=text value=7></p>'],
  ])('at the tag of raised text or of a form field that it begins with: %s', (text, page) => {
    const { html, at } = marked(page);
    expect(lineAt(html, text)).toEqual(at);
  });
});

describe('a cell stands', () => {
  test.each([
    ['at its tag', '<table>\n<tr><td>规章</td>\n  ⟦<td>1</td></tr></table>'],
    [
      'at its tag with attributes, in capitals',
      '<TABLE>\n<TR><TD>规章</TD>\n  ⟦<TD width="20" title="a b">1</TD></TR></TABLE>',
    ],
    ['at a head’s tag', '<table><tr><td>规章</td>⟦<th>1</th></tr></table>'],
    ['at the tag behind a cell without an end', '<table><tr><td>规章⟦<td>1'],
    ['after CR LF', '<table>\r\n<tr>\r\n<td>规章\r\n ⟦<td>1</table>'],
  ])('%s', (_, page) => {
    const { html, at } = marked(page);
    expect(cellAt(html, '1')).toEqual({ ...at, table: 1, row: 1, cell: 2 });
  });

  test('in the table, row and cell that are counted from 1, rows without cells too', () => {
    const html =
      '<table><tr><td>甲<td>乙</table><table><thead><tr><td>丙<td>丁<tbody><tr><tr><td>戊<td>9</table>';
    expect(cellAt(html, '乙')).toMatchObject({ table: 1, row: 1, cell: 2 });
    expect(cellAt(html, '9')).toMatchObject({ table: 2, row: 3, cell: 2 });
  });

  test('nowhere in the text where the parser implied it, and its table at the tag', () => {
    const { html, at } = marked('<p>前</p>\n⟦<table><tr><td>规章<td>1</table>');
    const grid = readPage(html).blocks.at(-1);
    expect(grid?.at).toEqual({ ...at, table: 1 });
  });
});

describe('an index of lines', () => {
  test('counts lines and columns from 1, offsets from 0, over every kind of line end', () => {
    const { placeAt } = indexLines('ab\nc\r\n\rd');
    const places = Array.from({ length: 9 }, (_, offset) => placeAt(offset));
    expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual([
      '1:1',
      '1:2',
      '1:3',
      '2:1',
      '2:2',
      '2:3',
      '3:1',
      '4:1',
      '4:2',
    ]);
    expect(places.map(({ offset }) => offset)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(indexLines('').placeAt(0)).toEqual({ line: 1, column: 1, offset: 0 });
  });
});
