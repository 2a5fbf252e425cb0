/** OpenDocument texts and sheets (ODT, ODS and their flat forms) → Document, as LibreOffice and WPS write them. */
import type { Block, Document } from '../../document';
import { DecodeError } from '../../errors';
import { readMembers } from '../zip';
import { findPictureTables } from '../picture';
import type { WordTable } from '../word/docx-tree';
import { layOutWord, layOutTable } from '../word/layout';
import { readNumbering } from '../word/numbering';
import { attribute, type Element, elementsIn, firstIn, localName, parseXml, textIn, xmlText } from '../xml';
import { readCharacterStyles, readOdfContent } from './content';
import { readListStyles } from './numbering';

const PARTS = /^(content|styles|meta)\.xml$|^META-INF\/manifest\.xml$/;

/**
 * The document in an OpenDocument package. Places: block, for cells also table, row and cell, in sheets also the
 * sheet. Issues: `decode.picture_table`. Throws DecodeError for locked or damaged packages and zip bombs.
 */
export async function decodeOdf(bytes: Uint8Array): Promise<Document> {
  const parts = await readMembers(bytes, PARTS);
  if (/encryption-data/.test(xmlText(parts.get('META-INF/manifest.xml'))))
    throw new DecodeError('a document locked by a password', 'an open document', 'remove the password');
  const content = parts.get('content.xml');
  if (!content)
    throw new DecodeError('an OpenDocument file without content.xml', 'a document', 'save it again');
  const roots = ['content.xml', 'styles.xml', 'meta.xml'].flatMap((name) =>
    parts.has(name) ? [parseXml(xmlText(parts.get(name)))] : [],
  );
  return documentOf(roots);
}

/** The document in the flat form, where all parts stand in one XML file (FODT, FODS). Errors as `decodeOdf`. */
export function decodeFlatOdf(bytes: Uint8Array): Document {
  return documentOf([parseXml(xmlText(bytes))]);
}

function documentOf(roots: readonly Element[]): Document {
  const body = roots.map((root) => firstIn(root, 'body')).find((each) => each !== undefined);
  const content = firstIn(body, 'text') ?? firstIn(body, 'spreadsheet');
  if (!content)
    throw new DecodeError('an OpenDocument file without text', 'a text or a sheet', 'save it again');
  const styleParents = roots.flatMap((root) => [
    ...elementsIn(root, 'styles'),
    ...elementsIn(root, 'automatic-styles'),
  ]);
  const styles = readCharacterStyles(styleParents);
  const lists = readListStyles(styleParents);
  const meta = roots.map((root) => firstIn(root, 'meta')).find((each) => each !== undefined);
  const isSheet = localName(content) === 'spreadsheet';
  const common = {
    format: isSheet ? ('ods' as const) : ('odt' as const),
    encoding: null,
    title: textIn(firstIn(meta, 'title')).trim() || null,
    meta: statedIn(meta),
    url: null,
  };
  if (isSheet)
    return {
      ...common,
      blocks: sheetBlocks(content, hiddenTables(styleParents), (sheet) =>
        readOdfContent(sheet, lists, styles),
      ),
      issues: [],
    };
  const { blocks, pictures } = layOutWord(readOdfContent(content, lists, styles), readNumbering('', ''));
  return { ...common, blocks, issues: findPictureTables(blocks, pictures) };
}

/** A line with each sheet's name and its cells as one grid; hidden sheets are left out. */
function sheetBlocks(
  spreadsheet: Element,
  hidden: ReadonlySet<string>,
  read: (parent: Element) => ReturnType<typeof readOdfContent>,
): Block[] {
  const blocks: Block[] = [];
  let number = 0;
  for (const table of elementsIn(spreadsheet, 'table')) {
    if (hidden.has(attribute(table, 'style-name') ?? '')) continue;
    const sheet = attribute(table, 'name') ?? '';
    const wrapper = { ...table, children: [table] } as unknown as Element;
    const [content] = read(wrapper).filter((item): item is WordTable => item.kind === 'table');
    blocks.push({ kind: 'paragraph', text: sheet, at: { sheet } });
    if (!content) continue;
    const grid = layOutTable(content, ++number);
    for (const row of grid.rows)
      for (const cell of row) cell.at = { sheet, table: number, row: cell.row + 1, cell: cell.column + 1 };
    blocks.push({ ...grid, at: { sheet, table: number } });
  }
  return blocks;
}

/** Names of the table styles that are not shown. */
function hiddenTables(parents: readonly Element[]): Set<string> {
  const hidden = parents
    .flatMap((parent) => elementsIn(parent, 'style'))
    .filter((style) => attribute(firstIn(style, 'table-properties') ?? style, 'display') === 'false');
  return new Set(hidden.map((style) => attribute(style, 'name') ?? ''));
}

function statedIn(meta: Element | undefined): Record<string, string> {
  const stated: Record<string, string> = {};
  for (const name of ['creator', 'creation-date', 'date']) {
    const value = textIn(firstIn(meta, name)).trim();
    if (value !== '') stated[name] = value;
  }
  return stated;
}
