/** The agency as its title or its text writes it, and the name in full: words come only from the region resolved. */
import { describe, expect, test } from 'vitest';
import { loadGazetteer } from '../../../lib/identify/index';
import { findAgency, fullName } from '../../../lib/identify/agency/find-agency';
import type { FoundTitle } from '../../../lib/identify/title/find-title';
import type { PlaceReading } from '../../../lib/identify/place/place-in-name';
import type { Body } from '../../../lib/record';
import { linesOf } from '../lines-of';

const gazetteer = loadGazetteer();
const NOTHING: PlaceReading = { regions: [], kind: null, used: '', rest: '', town: null };
const at = (code: string) => {
  const region = gazetteer.byCode.get(code);
  if (!region) throw new Error(`no region ${code}`);
  return region;
};

describe('the agency as written', () => {
  const title = (agency: string): FoundTitle => ({
    text: `${agency}2021年政府信息公开工作年度报告`,
    agency,
    year: 2021,
    from: 'line',
    at: { line: 3 },
  });
  const lines = linesOf({ text: '江永县财政局严格按照条例要求编制本报告。', part: 'body' });
  test('is the title’s, whatever the text says', () => {
    expect(findAgency(title('江永县审计局'), lines)).toEqual({
      asWritten: '江永县审计局',
      evidence: {
        kind: 'title',
        text: '江永县审计局2021年政府信息公开工作年度报告',
        at: { line: 3 },
        says: '江永县审计局',
      },
    });
  });
  test('is the text’s where no title names one', () => {
    for (const nameless of [null, title('')])
      expect(findAgency(nameless, lines)).toMatchObject({
        asWritten: '江永县财政局',
        evidence: { kind: 'first sentence', at: { line: 1 } },
      });
    expect(findAgency(null, [])).toBeNull();
  });
});

describe('the name in full', () => {
  type Given = {
    code?: string | null;
    /** Words read as places; none where the name begins with no place. */
    used?: string;
    kind?: PlaceReading['kind'];
    town?: string | null;
    body?: Body | null;
    overwritten?: boolean;
  };
  const full = (written: string, { code = null, used, kind, town, body, overwritten }: Given) => {
    const region = code === null ? null : at(code);
    const reading: PlaceReading =
      used === undefined
        ? { ...NOTHING, rest: written }
        : {
            regions: region ? [region] : [],
            kind: kind ?? 'name',
            used,
            rest: written.slice(used.length),
            town: town ?? null,
          };
    return fullName(written, reading, region, body ?? null, overwritten ?? false);
  };

  test.each<[string, Given, string]>([
    // a county under its city or municipality, any other region alone
    ['区浐灞办', { code: '610111' }, '西安市灞桥区浐灞办'],
    ['区财政局', { code: '500154' }, '重庆市开州区财政局'],
    ['县财政局', { code: '422822' }, '建始县财政局'],
    ['自治旗财政局', { code: '150722' }, '呼伦贝尔市莫力达瓦达斡尔族自治旗财政局'],
    ['自治县财政局', { code: '431129' }, '永州市江华瑶族自治县财政局'],
    ['旗财政局', { code: '150430' }, '赤峰市敖汉旗财政局'],
    ['市政府办公室', { code: '530900' }, '临沧市政府办公室'],
    ['自治州财政局', { code: '422800' }, '恩施土家族苗族自治州财政局'],
    ['州财政局', { code: '422800' }, '恩施土家族苗族自治州财政局'],
    ['盟财政局', { code: '152500' }, '锡林郭勒盟财政局'],
    ['行署财政局', { code: '653100' }, '喀什地区财政局'],
    ['地区财政局', { code: '653100' }, '喀什地区财政局'],
    ['省财政厅', { code: '430000' }, '湖南省财政厅'],
    ['自治区财政厅', { code: '450000' }, '广西壮族自治区财政厅'],
  ])('of %s, whose kind stands for the region, has the region’s name instead', (written, given, name) => {
    expect(full(written, given)).toBe(name);
  });

  test.each<[string, string, Given]>([
    ['no region is resolved', '县财政局', { body: 'department' }],
    ['there is no name', '', { code: '431125' }],
    ['no place and no kind begins it', '财政局', { code: '431125', body: 'department' }],
    ['the kind stands inside it', '驻县办公室', { code: '431125', body: 'department' }],
    ['the kind is all of it', '县', { code: '431125', body: null }],
    [
      'a place begins it that only looks like a kind',
      '市中区审计局',
      { code: '511102', used: '市中区', body: 'department' },
    ],
    ['its office is named', '江永县财政局', { code: '431125', used: '江永县', body: 'department' }],
    ['its government is named', '江永县人民政府', { code: '431125', used: '江永县', body: 'government' }],
    ['a place alone is no government', '江永县', { code: '431125', used: '江永县', body: 'office' }],
    [
      'a place alone is a zone',
      '昆山开发区',
      { code: '320583', used: '昆山开发区', kind: 'zone', body: 'government' },
    ],
    [
      'a 街道 alone is no subdistrict’s office',
      '天平路街道',
      { code: '310104003', used: '天平路街道', kind: 'town', town: '天平路街道', body: 'institution' },
    ],
    [
      'the subdistrict’s office is named',
      '天平路街道办事处',
      {
        code: '310104003',
        used: '天平路街道办事处',
        kind: 'town',
        town: '天平路街道办事处',
        body: 'subdistrict',
      },
    ],
    [
      'the 街道 was not read as a place',
      '徐汇区某街道',
      { code: '310104', used: '徐汇区', body: 'subdistrict' },
    ],
  ])('is the name as written where %s', (_, written, given) => {
    expect(full(written, given)).toBe(written);
  });

  test.each<[string, Given, string]>([
    ['江永县', { code: '431125', used: '江永县', body: 'government' }, '江永县人民政府'],
    [
      '上江圩镇',
      { code: '431125101', used: '上江圩镇', kind: 'town', town: '上江圩镇', body: 'government' },
      '江永县上江圩镇人民政府',
    ],
    [
      '江永县上江圩镇',
      { code: '431125101', used: '江永县上江圩镇', kind: 'town', town: '上江圩镇', body: 'government' },
      '江永县上江圩镇人民政府',
    ],
    // a township that is gone is placed in its county, above which is the city: neither name belongs before it
    [
      '某某镇',
      { code: '431125', used: '某某镇', kind: 'former town', town: '某某镇', body: 'government' },
      '某某镇人民政府',
    ],
    [
      '天平路街道',
      { code: '310104003', used: '天平路街道', kind: 'town', town: '天平路街道', body: 'subdistrict' },
      '徐汇区天平路街道办事处',
    ],
  ])('of %s, a place alone, is its government’s', (written, given, name) => {
    expect(full(written, given)).toBe(name);
  });

  test('of an overwritten name is the region’s and the office left', () => {
    expect(full('华体会体育审计局', { code: '511723', overwritten: true })).toBe('开江县审计局');
    expect(full('香港六宝典资料免费办公室', { code: '530900', overwritten: true })).toBe(
      '临沧市人民政府办公室',
    );
    expect(full('华体会体育审计局', { overwritten: true })).toBe('华体会体育审计局');
  });
});
