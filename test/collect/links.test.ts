import { describe, expect, it } from 'vitest';
import { attachmentLinks } from '../../lib/collect/links';

const links = (html: string | Uint8Array, url = 'https://www.example.gov.cn/zwgk/2022/t1.html') =>
  attachmentLinks(typeof html === 'string' ? Buffer.from(html) : html, url);

describe('the documents attached to a page', () => {
  it('are its links to Word, PDF, Excel and ZIP files, each once, and no other links', () => {
    expect(
      links(`<a href="./P01.doc">1</a><A HREF='/files/2.PDF#page=2'>2</A><a href=//cdn.example.cn/3.xlsx>3</a>
        <a href="2.html">no</a><a href="mailto:a@b.cn">no</a><a href="javascript:void(0)">no.pdf</a>
        <a href="./P01.doc">again</a><iframe src="4.zip"></iframe><embed src="5.docx">`),
    ).toEqual([
      'https://www.example.gov.cn/zwgk/2022/P01.doc',
      'https://www.example.gov.cn/files/2.PDF',
      'https://cdn.example.cn/3.xlsx',
      'https://www.example.gov.cn/zwgk/2022/4.zip',
      'https://www.example.gov.cn/zwgk/2022/5.docx',
    ]);
  });

  it('may be named by the words of a link, by a parameter, or inside a viewer', () => {
    expect(links('<a href="/download?id=7"> <b>年度报告</b>.docx </a>')).toEqual([
      'https://www.example.gov.cn/download?id=7',
    ]);
    expect(links('<a href="/d/8" title="报告.pdf">附件</a>')).toEqual(['https://www.example.gov.cn/d/8']);
    expect(links('<a href="/down.jsp?file=a.pdf">下载</a>')).toEqual([
      'https://www.example.gov.cn/down.jsp?file=a.pdf',
    ]);
    expect(links('<iframe src="/js/web/viewer.html?file=/files/a.pdf">')).toEqual([
      'https://www.example.gov.cn/files/a.pdf',
    ]);
  });

  it('are found from the base of the page, and in pages of the older encodings', () => {
    expect(links('<base href="https://other.gov.cn/x/"><a href="a.pdf">a</a>')).toEqual([
      'https://other.gov.cn/x/a.pdf',
    ]);
    const gbk = Buffer.concat([
      Buffer.from('<a href="'),
      Buffer.from([0xb1, 0xa8]),
      Buffer.from('.pdf">x</a>'),
    ]);
    expect(links(gbk)).toEqual([`https://www.example.gov.cn/zwgk/2022/${encodeURIComponent('报')}.pdf`]);
  });

  it('are looked for in any page, however deep, broken or empty', () => {
    expect(links(`${'<div>'.repeat(100_000)}<a href="a.pdf">a</a>`)).toHaveLength(1);
    expect(links('<a href="http://[">x.pdf</a><a href="a.pdf"')).toEqual([]);
    expect(links('')).toEqual([]);
  });
});
