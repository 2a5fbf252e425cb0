/** What of a page is text, and where its lines end; expected by the rules of HTML and by what a browser shows. */
import { describe, expect, test } from 'vitest';
import { cellOf, shownOf } from './html-page';

const BLOCKS =
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup legend li main menu nav ol p section summary ul';
const INLINE =
  'a abbr b bdi big cite code em font i ins kbd label mark q samp small span strong sub tt u var';
const UNSEEN =
  'applet audio canvas datalist iframe map math noframes noscript object rp rt script select style svg template title video xml';
const MARKED = 'del s strike sup';

describe('elements', () => {
  test.each(BLOCKS.split(' '))('<%s> is a block: a line of its own, on the page and in a cell', (tag) => {
    expect(shownOf(`<div>甲<${tag}>乙</${tag}>丙</div>`)).toEqual(['甲', '乙', '丙']);
    expect(cellOf(`甲<${tag}>乙</${tag}>丙`)).toBe('甲\n乙\n丙');
  });

  test.each(INLINE.split(' '))('<%s> stands within its line and adds nothing', (tag) => {
    expect(shownOf(`<div>甲<${tag}>乙</${tag}>丙</div>`)).toEqual(['甲乙丙']);
    expect(cellOf(`1<${tag}>2</${tag}>3`)).toBe('123');
  });

  test.each(UNSEEN.split(' '))('<%s> shows nothing of its text', (tag) => {
    expect(shownOf(`<div>甲<${tag}>乙</${tag}>丙</div>`)).toEqual(['甲丙']);
    expect(cellOf(`1<${tag}>2</${tag}>3`)).toBe('13');
  });

  test.each(MARKED.split(' '))('<%s> is set off in brackets, so that it makes no other number', (tag) => {
    expect(shownOf(`<p>35<${tag}>2</${tag}></p>`)).toEqual(['35 [2]']);
    expect(cellOf(`35<${tag}>2</${tag}>`)).toBe('35 [2]');
    expect(shownOf(`<p>35<${tag}>（2）</${tag}></p>`)).toEqual(['35 （2）']);
  });

  test.each(MARKED.split(' '))(
    '<%s> with nothing but a blank or a line end is a blank or a line end',
    (tag) => {
      expect(shownOf(`<p>35<${tag}> </${tag}>6</p>`)).toEqual(['35 6']);
      expect(cellOf(`35<${tag}> </${tag}>6`)).toBe('35 6');
      expect(shownOf(`<p>35<${tag}><br></${tag}>6</p>`)).toEqual(['35', '6']);
      expect(cellOf(`35<${tag}><br></${tag}>6`)).toBe('35\n6');
      expect(shownOf(`<p>35<${tag}></${tag}>6</p>`)).toEqual(['356']);
    },
  );

  test('of a ruled line, of a preformatted text and of a caption end the line before and after', () => {
    expect(shownOf('<div>甲<hr>乙</div>')).toEqual(['甲', '乙']);
    expect(shownOf('<div>甲<pre>乙\n丙</pre>丁</div>')).toEqual(['甲', '乙', '丙', '丁']);
    expect(cellOf('甲<hr>乙<pre>丙\n丁</pre>戊')).toBe('甲\n乙\n丙\n丁\n戊');
  });

  test('marked text inside marked text is still inside brackets once for each', () => {
    expect(cellOf('4<s><b>3</b><p>5</p></s>')).toBe('4 [3\n5]');
  });

  test('comments are no text', () => {
    expect(shownOf('<p>1<!-- 2 -->3</p>')).toEqual(['13']);
    expect(cellOf('1<!-- 2 -->3')).toBe('13');
  });
});

describe('hidden elements', () => {
  test.each([
    'hidden',
    'hidden="until-found"',
    'style="display:none"',
    'style="color:red; display :  none"',
    'style="DISPLAY:\tNONE"',
    'style="visibility:hidden"',
    'style="visibility  :  hidden"',
    'style="mso-hide:all"',
    'style="mso-hide  :  all"',
    'class=x style="display:none" id=y',
  ])('with %s show nothing, on the page and in a cell', (attributes) => {
    expect(shownOf(`<div>甲<b ${attributes}>乙</b>丙</div>`)).toEqual(['甲丙']);
    expect(cellOf(`1<b ${attributes}>2</b>3`)).toBe('13');
  });

  test.each([
    'title="display:none"',
    'data-style="visibility:hidden"',
    'class=hidden',
    'style="display:inline"',
    'style="visibility:visible"',
    'style=""',
    'data-hidden',
  ])('are not those with %s', (attributes) => {
    expect(shownOf(`<div>甲<b ${attributes}>乙</b>丙</div>`)).toEqual(['甲乙丙']);
    expect(cellOf(`1<b ${attributes}>2</b>3`)).toBe('123');
  });
});

