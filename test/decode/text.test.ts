import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../lib/decode';
import { DecodeError } from '../../lib/errors';
import { linesOf } from '../writers/sample-table';

const SIMPLIFIED = `某区2020年政府信息公开工作年度报告
一、总体情况
2020年，本机关共收到政府信息公开申请35件，办结34件，结转下年度继续办理1件。
规章|0|0|0
行政许可|12|增1|550`;
const TRADITIONAL = `某區2020年政府信息公開工作年度報告
一、總體情況
2020年，本機關共收到政府信息公開申請35件，辦結34件，結轉下年度繼續辦理1件。
規章|0|0|0
行政許可|12|增1|550`;

const codesOf = (document: { issues: { code: string }[] }) => document.issues.map((issue) => issue.code);

describe('plain text', () => {
  it('gives one paragraph a line, with line, column and offset, blank lines kept', async () => {
    const { blocks } = await decode(Buffer.from('一\r\n\r\n二\t3 | 4\u2028五\f六\n'), 'a.txt');
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '一', at: { line: 1, column: 1, offset: 0 } },
      { kind: 'paragraph', text: '', at: { line: 2, column: 1, offset: 3 } },
      { kind: 'paragraph', text: '二\t3 | 4', at: { line: 3, column: 1, offset: 5 } },
      { kind: 'paragraph', text: '五', at: { line: 4, column: 1, offset: 13 } },
      { kind: 'paragraph', text: '六', at: { line: 5, column: 1, offset: 15 } },
    ]);
  });

  it('loses no character, whatever the lines are', async () => {
    const line = fc.string({ unit: fc.constantFrom('规', '章', '0', '7', ' ', '|', '\t', '　', '－') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (lines, end) => {
          fc.pre(lines.join('').trim() !== '');
          const document = await decode(Buffer.from(lines.join(end) + end), 'a.txt');
          expect(linesOf(document)).toEqual(lines);
        },
      ),
    );
  });

  it('shows line breaks written as tags in a table of pipes as blanks', async () => {
    expect(linesOf(await decode(Buffer.from('| 商业<br>企业 | 1&nbsp; |'), 'a.md'))).toEqual([
      '| 商业 企业 | 1\u00a0 |',
    ]);
  });
});

describe('encodings', () => {
  for (const [text, encodings] of [
    [SIMPLIFIED, ['utf8', 'gb18030', 'gbk', 'gb2312', 'utf-16le', 'utf-16be']],
    [TRADITIONAL, ['utf8', 'gb18030', 'big5', 'utf-16le']],
  ] as const)
    for (const encoding of encodings)
      it(`${encoding} is told without being declared: ${text.slice(9, 15)}`, async () => {
        const document = await decode(iconv.encode(text, encoding), 'a.txt');
        expect(linesOf(document)).toEqual(text.split('\n'));
        expect(codesOf(document)).toEqual(encoding === 'utf8' ? [] : ['decode.encoding_guessed']);
      });

  it('with a byte order mark need no guess', async () => {
    for (const encoding of ['utf8', 'utf-16le', 'utf-16be']) {
      const document = await decode(iconv.encode(SIMPLIFIED, encoding, { addBOM: true }), 'a.txt');
      expect(linesOf(document)).toEqual(SIMPLIFIED.split('\n'));
      expect(document.issues).toEqual([]);
    }
  });

  it('declared wrongly are overruled, with an issue', async () => {
    const cases: [string, string, string][] = [
      [TRADITIONAL, 'big5', 'gb2312'],
      [SIMPLIFIED, 'gb18030', 'big5'],
      [SIMPLIFIED, 'gb18030', 'utf-8'],
      [SIMPLIFIED, 'gb18030', 'iso-8859-1'],
    ];
    for (const [text, encoding, declared] of cases) {
      const hints = { contentType: `text/plain; charset=${declared}` };
      const document = await decode(iconv.encode(text, encoding), 'a.txt', hints);
      expect(linesOf(document)).toEqual(text.split('\n'));
      expect(codesOf(document)).toEqual(['decode.encoding_guessed']);
    }
    const utf8 = await decode(Buffer.from(SIMPLIFIED), 'a.txt', {
      contentType: 'text/plain; charset=gb2312',
    });
    expect(utf8).toMatchObject({ encoding: 'utf-8', issues: [] });
  });

  it('declared as gb2312 may hold all of GB18030', async () => {
    const text = '镕㐂𠮷，政府信息公开申请 35 件';
    const hints = { contentType: 'text/plain; charset=gb2312' };
    const document = await decode(iconv.encode(text, 'gb18030'), 'a.txt', hints);
    expect(document).toMatchObject({ encoding: 'gb18030', issues: [] });
    expect(linesOf(document)).toEqual([text]);
  });

  it('broken in one place keep every digit around it, and say where', async () => {
    const bytes = Buffer.concat([
      Buffer.from('共收到申请35件\n其中'),
      Buffer.from([0xe6, 0x94]),
      Buffer.from('12件，公开7件'),
    ]);
    const document = await decode(bytes, 'a.txt');
    expect(linesOf(document).join('')).toContain('12件，公开7件');
    expect(document.issues.at(-1)).toMatchObject({
      code: 'decode.replacement_characters',
      at: { line: 2, column: 3 },
    });
  });
});

describe('files that are no text', () => {
  it('are refused: empty, blank, binary, pictures, too large', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 0xff);
    for (const bytes of [
      new Uint8Array(),
      Buffer.from(' \n\t\n'),
      noise,
      Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'),
      Buffer.from('{\\rtf1 }'),
      new Uint8Array(51 * 1024 * 1024),
    ])
      await expect(decode(bytes, 'a.txt')).rejects.toBeInstanceOf(DecodeError);
  });
});
