import { describe, expect, test } from 'vitest';
import type { Block, Grid } from '../../lib/document';
import { documentLines } from '../../lib/identify/lines';
import { linesDocument } from './lines-document';

const parts = (...texts: string[]): string[] =>
  documentLines(linesDocument(texts.join('\n'))).map(({ text, part }) => `${part} ${text}`);
const partOf = (texts: string[], text: string): string | undefined =>
  documentLines(linesDocument(texts.join('\n'))).find((line) => line.text === text)?.part;

const grid = (...texts: string[]): Grid => ({
  kind: 'grid',
  width: texts.length,
  at: { line: 9 },
  rows: [
    texts.map((text, column) => ({
      text,
      row: 0,
      column,
      rowspan: 1,
      colspan: 1,
      at: { line: 9, cell: column + 1 },
    })),
  ],
});
const ofBlocks = (...blocks: Block[]) => documentLines({ ...linesDocument(''), blocks });

test('no document has no lines', () => {
  expect(documentLines(null)).toEqual([]);
});

describe('lines', () => {
  test('are a paragraph or its pieces, made comparable, blank ones left out, each with its place', () => {
    const paragraph = { kind: 'paragraph' as const, text: '江永县　2021年\n \n（续）', at: { line: 4 } };
    expect(ofBlocks(paragraph)).toEqual([
      { text: '江永县2021年', at: { line: 4 }, part: 'head', cell: false },
      { text: '(续)', at: { line: 4 }, part: 'head', cell: false },
    ]);
  });
  test('are also the cells of a grid of four characters and more', () => {
    expect(ofBlocks(grid('一二三', '一二三四', '一二三\n一二三四五'))).toEqual([
      { text: '一二三四', at: { line: 9, cell: 2 }, part: 'head', cell: true },
      { text: '一二三四五', at: { line: 9, cell: 3 }, part: 'head', cell: true },
    ]);
  });
  test('are cut after 4000 characters', () => {
    const [line] = ofBlocks({ kind: 'paragraph', text: '字'.repeat(4001), at: {} });
    expect(line?.text).toHaveLength(4000);
  });
  test('a character that prints nothing makes no line', () => {
    expect(ofBlocks({ kind: 'paragraph', text: '\u200b', at: {} })).toEqual([]);
  });
});

describe('what stands before the first chapter is the head', () => {
  test.each([
    '一、总体情况',
    '总体情况',
    '第一部分 概述',
    '第一部分概述',
    '第一章 总体情况',
    '1.基本情况',
    '1、概况',
    '1 概况',
    '（一）总体情况',
    '(一）、总体情况',
    '一 总体情况',
    '一：总体情况',
    '一，总体情况',
    '一、政府信息公开总体情况',
    '一、政府信息公开工作基本情况',
    '一、总体情况(包括主动公开和依申请公开,以及其他方面的情况)',
  ])('%s', (heading) => {
    const texts = ['标题', heading, '正文'];
    expect(parts(...texts).map((line) => line.slice(0, 4))).toEqual(['head', 'body', 'body']);
  });
  test.each(['我局总体情况', '二、总体情况', '一、主动公开', `一、总体情况${'字'.repeat(25)}`])(
    '%s is no first chapter',
    (heading) => {
      expect(partOf(['标题', heading, '正文'], '正文')).toBe('head');
    },
  );
  test('a heading of thirty characters still is', () => {
    expect(partOf(['标题', `一、总体情况${'字'.repeat(24)}`, '正文'], '正文')).toBe('body');
  });
  test('a cell is none', () => {
    const text = { kind: 'paragraph' as const, text: '正文', at: {} };
    expect(ofBlocks(text, grid('一、总体情况'), text).map(({ part }) => part)).toEqual([
      'head',
      'head',
      'head',
    ]);
  });
  test('without a first chapter the first twelve lines are the head', () => {
    const lines = documentLines(linesDocument(Array<string>(14).fill('字').join('\n')));
    expect(lines.filter(({ part }) => part === 'head')).toHaveLength(12);
    expect(lines[11]?.part).toBe('head');
    expect(lines[12]?.part).toBe('body');
  });
});

describe('what stands behind the last chapter may be the foot', () => {
  const start = ['标题', '一、总体情况', '正文'];
  test.each([
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
    '六、其它事项',
    '(六)、其他事项',
    '六 其他事项',
    '六.需要说明的事项',
    '七、附件',
    '八、政府信息公开中存在的问题',
  ])('a footer behind %s', (heading) => {
    expect(
      partOf([...start, '湘ICP备05009409号', heading, '无', '湘ICP备05009409号'], '湘ICP备05009409号'),
    ).toBe('body');
    expect(parts(...start, heading, '无', '湘ICP备05009409号').slice(-2)).toEqual([
      'body 无',
      'foot 湘ICP备05009409号',
    ]);
  });
  test.each([
    '四、其他需要报告的事项',
    '六其他需要报告的事项',
    // a row of the third table
    '(六)其他处理',
    '六、本年度全县各部门信息公开存在',
    `六、其他${'字'.repeat(37)}`,
  ])('%s is no last chapter', (heading) => {
    expect(parts(...start, heading, '湘ICP备05009409号').at(-1)).toBe('body 湘ICP备05009409号');
  });
  test('a heading of forty characters still is', () => {
    expect(parts(...start, `六、其他${'字'.repeat(36)}`, '湘ICP备05009409号').at(-1)).toMatch(/^foot/);
  });
  test.each([
    '湘ICP备05009409号',
    '蜀公网安备51000000000000号',
    '备案编号:无',
    '网站标识码:4311250001',
    '网站标识',
    '主办:某县人民政府',
    '承办单位:某办',
    '版权所有',
    '技术支持',
    '邮政编码:425400',
    '邮编:425400',
    '联系电话:0746-5722222',
    '网站地图',
  ])('%s is a footer', (text) => {
    expect(parts(...start, '六、其他事项', text).at(-1)).toBe(`foot ${text}`);
  });
  test('a long paragraph is none, though it speaks of footers', () => {
    const said = `主办${'字'.repeat(198)}`;
    expect(partOf([...start, '六、其他事项', said], said)).toBe('body');
    expect(partOf([...start, '六、其他事项', said.slice(1)], said.slice(1))).toBe('body');
    expect(partOf([...start, '六、其他事项', said.slice(0, 199)], said.slice(0, 199))).toBe('foot');
  });
  test('all that stands more than thirty lines behind it is foot, the headings of lists too', () => {
    const lines = documentLines(
      linesDocument([...start, '六、其他事项', ...Array<string>(32).fill('字')].join('\n')),
    );
    expect(lines.slice(4).map(({ part }) => part)).toEqual([
      ...Array<string>(30).fill('body'),
      'foot',
      'foot',
    ]);
  });
  test('the last of several counts', () => {
    expect(parts(...start, '五、存在的问题', '邮编', '六、其他事项', '邮编').slice(-3)).toEqual([
      'body 邮编',
      'body 六、其他事项',
      'foot 邮编',
    ]);
  });
  test('its heading is not foot itself', () => {
    expect(parts(...start, '六、其他事项:网站地图').at(-1)).toBe('body 六、其他事项:网站地图');
  });
  test('without it there is none', () => {
    expect(parts(...start, '网站地图').at(-1)).toBe('body 网站地图');
    expect(parts('网站地图')).toEqual(['head 网站地图']);
  });
});
