/**
 * OFD (GB/T 33190–2016), the fixed-layout format of Chinese offices → Document, by position as for PDF: ruled paths make
 * the cells. Places: page, box in points, for cells also table, row and cell.
 */
import { posix } from 'node:path';
import type { Block, Document } from '../../document';
import { DecodeError } from '../../errors';
import { issue, type Issue } from '../../issue';
import { readMembers } from '../zip';
import { layOutPage } from '../pdf/layout';
import type { PageDrawing } from '../pdf/operators';
import { dropOverprints, isInk } from '../pdf/text';
import { replaceUnmapped } from '../pdf/unmapped';
import { turnUpright } from '../pdf/upright';
import { findPictureTables, type PictureMark } from '../picture';
import { attribute, type Element, elementsIn, firstIn, parseXml, textIn, xmlText } from '../xml';
import { type DrawParameters, numbersOf, POINTS, readContent } from './drawing';

const MAX_PAGES = 200;
const A4 = [0, 0, 210, 297];

/** The XML parts of a package by their path inside it. */
type Parts = ReadonlyMap<string, Uint8Array>;
type Template = { id: string; path: string };
/** What the pages of one document of the package share. */
type Shared = {
  parts: Parts;
  base: string;
  area: number[];
  templates: Template[];
  parameters: DrawParameters;
};

/**
 * The document, all bodies of the package one after another. Issues: `decode.no_text_layer`, `decode.picture_table`,
 * `decode.glyphs_unmapped`, `decode.truncated`. Throws DecodeError for damaged or locked packages and zip bombs.
 */
export async function decodeOfd(bytes: Uint8Array): Promise<Document> {
  const parts = await readMembers(bytes, /\.xml$/i);
  if (parts.has('Encryptions.xml'))
    throw new DecodeError('an OFD file locked by a password', 'an open OFD file', 'remove the password');
  const root = partAt(parts, 'OFD.xml');
  if (!root) throw new DecodeError('an OFD file without OFD.xml', 'an OFD document', 'save it again');
  const bodies = elementsIn(root, 'DocBody');
  const pages: (PageDrawing | null)[] = [];
  for (const body of bodies) pages.push(...readPages(parts, textIn(firstIn(body, 'DocRoot')).trim()));
  if (pages.length === 0) throw new DecodeError('an OFD file without pages', 'a report', 'save it again');
  const info = firstIn(bodies[0], 'DocInfo');
  const created = textIn(firstIn(info, 'CreationDate')).trim();
  return {
    format: 'ofd',
    encoding: null,
    title: textIn(firstIn(info, 'Title')).trim() || null,
    meta: created === '' ? {} : { CreationDate: created },
    url: null,
    ...layOutPages(pages),
  };
}

/** What each page of a document draws, its templates first; null for a page whose part is not there. */
function readPages(parts: Parts, documentPath: string): (PageDrawing | null)[] {
  const path = pathFrom('', documentPath);
  const document = partAt(parts, path);
  if (!document) throw new DecodeError(`an OFD file without ${path}`, 'an OFD document', 'save it again');
  const base = posix.dirname(path);
  const common = firstIn(document, 'CommonData');
  const shared: Shared = {
    parts,
    base,
    area: boxOfArea(firstIn(common, 'PageArea'), A4),
    templates: elementsIn(common ?? document, 'TemplatePage').map((template) => ({
      id: attribute(template, 'ID') ?? '',
      path: pathFrom(base, attribute(template, 'BaseLoc') ?? ''),
    })),
    parameters: drawParameters(parts, base, common),
  };
  const list = elementsIn(firstIn(document, 'Pages') ?? document, 'Page');
  return list.map((page) => drawPage(pathFrom(base, attribute(page, 'BaseLoc') ?? ''), shared));
}

function drawPage(path: string, shared: Shared): PageDrawing | null {
  const drawing: PageDrawing = { glyphs: [], across: [], down: [], pictures: [] };
  const page = partAt(shared.parts, path);
  if (!page) return null;
  for (const used of elementsIn(page, 'Template')) {
    const template = shared.templates.find(({ id }) => id === attribute(used, 'TemplateID'));
    const content = template && partAt(shared.parts, template.path);
    if (content) readContent(firstIn(content, 'Content'), shared.parameters, drawing);
  }
  readContent(firstIn(page, 'Content'), shared.parameters, drawing);
  const [x = 0, y = 0, width = 210, height = 297] = boxOfArea(firstIn(page, 'Area'), shared.area);
  if (x !== 0 || y !== 0) move(drawing, -x * POINTS, -y * POINTS);
  const size = { width: width * POINTS, height: height * POINTS };
  return turnUpright({ ...drawing, glyphs: dropOverprints(drawing.glyphs, size.width, size.height) }, size);
}

