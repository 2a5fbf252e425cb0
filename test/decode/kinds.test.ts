/** What a file is told by, and the line that refuses one. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode, kindOf } from '../../lib/decode';
import { KINDS, READ_ENDINGS } from '../../lib/decode/kinds';
import { SOURCE_FORMATS } from '../../lib/document';
import { DecodeError } from '../../lib/errors';
import { mhtOf } from '../writers/mht';
import { odtOf } from '../writers/odf';
import { ofdOf } from '../writers/ofd';
import { rtfOf } from '../writers/rtf';
import { docOf, docxOf } from '../writers/word';
import { zipOf } from '../writers/zip';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('the list of kinds', () => {
  it('has a reader for each format a record may name, and no other', () => {
    const read = KINDS.flatMap((kind) => (kind.family === 'document' ? [kind.id] : []));
    expect([...read].sort()).toEqual([...SOURCE_FORMATS].sort());
  });

  it('names every ending once, in small letters', () => {
    const endings = KINDS.flatMap((kind) => kind.endings);
    expect(new Set(endings).size).toBe(endings.length);
    expect(endings.filter((ending) => !/^[a-z0-9]+$/.test(ending))).toEqual([]);
    expect(READ_ENDINGS).toEqual(expect.arrayContaining(['ofd', 'wps', 'et', 'rar', 'txt']));
    expect(READ_ENDINGS).not.toContain('pptx');
  });
});

describe('a kind is told by content, whatever the name says', () => {
  const wrong = 'a.txt';
  for (const [id, bytes] of [
    ['pdf', latin1('%PDF-1.7\n')],
    ['docx', docxOf('<w:p/>')],
    ['xlsx', zipOf({ 'xl/workbook.xml': '<x/>' })],
    ['ofd', ofdOf([''])],
    ['odt', odtOf('')],
    ['zip', zipOf({ 'a.txt': '1' })],
    ['rar', latin1('Rar!\x1a\x07\x01\x00')],
    ['7z', latin1("7z\xbc\xaf'\x1c\x00\x04")],
    ['gzip', latin1('\x1f\x8b\x08\x00')],
    ['tar', latin1(`${'a'.padEnd(257, '\0')}ustar\0`)],
    ['doc', docOf(['正文'])],
    ['rtf', rtfOf('1')],
    ['mht', mhtOf(Buffer.from('<p>1</p>'))],
    ['wordxml', latin1('<?xml version="1.0"?><w:wordDocument>')],
    ['html', latin1('<!DOCTYPE html><p>')],
    ['text', Buffer.from('规章 0')],
  ] as [string, Uint8Array][])
    it(`as ${id}`, () => {
      expect(kindOf(bytes, wrong)).toMatchObject({ id });
    });

  it('but a table of commas only by its name', () => {
    expect(kindOf(Buffer.from('规章,0'), 'a.csv')).toMatchObject({ id: 'csv' });
  });
});

describe('other kinds are refused in one line that says what to do', () => {
  for (const [found, bytes] of [
    ['PowerPoint slides', zipOf({ 'ppt/presentation.xml': '<x/>', '[Content_Types].xml': '<x/>' })],
    ['a binary Excel workbook', zipOf({ 'xl/workbook.bin': '1' })],
    ['an EPUB book', storedFirst('application/epub+zip')],
    ['OpenDocument slides or a drawing', storedFirst('application/vnd.oasis.opendocument.presentation')],
    [
      'an Office document of another kind',
      zipOf({ '[Content_Types].xml': '<x/>', 'visio/document.xml': '<x/>' }),
    ],
    ['a program', zipOf({ 'META-INF/MANIFEST.MF': 'x' })],
    ['a bitmap picture', latin1('BM\x36\0\0\0\0\0\0\0')],
    ['a ZIP archive', zipOf({ 'a.txt': '1' })],
  ] as [string, Uint8Array][])
    it(`as ${found}`, async () => {
      const error = await decode(bytes, 'a').catch((each: unknown) => each);
      expect(error).toBeInstanceOf(DecodeError);
      expect(error).toMatchObject({ found });
      expect((error as DecodeError).remedy).not.toBe('');
    });
});

describe('pictures that are cut off are refused in one line that says what to do', () => {
  for (const start of [
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff\xe0',
    'II*\0\x08\0\0\0',
    'GIF89a',
    'RIFF\0\0\0\0WEBP',
  ])
    it(`that begin with ${JSON.stringify(start)}`, async () => {
      const error = await decode(latin1(start), 'a').catch((each: unknown) => each);
      expect(error).toBeInstanceOf(DecodeError);
      expect((error as DecodeError).found).toMatch(/^a picture/);
      expect((error as DecodeError).remedy).not.toBe('');
    });
});

/** A ZIP archive whose first member, stored, is `mimetype`: what EPUB and OpenDocument ask for. */
function storedFirst(type: string): Uint8Array {
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt32LE(type.length, 18);
  head.writeUInt32LE(type.length, 22);
  head.writeUInt16LE(8, 26);
  return Buffer.concat([head, latin1(`mimetype${type}PK\x05\x06`), Buffer.alloc(18)]);
}

describe('docs/ingest.md', () => {
  it('names every kind that is read, with its endings', () => {
    const docs = readFileSync(new URL('../../docs/ingest.md', import.meta.url), 'utf8');
    const rows = docs.split('\n').filter((line) => line.startsWith('| '));
    const missing = KINDS.filter(({ family }) => family !== 'refused').flatMap((kind) => {
      const id = kind.family === 'refused' ? '' : kind.id;
      const row = rows.find((line) => line.split('|')[1]?.trim().split(' ').includes(id)) ?? '';
      const endings = row.split('|')[2]?.trim().split(' ') ?? [];
      return kind.endings.filter((ending) => !endings.includes(ending)).map((ending) => `${id} .${ending}`);
    });
    expect(missing).toEqual([]);
  });
});
