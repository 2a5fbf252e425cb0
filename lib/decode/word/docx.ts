/** Word documents (DOCX) → Document: paragraphs and tables of the body with true geometry. */
import type { Document } from '../../document';
import { DecodeError } from '../../errors';
import { readMembers } from '../archive';
import { readWordXml } from './docx-tree';
import { layOutWord } from './layout';
import { findPictureTables } from '../picture';
import { readNumbering } from './numbering';

const PARTS = /^(word\/document2?\.xml|word\/numbering\.xml|word\/styles\.xml|docProps\/core\.xml)$/;

/**
 * The document's body. Places: block, for cells also table, row and cell, all from 1. Deleted text of tracked changes
 * is left out, inserted text kept. Issues: `decode.picture_table`. Throws DecodeError for damaged archives, zip bombs
 * and files without a body.
 */
export async function decodeDocx(bytes: Uint8Array): Promise<Document> {
  const parts = await readMembers(bytes, PARTS);
  const body = parts.get('word/document.xml') ?? parts.get('word/document2.xml');
  if (!body)
    throw new DecodeError('a Word file without word/document.xml', 'a Word document', 'save it again');
  const numbering = readNumbering(
    xmlText(parts.get('word/numbering.xml')),
    xmlText(parts.get('word/styles.xml')),
  );
  const { blocks, pictures } = layOutWord(readWordXml(xmlText(body)), numbering);
  const core = xmlText(parts.get('docProps/core.xml'));
  return {
    format: 'docx',
    encoding: null,
    title: element(core, 'dc:title'),
    meta: stated(core),
    url: null,
    blocks,
    issues: findPictureTables(blocks, pictures),
  };
}

/** XML parts are UTF-8, or UTF-16 with a mark. */
function xmlText(part: Uint8Array | undefined): string {
  if (!part) return '';
  const label = part[0] === 0xff ? 'utf-16le' : part[0] === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label).decode(part);
}

function stated(core: string): Record<string, string> {
  const meta: Record<string, string> = {};
  for (const name of ['dc:creator', 'dcterms:created', 'dcterms:modified']) {
    const value = element(core, name);
    if (value) meta[name] = value;
  }
  return meta;
}

function element(core: string, name: string): string | null {
  const text = new RegExp(`<${name}[^>]*>([^<]{1,500})</${name}>`).exec(core)?.[1]?.trim();
  return text ? text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&') : null;
}
