/** HTML tree → paragraphs and grids in reading order. Hidden text, scripts and comments are left out. */
import { markedText } from '../cell-text';
import type { PictureMark } from '../picture';
import { cellText, isMarked } from './cell';
import { BLOCK_ELEMENTS, inputText, isUnseen, keepsLineEnds } from './elements';
import { addText, endLine, type Flow, placeAt } from './flow';
import { readTable } from './table';
import {
  attribute,
  elementOffset,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
  textOffset,
} from './tree';

/** Walks nodes in order, filling `flow`. The tree's depth is bounded by the parser. */
export function walkNodes(nodes: readonly HtmlNode[], flow: Flow): void {
  for (const node of nodes) {
    if (isText(node)) addText(flow, node.value, () => textOffset(flow.html, node), flow.keepLineEnds);
    else if (isElement(node) && !isUnseen(node)) walkElement(node, flow);
  }
}

function walkElement(element: HtmlElement, flow: Flow): void {
  const { tagName } = element;
  if (tagName === 'br') endLine(flow, true, element);
  else if (tagName === 'img') flow.pictures.push(pictureMark(element, flow));
  else if (tagName === 'input') addText(flow, inputText(element), () => tagOffset(element, flow), false);
  else if (tagName === 'table') {
    endLine(flow, false);
    readTable(element, flow, walkNodes);
  } else if (tagName === 'pre' || tagName === 'textarea' || keepsLineEnds(element)) {
    endLine(flow, false);
    const outer = flow.keepLineEnds;
    flow.keepLineEnds = true;
    walkNodes(element.childNodes, flow);
    flow.keepLineEnds = outer;
    endLine(flow, false);
  } else if (BLOCK_ELEMENTS.has(tagName)) {
    endLine(flow, false);
    const before = flow.blocks.length;
    walkNodes(element.childNodes, flow);
    // An empty paragraph or list item is kept: where cells were pasted one a line it is a blank cell.
    endLine(flow, (tagName === 'p' || tagName === 'li') && flow.blocks.length === before, element);
  } else if (isMarked(element))
    addText(flow, markedText(cellText(element)), () => tagOffset(element, flow), false);
  else walkNodes(element.childNodes, flow);
}

function tagOffset(element: HtmlElement, flow: Flow): number | null {
  return elementOffset(flow.html, element);
}

/** Icons and spacers are told by their stated size. */
function pictureMark(element: HtmlElement, flow: Flow): PictureMark {
  const size = (name: string) => {
    const stated =
      attribute(element, name) ??
      new RegExp(`\\b${name}\\s*:\\s*([\\d.]+)`).exec(attribute(element, 'style') ?? '')?.[1];
    return stated ? Number.parseFloat(stated) : Number.NaN;
  };
  const isSmall = size('width') < 200 || size('height') < 60;
  return { before: flow.blocks.length, at: placeAt(flow, tagOffset(element, flow)), isSmall };
}
