import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { archiveMembers, detectFormat } from '../../lib/decode';
import { DecodeError } from '../../lib/errors';
import { docxOf, zipOf } from './write-word';

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
    expect(detectFormat(zipOf({ 'a.txt': '1' }), 'a.docx')).toBe('zip');
    expect(detectFormat(docxOf('<w:p/>'), 'a.zip')).toBe('docx');
    expect(detectFormat(zipOf({ 'b.docx': Buffer.from(docxOf('<w:p/>')) }), 'a.zip')).toBe('zip');
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
