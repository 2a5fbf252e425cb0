/** Chinese numerals, read and written. */
import { describe, expect, it } from 'vitest';
import { hanNumeral, parseHanNumeral } from '../lib/han-numerals';

describe('Chinese numerals', () => {
  it.each([
    ['〇', 0],
    ['零', 0],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['九十九', 99],
    ['一百零三', 103],
    ['一百一十', 110],
    ['一千二百三十四', 1234],
    ['五千零六', 5006],
    ['两万三千', 23_000],
    ['十二万零五', 120_005],
    ['万', 0],
    ['一万', 10_000],
    ['九千九百九十九万九千九百九十九', 99_999_999],
    ['二〇二一', 2021],
    ['三四五六七八九', 3_456_789],
  ])('%s is %i', (text, value) => {
    expect(parseHanNumeral(text)).toBe(value);
  });
  it.each([
    '',
    '十十',
    '件',
    '十件',
    '第十',
    '一百千',
    '百百',
    '一百百',
    '一二十',
    '二三百',
    '一百二三',
    '一万二万',
    '十十万',
    '一万十十',
    '5',
    '1十',
  ])('%j is none', (text) => {
    expect(parseHanNumeral(text)).toBeNull();
  });
});

describe('a count in Chinese numerals', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [99, '九十九'],
    [0, '0'],
    [100, '100'],
  ])('%i is %s', (count, text) => expect(hanNumeral(count)).toBe(text));
  it('is read back as itself', () => {
    for (let count = 1; count <= 99; count++) expect(parseHanNumeral(hanNumeral(count))).toBe(count);
  });
});
