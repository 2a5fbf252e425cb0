/** RTF documents of Word, WPS and LibreOffice → Document, with table geometry from the rows' column lines. */
import type { Document } from '../../document';
import { DecodeError } from '../../errors';
import { findPictureTables } from '../picture';
import { layOutWord } from '../word/layout';
import { readNumbering } from '../word/numbering';
import { RtfReader } from './reader';
import { readTokens } from './tokens';

/**
 * The document. Places: block, for cells also table, row and cell, all from 1. Deleted and hidden text, headers, footers
 * and notes of editors are left out. Issues: `decode.picture_table`. Throws DecodeError for a file without text.
 */
export function decodeRtf(bytes: Uint8Array): Document {
  const reader = new RtfReader();
  for (const token of readTokens(bytes)) reader.take(token);
  const { content, title } = reader.finish();
  if (content.length === 0) throw new DecodeError('an RTF file without text', 'a report', 'save it again');
  const { blocks, pictures } = layOutWord(content, readNumbering('', ''));
  return {
    format: 'rtf',
    encoding: null,
    title,
    meta: {},
    url: null,
    blocks,
    issues: findPictureTables(blocks, pictures),
  };
}