describe('white space', () => {
  test('runs are one space, and none at the ends of a line', () => {
    expect(shownOf('<p> \n 甲 \t\f\r\n 乙  </p>')).toEqual(['甲 乙']);
    expect(cellOf(' \n 甲 \t\f\r\n 乙  ')).toBe('甲 乙');
    expect(shownOf('<p>甲 <b> 乙</b></p>')).toEqual(['甲 乙']);
    expect(cellOf('甲 <b> 乙</b> ')).toBe('甲 乙');
  });

  test('no-break and ideographic spaces stay: someone typed them', () => {
    expect(shownOf('<p>&nbsp;甲&nbsp;&nbsp;乙\u3000\u3000丙</p>')).toEqual([
      '\u00a0甲\u00a0\u00a0乙\u3000\u3000丙',
    ]);
    expect(cellOf('&nbsp;')).toBe('\u00a0');
    expect(cellOf('<p>&nbsp;</p><p>7</p>')).toBe('7');
    expect(cellOf('\u3000')).toBe('\u3000');
    expect(cellOf('   ')).toBe('');
  });

  test.each([
    'style="white-space:pre"',
    'style="color:red;WHITE-SPACE :  Pre-Wrap"',
    'style="white-space:\tpre-line"',
  ])('line ends of the source show under %s', (attributes) => {
    expect(shownOf(`<div>甲<b ${attributes}>乙\n丙</b>丁</div>`)).toEqual(['甲', '乙', '丙', '丁']);
    expect(cellOf('甲\n乙', attributes)).toBe('甲\n乙');
    expect(cellOf(`甲<b ${attributes}>乙\n丙</b>丁`)).toBe('甲乙\n丙丁');
  });

  test.each([
    'style="white-space:normal"',
    'title="white-space:pre"',
    'style="white-space-collapse:preserve"',
  ])('line ends of the source are spaces under %s', (attributes) => {
    expect(shownOf(`<div>甲<b ${attributes}>乙\n丙</b>丁</div>`)).toEqual(['甲乙 丙丁']);
    expect(cellOf(`乙\n丙`, attributes)).toBe('乙 丙');
  });

  test('preformatted text ends its lines at LF, CR LF and CR, and gives its rule back after it', () => {
    expect(shownOf('<pre>甲\r\n乙&#13;丙&#13;&#10;丁</pre><div>戊\n己</div>')).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
      '戊 己',
    ]);
    expect(cellOf('<pre>甲\r\n乙&#13;丙&#13;&#10;丁</pre>戊\n己')).toBe('甲\n乙\n丙\n丁\n戊 己');
    expect(shownOf('<pre>甲  1\n\n乙</pre>')).toEqual(['甲 1', '', '乙']);
    expect(shownOf('<textarea>甲\n乙</textarea>')).toEqual(['甲', '乙']);
    expect(shownOf('<pre>甲<b>乙\n丙</b>丁\n</pre>')).toEqual(['甲乙', '丙丁']);
  });

  test('text with tables in HTML keeps the line ends of the text, a page does not', () => {
    const table = '<table><tr><td>规章</td><td>1</td></tr></table>';
    expect(shownOf(`甲\n乙\n${table}\n丙`)).toEqual(['甲', '乙', [['规章', '1']], '', '丙']);
    for (const tag of ['p', 'div', 'br', 'body', 'html', 'DIV'])
      expect(shownOf(`甲\n乙<${tag}>\n${table}`)).toEqual(['甲 乙', [['规章', '1']]]);
    expect(shownOf(`\n <b>甲</b>\n乙\n${table}`)).toEqual(['甲 乙', [['规章', '1']]]);
    // `<pre>` and `<divider>` begin like tags of a page and are none.
    expect(shownOf(`甲\n<divider>乙</divider>\n${table}`)).toEqual(['甲', '乙', [['规章', '1']]]);
  });
});

describe('line breaks', () => {
  test('end a line each, so that two leave a blank one', () => {
    expect(shownOf('<div>甲<br>乙<br><br>丙</div>')).toEqual(['甲', '乙', '', '丙']);
    expect(cellOf('甲<br>乙<br><br>丙')).toBe('甲\n乙\n丙');
  });

  test('are kept for empty paragraphs and list items, not for other empty blocks', () => {
    expect(shownOf('<p>甲</p><p></p><ul><li></li></ul><div></div><h2></h2><p>乙</p>')).toEqual([
      '甲',
      '',
      '',
      '乙',
    ]);
    expect(shownOf('<p> </p><li>甲</li><li><table><tr><td>规章<td>1</table></li>')).toEqual([
      '',
      '甲',
      [['规章', '1']],
    ]);
  });
});

describe('form fields', () => {
  test.each([
    ['<input value=7>', '7'],
    ['<input type=text value=7>', '7'],
    ['<input type=NUMBER value=7>', '7'],
    ['<input type=text>', ''],
    ['<input type=hidden value=7>', ''],
    ['<input type=checkbox value=7>', ''],
  ])('%s shows %j', (field, shown) => {
    expect(shownOf(`<p>甲${field}乙</p>`)).toEqual([`甲${shown}乙`]);
    expect(cellOf(`甲${field}乙`)).toBe(`甲${shown}乙`);
  });
});

test('character references are the characters they name', () => {
  expect(shownOf('<p>&lt;1&gt; &amp;&#19968;&#x4e8c;&hellip;</p>')).toEqual(['<1> &一二…']);
  expect(cellOf('&#50;&#x32;&frac12;')).toBe('22½');
});
