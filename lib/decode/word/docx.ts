/** Word documents (DOCX) → Document: paragraphs and tables of the body with true geometry. */
import type { Block, Document } from '../../document';
import { DecodeError } from '../../errors';
import { issue, type Issue } from '../../issue';
import { readMembers } from '../zip';
import { readWordXml, type WordContent } from './docx-tree';
import { layOutWord } from './layout';
import { findPictureTables } from '../picture';
import { readNumbering } from './numbering';
import { xmlText } from '../xml';

const PARTS =
  /^(word\/document2?\.xml|word\/_rels\/document2?\.xml\.rels|word\/numbering\.xml|word\/styles\.xml|docProps\/core\.xml)$/;
/** Documents that a body shows inside, and how deep they may show others. */
const MAX_CHUNKS = 50;

/** Reads a document that stands inside another; throws DecodeError for what it cannot read. */
export type DecodeInner = (bytes: Uint8Array, name: string) => Promise<Document>;
type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * The document's body. Places: block, for cells also table, row and cell, all from 1. Deleted text of tracked changes
 * is left out, inserted text kept; documents that Word shows inside (altChunk) are read by `decodeInner`. Issues:
 * `decode.picture_table`, `decode.truncated` for a document inside that cannot be read. Throws DecodeError for damaged
 * archives, zip bombs and files without a body.
 */
export async function decodeDocx(bytes: Uint8Array, decodeInner: DecodeInner): Promise<Document> {
  const parts = await readMembers(bytes, PARTS);
  return documentOf(
    parts,
    async (target) => (await readMembers(bytes, exactly(target))).get(target),
    decodeInner,
  );
}

/**
 * A Word document as one XML file: the parts of a DOCX in a row (flat OPC), or the form of Word 2003. Places, issues
 * and errors as `decodeDocx`.
 */
export async function decodeWordXml(bytes: Uint8Array, decodeInner: DecodeInner): Promise<Document> {
  const xml = xmlText(bytes);
  const parts = new Map<string, Uint8Array>();
  const pattern =
    /<pkg:part\b[^>]*\bpkg:name="\/([^"]+)"[^>]*>\s*(?:<pkg:xmlData[^>]*>([\s\S]*?)<\/pkg:xmlData>|<pkg:binaryData[^>]*>([^<]*)<)/g;
  for (const [, name = '', text, binary] of xml.matchAll(pattern))
    parts.set(name, Buffer.from(text ?? binary ?? '', text === undefined ? 'base64' : 'utf8'));
  if (parts.size === 0) parts.set('word/document.xml', bytes);
  return {
    ...(await documentOf(parts, async (target) => parts.get(target), decodeInner)),
    format: 'wordxml',
  };
}

async function documentOf(
  parts: Parts,
  readPart: (target: string) => Promise<Uint8Array | undefined>,
  decodeInner: DecodeInner,
): Promise<Document> {
  const body = parts.get('word/document.xml') ?? parts.get('word/document2.xml');
  if (!body)
    throw new DecodeError('a Word file without word/document.xml', 'a Word document', 'save it again');
  const numbering = readNumbering(
    xmlText(parts.get('word/numbering.xml')),
    xmlText(parts.get('word/styles.xml')),
  );
  const content = readWordXml(xmlText(body));
  const { chunks, issues } = await readChunks(content, parts, readPart, decodeInner);
  const { blocks, pictures } = layOutWord(content, numbering, chunks);
  const core = xmlText(parts.get('docProps/core.xml'));
  return {
    format: 'docx',
    encoding: null,
    title: element(core, 'dc:title'),
    meta: stated(core),
    url: null,
    blocks,
    issues: [...issues, ...findPictureTables(blocks, pictures)],
  };
}

/** The blocks of each document shown inside; one that cannot be read is an issue, for its tables are then absent. */
async function readChunks(
  content: readonly WordContent[],
  parts: Parts,
  readPart: (target: string) => Promise<Uint8Array | undefined>,
  decodeInner: DecodeInner,
): Promise<{ chunks: Map<string, readonly Block[]>; issues: Issue[] }> {
  const chunks = new Map<string, readonly Block[]>();
  const issues: Issue[] = [];
  const rels = xmlText(
    parts.get('word/_rels/document.xml.rels') ?? parts.get('word/_rels/document2.xml.rels'),
  );
  const ids = chunkIds(content);
  if (ids.length > MAX_CHUNKS)
    issues.push(issue('decode.truncated', null, `${ids.length} documents inside`, `at most ${MAX_CHUNKS}`));
  for (const id of ids.slice(0, MAX_CHUNKS)) {
    const [tag = ''] =
      new RegExp(`<Relationship\\b[^>]*\\bId="${id.replace(/\W/g, '\\$&')}"[^>]*>`).exec(rels) ?? [];
    const target = /\bTarget="([^"]+)"/.exec(tag)?.[1];
    const path = target?.startsWith('/') ? target.slice(1) : `word/${target ?? ''}`;
    try {
      const inner = target === undefined ? undefined : await readPart(path);
      if (!inner) throw new DecodeError(`no part ${target ?? id}`, 'a document inside');
      const document = await decodeInner(inner, path);
      chunks.set(id, document.blocks);
      issues.push(...document.issues);
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      issues.push(
        issue(
          'decode.truncated',
          null,
          `a document inside that cannot be read: ${error.found}`,
          'the whole document',
        ),
      );
    }
  }
  return { chunks, issues };
}

function chunkIds(content: readonly WordContent[]): string[] {
  return content.flatMap((item) => {
    if (item.kind === 'chunk') return [item.id];
    return item.kind === 'table'
      ? item.rows.flatMap((row) => row.cells.flatMap((cell) => chunkIds(cell.content)))
      : [];
  });
}

const exactly = (name: string) => new RegExp(`^${name.replace(/[^\w/]/g, '\\$&')}$`);

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
