import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { archiveMembers, kindOf } from '../../lib/decode';
import { DecodeError } from '../../lib/errors';
import { docxOf } from '../writers/word';
import { zipOf } from '../writers/zip';

async function membersOf(bytes: Uint8Array, name = 'a.zip') {
  const members: { name: string; text: string }[] = [];
  for await (const member of archiveMembers(bytes, name))
    members.push({ name: member.name, text: Buffer.from(member.bytes).toString() });
  return members;
}

describe('ZIP archives', () => {
  it('give their files with Chinese names in either encoding, without folders and litter', async () => {
    const members = {
      '年报/': '',
      '年报/某区.txt': '正文',
      '__MACOSX/年报/._某区.txt': 'x',
      '年报/.DS_Store': 'x',
    };
    const wanted = [{ name: '年报/某区.txt', text: '正文' }];
    expect(await membersOf(zipOf(members))).toEqual(wanted);
    expect(await membersOf(zipOf(members, (name) => iconv.encode(name, 'gbk')))).toEqual(wanted);
  });

  it('are told from Word files by their contents', () => {
    expect(kindOf(zipOf({ 'a.txt': '1' }), 'a.docx')).toMatchObject({ id: 'zip' });
    expect(kindOf(docxOf('<w:p/>'), 'a.zip')).toMatchObject({ id: 'docx' });
    expect(kindOf(zipOf({ 'b.docx': Buffer.from(docxOf('<w:p/>')) }), 'a.zip')).toMatchObject({ id: 'zip' });
  });

  it('that are bombs, nested too deep or damaged are refused', async () => {
    await expect(membersOf(zipOf({ 'a.txt': ''.padEnd(40_000_000, '0') }))).rejects.toThrow(/zip bomb/);
    await expect(membersOf(zipOf({ 'a.txt': '1' }), 'a.zip!b.zip!c.zip!d.zip!e.zip')).rejects.toThrow(
      /nested/,
    );
    await expect(membersOf(zipOf({ 'a.txt': '1' }).subarray(0, 40))).rejects.toBeInstanceOf(DecodeError);
  });

  it('with a member that cannot be unpacked still give the others first', async () => {
    const bytes = Buffer.from(zipOf({ 'a.txt': 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'b.txt': '好' }));
    bytes.fill(0xff, 36, 38);
    const names: string[] = [];
    const walk = async () => {
      for await (const member of archiveMembers(bytes, 'a.zip')) names.push(member.name);
    };
    await expect(walk()).rejects.toThrow(/a\.txt/);
    expect(names).toEqual(['b.txt']);
  });
});

describe('gzip, 7z, RAR and tar', () => {
  it('that unpack to far more than a report, or are damaged, are refused', async () => {
    const bomb = gzipSync(Buffer.alloc(40_000_000));
    await expect(membersOf(bomb, 'a.txt.gz')).rejects.toThrow(/bomb/);
    await expect(membersOf(bomb.subarray(0, 30), 'a.txt.gz')).rejects.toThrow(/damaged gzip/);
    for (const [name, head] of [
      ['a.7z', "7z\xbc\xaf'\x1c\0\x04"],
      ['a.rar', 'Rar!\x1a\x07\x01\0'],
    ] as const)
      await expect(membersOf(Buffer.from(head.padEnd(200, 'x'), 'latin1'), name)).rejects.toThrow(/damaged/);
  });

  it('give a packed page under its own name', async () => {
    expect(await membersOf(gzipSync('正文'), '年报/某区.html.gz')).toEqual([
      { name: '某区.html', text: '正文' },
    ]);
  });
});
