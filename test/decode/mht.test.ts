import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode, kindOf } from '../../lib/decode';
import { gridsOf, linesOf } from '../writers/sample-table';
import { mhtOf } from '../writers/mht';

const PAGE = (charset: string) =>
  `<html><head><meta charset="${charset}"><title>年报=1</title></head><body><p>一、总体情况</p><table><tr><td>规章<td>0<td>12</table></body></html>`;

describe('web archives', () => {
  for (const [name, bytes] of [
    ['quoted-printable', mhtOf(Buffer.from(PAGE('utf-8')))],
    ['base64', mhtOf(Buffer.from(PAGE('utf-8')), { encoding: 'base64' })],
    ['lines ended by LF alone', mhtOf(Buffer.from(PAGE('utf-8')), { crlf: '\n' })],
    ['gb2312', mhtOf(iconv.encode(PAGE('gb2312'), 'gbk'), { charset: 'gb2312' })],
    ['a part that declares a wrong encoding', mhtOf(iconv.encode(PAGE('gbk'), 'gbk'), { charset: 'utf-8' })],
  ] as const)
    it(`give their page: ${name}`, async () => {
      const document = await decode(bytes, 'a.doc');
      expect(linesOf(document)).toEqual(['一、总体情况']);
      expect(gridsOf(document).map((grid) => grid.rows.map((row) => row.map((cell) => cell.text)))).toEqual([
        [['规章', '0', '12']],
      ]);
      expect(document).toMatchObject({
        format: 'mht',
        title: '年报=1',
        url: 'https://www.jiaxian.gov.cn/art/2023/1/5/art_1.html',
      });
    });

  it('take the part that the message names as its root', async () => {
    const part = (id: string, text: string) =>
      `--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <${id}>\r\n\r\n<p>${text}</p>\r\n`;
    const message = `MIME-Version: 1.0\r\nContent-Type: multipart/related; start="<2>"; boundary=b\r\n\r\n${part('1', '广告')}${part('2', '正文')}--b--\r\n`;
    expect(linesOf(await decode(Buffer.from(message), 'a.mht'))).toEqual(['正文']);
  });

  it('cut short still give what there is; without a page they are refused', async () => {
    const whole = Buffer.from(mhtOf(Buffer.from(PAGE('utf-8'))));
    expect(
      linesOf(
        await decode(
          whole.subarray(0, whole.indexOf('------MultipartBoundary--a1----\r\nContent-Type: image')),
          'a.mht',
        ),
      ),
    ).toEqual(['一、总体情况']);
    const none =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--';
    await expect(decode(Buffer.from(none), 'a.mht')).rejects.toThrow(/without a page/);
  });

  it('are told from text that speaks of MIME', () => {
    expect(kindOf(Buffer.from('报告\nMIME-Version: 1.0\n'), 'a.txt')).toMatchObject({ id: 'text' });
  });
});