function layOutPages(pages: readonly (PageDrawing | null)[]): { blocks: Block[]; issues: Issue[] } {
  const blocks: Block[] = [];
  const issues: Issue[] = [];
  const pictures: PictureMark[] = [];
  let tables = 0;
  let glyphs = 0;
  pages.slice(0, MAX_PAGES).forEach((drawing, index) => {
    const page = index + 1;
    if (!drawing) {
      issues.push(issue('decode.truncated', { page }, `page ${page} is not in the file`, 'a whole file'));
      return;
    }
    const unmapped = replaceUnmapped(drawing.glyphs);
    if (unmapped > 0)
      issues.push(
        issue('decode.glyphs_unmapped', { page }, `${unmapped} glyphs without a character`, 'a text layer'),
      );
    const ink = drawing.glyphs.filter(isInk).length;
    glyphs += ink;
    const laidOut = layOutPage(drawing, page, tables);
    for (const { y, height } of drawing.pictures) {
      const above = laidOut.filter((block) => (block.at.box?.[1] ?? 0) < y).length;
      pictures.push({ before: blocks.length + above, at: { page }, isSmall: height < 60 });
    }
    if (ink === 0 && drawing.pictures.some(({ height }) => height >= 60) && pages.length > 1)
      issues.push(
        issue('decode.no_text_layer', { page }, 'a picture of text, without characters', 'a page with text'),
      );
    blocks.push(...laidOut);
    tables += laidOut.filter((block) => block.kind === 'grid').length;
  });
  if (pages.length > MAX_PAGES)
    issues.push(issue('decode.truncated', null, `${pages.length} pages`, `at most ${MAX_PAGES} pages`));
  const scan =
    glyphs === 0
      ? [
          issue(
            'decode.no_text_layer',
            { page: 1 },
            'a picture of text, without characters',
            'an OFD file with text; recognise the text first',
          ),
        ]
      : [];
  return {
    blocks,
    issues: glyphs === 0 ? scan : [...issues, ...findPictureTables(blocks, pictures)],
  };
}

/** Line widths and colours that objects share, from the resource files the document names. */
function drawParameters(parts: Parts, base: string, common: Element | undefined): DrawParameters {
  const parameters: DrawParameters = new Map();
  const files = ['PublicRes', 'DocumentRes'].flatMap((name) => elementsIn(common ?? EMPTY, name));
  for (const file of files) {
    const resources = partAt(parts, pathFrom(base, textIn(file).trim()));
    for (const each of elementsIn(firstIn(resources, 'DrawParams') ?? EMPTY, 'DrawParam')) {
      const fill = attribute(firstIn(each, 'FillColor') ?? EMPTY, 'Value');
      const stroke = attribute(firstIn(each, 'StrokeColor') ?? EMPTY, 'Value');
      const width = attribute(each, 'LineWidth');
      parameters.set(attribute(each, 'ID') ?? '', {
        ...(width === undefined ? {} : { lineWidth: Number(width) }),
        ...(fill === undefined ? {} : { fill }),
        ...(stroke === undefined ? {} : { stroke }),
      });
    }
  }
  return parameters;
}

const EMPTY = { children: [], attribs: {}, name: '' } as unknown as Element;

function boxOfArea(area: Element | undefined, otherwise: number[]): number[] {
  const box = numbersOf(textIn(firstIn(area, 'PhysicalBox')));
  return box.length === 4 && box.every(Number.isFinite) ? box : otherwise;
}

function move(drawing: PageDrawing, dx: number, dy: number): void {
  for (const glyph of drawing.glyphs) {
    glyph.x0 += dx;
    glyph.x1 += dx;
    glyph.y += dy;
  }
  const across = drawing.across.map(({ at, from, to }) => ({ at: at + dy, from: from + dx, to: to + dx }));
  const down = drawing.down.map(({ at, from, to }) => ({ at: at + dx, from: from + dy, to: to + dy }));
  const pictures = drawing.pictures.map((each) => ({ ...each, x: each.x + dx, y: each.y + dy }));
  Object.assign(drawing, { across, down, pictures });
}

/** A path of the package: from its root where it begins with a slash, else from the folder. */
function pathFrom(folder: string, path: string): string {
  const clean = path.replaceAll('\\', '/');
  return posix.normalize(clean.startsWith('/') ? clean.slice(1) : posix.join(folder, clean));
}

function partAt(parts: Parts, path: string): Element | undefined {
  const part = parts.get(path) ?? [...parts].find(([name]) => name.toLowerCase() === path.toLowerCase())?.[1];
  return part && parseXml(xmlText(part));
}
