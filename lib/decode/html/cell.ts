/** Text of a table cell as the page shows it. */
import { joinLines, markedText } from '../cell-text';
import { BLOCK_ELEMENTS, inputText, isUnseen, keepsLineEnds, MARKED_ELEMENTS, trimLine } from './elements';
import { type HtmlElement, type HtmlNode, isElement, isText } from './tree';

/**
 * Text as a cell shows it: inline text joined without additions, block elements and `<br>` as line ends, blank
 * lines left out. A cell with nothing but no-break spaces keeps them: they are a blank someone typed.
 */
export function cellText(element: HtmlElement): string {
  const cell: CellLines = { line: '', lines: [] };
  addCellNodes(element.childNodes, keepsLineEnds(element), cell);
  endCellLine(cell);
  return joinLines(cell.lines);
}

/** Whether the element shows raised or struck-out text; a blank or a line end in one is as good as outside. */
export function isMarked(element: HtmlElement): boolean {
  return MARKED_ELEMENTS.has(element.tagName) && cellText(element).trim() !== '';
}

type CellLines = { line: string; lines: string[] };

function addCellNodes(nodes: readonly HtmlNode[], isPre: boolean, cell: CellLines): void {
  for (const node of nodes) {
    if (isText(node)) addCellText(node.value, isPre, cell);
    else if (!isElement(node) || isUnseen(node)) continue;
    else if (node.tagName === 'br') endCellLine(cell);
    else if (node.tagName === 'input') cell.line += inputText(node);
    else if (isMarked(node)) cell.line += markedText(cellText(node));
    else {
      const isBlock = BLOCK_ELEMENTS.has(node.tagName);
      if (isBlock) endCellLine(cell);
      addCellNodes(node.childNodes, isPre || node.tagName === 'pre' || keepsLineEnds(node), cell);
      if (isBlock) endCellLine(cell);
    }
  }
}

function addCellText(text: string, isPre: boolean, cell: CellLines): void {
  if (!isPre) {
    cell.line += text.replace(/[ \t\n\r\f]+/g, ' ');
    return;
  }
  const [first = '', ...rest] = text.split(/\r\n|[\n\r]/);
  cell.line += first;
  for (const line of rest) {
    endCellLine(cell);
    cell.line = line;
  }
}

function endCellLine(cell: CellLines): void {
  cell.lines.push(trimLine(cell.line));
  cell.line = '';
}
