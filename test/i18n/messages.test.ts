import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { formatDate, formatNumber, formatPercent } from '../../lib/i18n/format';
import { ISSUE_CODES } from '../../lib/issue';
import { negotiateLanguage } from '../../lib/i18n/language';
import { type MessageKey, translator } from '../../lib/i18n/message';
import { dictionaryOf, LANGUAGES } from '../../lib/words';
import { escapeHtml, html } from '../../lib/html';

/** Node types of intl-messageformat's syntax tree; the enum itself is not exported by the package. */
const TYPE = { literal: 0, select: 5, plural: 6, pound: 7, tag: 8 } as const;

const { messages: zhCN } = dictionaryOf('zh-CN');
const { messages: en } = dictionaryOf('en');

const HAN = /\p{Script=Han}/u;
const KEYS = Object.keys(zhCN) as MessageKey[];

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Names of the values and tags a message takes, and its literal words. */
function readMessage(ast: Ast): { takes: string[]; words: string } {
  const parts = ast.map((part) => {
    if (part.type === TYPE.literal) return { takes: [], words: part.value };
    if (part.type === TYPE.select || part.type === TYPE.plural) {
      const inner = readMessage(Object.values(part.options).flatMap((option) => option.value));
      return { takes: [part.value, ...inner.takes], words: inner.words };
    }
    if (part.type === TYPE.tag) {
      const inner = readMessage(part.children);
      return { takes: [part.value, ...inner.takes], words: inner.words };
    }
    return { takes: part.type === TYPE.pound ? [] : [part.value], words: '' };
  });
  return {
    takes: [...new Set(parts.flatMap((part) => part.takes))].sort((a, b) => a.localeCompare(b)),
    words: parts.map((part) => part.words).join(' '),
  };
}
const read = (message: string) => readMessage(new IntlMessageFormat(message, 'en').getAst());

describe('messages', () => {
  test.each(KEYS)('%s takes the same values in both languages', (key) => {
    expect(read(en[key]).takes).toEqual(read(zhCN[key]).takes);
  });

  test('English has no Chinese in it but the word a report prints', () => {
    const foreign = KEYS.filter((key) => HAN.test(en[key].replace('无', '')));
    expect(foreign).toEqual([]);
  });

  test('Chinese has no English words but names of formats, ids and licences', () => {
    const allowed =
      /CSV|JSON|SVG|PNG|Esc|ICP|KB|CC BY|Wilson|deduplicated|consolidated|own|all|any|clean|reports|demo|zh|CN|en|asc|desc|requests\.granted\.total/g;
    // The page about the API names the protocol, its headers and the ids of parameters as they are.
    const protocol =
      /GET|HEAD|OpenAPI|Content-Disposition|X-Row-Count|If-None-Match|Retry-After|RateLimit(?:-Policy)?|ETag|CORS|RFC|Link|Parquet|gzip|curl|data-urlencode|application\/problem\+json|meta\.next|\b(?:where|id|applicant|number|missing|blank|rel|next|null|after|bom|errors|at)\b/g;
    // The page that reads a visitor's files names their formats and the commands that do the same.
    const formats = /HTML|Word|PDF|Excel|ZIP|MB|UPLOADS=1 npm start|npm run (?:--silent )?parse(?: --)?/g;
    const wordsOf = (key: (typeof KEYS)[number]): string => {
      const words = read(zhCN[key]).words;
      const named = key.startsWith('api.') ? protocol : key.startsWith('upload.') ? formats : /ZIP|Home|End/g;
      return words.replace(named, '').replace(allowed, '');
    };
    const foreign = KEYS.filter(
      (key) => !/^(?:problem|parameter)\./.test(key) && /[A-Za-z]{2,}/.test(wordsOf(key)),
    );
    expect(foreign).toEqual([]);
  });

  test('every issue code has its words in Chinese too', () => {
    for (const code of ISSUE_CODES) expect(zhCN[`issue.${code}`]).toMatch(HAN);
  });

  test.each(LANGUAGES)('%s has the messages of Chinese and no others', (language) => {
    expect(Object.keys(dictionaryOf(language).messages).sort()).toEqual([...KEYS].sort());
  });

  test('rules have their words in Chinese too', () => {
    const rules = KEYS.filter((key) => key.startsWith('rule.'));
    expect(rules.length).toBeGreaterThanOrEqual(24);
    for (const key of rules) expect(zhCN[key]).toMatch(HAN);
  });

  test('plurals and numbers follow the language', () => {
    const said = (language: 'zh-CN' | 'en', reports: number) =>
      translator(language)('chart.count.point', { year: '2024', value: '5', reports });
    expect(said('en', 1)).toBe('2024: 5 (1 report)');
    expect(said('en', 2648)).toBe('2024: 5 (2,648 reports)');
    expect(said('zh-CN', 2648)).toBe('2024：5（2,648 份报告）');
  });

  test('marked-up parts come back in their place', () => {
    const parts = translator('en').rich(
      'checks.total',
      { fails: 2, told: 41 },
      { b: (text) => ({ text }), m: (text) => ({ text }) },
    );
    expect(parts).toEqual([{ text: '2' }, ' mismatches ', { text: '/ 41 equations' }]);
  });
});

describe('numbers and dates', () => {
  test.each([
    [formatNumber(17219, 'zh-CN'), '17,219'],
    [formatNumber(-8, 'en'), '−8'],
    [formatPercent(1816 / 3050, 'zh-CN'), '59.5%'],
    [formatDate('2021-01-27', 'zh-CN'), '2021年1月27日'],
    [formatDate('2021-01-27', 'en'), '27 January 2021'],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected);
  });
});

describe('the language of an answer', () => {
  test.each([
    ['en', null, 'en'],
    ['zh', 'en-US,en', 'zh-CN'],
    [null, 'en-US,en;q=0.9', 'en'],
    [null, 'fr, en;q=0.5, zh-TW;q=0.8', 'zh-CN'],
    [null, 'en;q=0, zh', 'zh-CN'],
    ['xx', null, 'zh-CN'],
    [null, null, 'zh-CN'],
  ] as const)('lang=%s with %s is %s', (chosen, accept, expected) => {
    expect(negotiateLanguage(chosen, accept)).toBe(expected);
  });
});

describe('html', () => {
  test('no inserted text can open a tag or leave its attribute', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '无', '=', '/', ' ') }),
        (text) => {
          const made = html`<i title="${text}">${text}</i>`.text;
          expect(made.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/<(?!\/?i[ >])/);
          expect(made.match(/"/g)).toHaveLength(2);
          expect(escapeHtml(text)).not.toMatch(/[<>"']/);
        },
      ),
    );
  });
});
