import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { identify, loadGazetteer } from '../../../lib/identify/index';

const rows = (file: string): string[][] => parse(readFileSync(`data/${file}`), { from_line: 2 });

describe('the gazetteer', () => {
  const gazetteer = loadGazetteer();
  const regions = [...gazetteer.byCode.values()];

  test('holds the divisions of the country, sorted by code, each inside its parent', () => {
    const count = (level: string): number => regions.filter((region) => region.level === level).length;
    expect([count('province'), count('prefecture'), count('county'), count('township')]).toEqual([
      31, 333, 2850, 41352,
    ]);
    const codes = rows('regions.csv').map(([code]) => code);
    expect(codes).toEqual([...codes].sort((a, b) => (String(a) < String(b) ? -1 : 1)));
    for (const region of regions)
      expect(region.parent === null ? region.level : region.code.slice(0, 2)).toBe(
        region.parent?.code.slice(0, 2) ?? 'province',
      );
  });

  test('hangs counties of municipalities and direct counties under their province', () => {
    for (const code of ['500154', '110105', '429004', '419001', '469002', '659001'])
      expect(gazetteer.byCode.get(code)?.parent?.level).toBe('province');
    for (const code of ['441900', '442000', '460400', '620200'])
      expect(gazetteer.byCode.get(code)?.level).toBe('prefecture');
  });

  test.each([
    ['former-regions.csv', 2],
    ['zones.csv', 1],
    ['statistical-zones.csv', 1],
    ['former-townships.csv', 2],
    ['area-codes.csv', 1],
    ['hosts.csv', 1],
  ])('%s names regions of today only', (file, column) => {
    for (const row of rows(file)) expect(gazetteer.byCode.has(row[column] as string), row.join()).toBe(true);
  });

  test('short forms of autonomous areas are made by rule', () => {
    const codeOf = (name: string): string[] =>
      gazetteer.names.get(name)?.map(({ region }) => region.code) ?? [];
    expect(codeOf('海南州')).toEqual(['632500']);
    expect(codeOf('黔东南州')).toEqual(['522600']);
    expect(codeOf('耿马自治县')).toEqual(['530926']);
    expect(codeOf('三都县')).toEqual(['522732']);
    expect(codeOf('鄂伦春旗')).toEqual(['150723']);
    expect(codeOf('内蒙古')).toEqual(['150000']);
  });
});

test('no region of the country is taken for another: each is found under its full path, or stays open', () => {
  const gazetteer = loadGazetteer();
  let right = 0;
  let asked = 0;
  const taken: string[] = [];
  const regions = [...gazetteer.byCode.values()];
  regions.forEach((region, i) => {
    // every county and prefecture, and each twentieth township; names with remarks in brackets are no names of agencies
    if (region.level === 'township' && (i % 20 > 0 || !/^[^（(]+(?:街道|镇|乡|苏木)$/.test(region.name)))
      return;
    if (/群岛/.test(region.name)) return;
    const path = [region.parent?.parent?.name, region.parent?.name, region.name].filter(Boolean).join('');
    const title = `${path}人民政府2022年政府信息公开工作年度报告`;
    const { code, level } = identify({ title, url: null, document: null, path: null }, gazetteer).region;
    asked++;
    if (code === region.code && level === region.level) right++;
    else if (region.level !== 'township' || !region.code.startsWith(code ?? ''))
      taken.push(`${title}: ${code}`);
  });
  expect(taken).toEqual([]);
  expect(right / asked).toBeGreaterThan(0.999);
}, 30_000);

test('every host that is kept by hand is listed once and belongs to a region there is', () => {
  const listed = rows('hosts.csv');
  expect(listed.length).toBeGreaterThan(0);
  expect(new Set(listed.map(([label]) => label)).size).toBe(listed.length);
  expect(listed.filter(([, code = '']) => !loadGazetteer().byCode.has(code))).toEqual([]);
});
