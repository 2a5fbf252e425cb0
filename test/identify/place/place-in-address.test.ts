import { describe, expect, test } from 'vitest';
import { loadGazetteer } from '../../../lib/identify/index';
import { addressParts, fitLabel, regionsSpelled } from '../../../lib/identify/place/place-in-address';

const gazetteer = loadGazetteer();
const region = (code: string) => {
  const found = gazetteer.byCode.get(code);
  if (!found) throw new Error(`no region ${code}`);
  return found;
};

describe('how well a label fits a place', () => {
  test.each([
    // the whole name, with and without its kind and what sites put behind it
    ['jiangyong', '431125', 3],
    ['jiangyongxian', '431125', 3],
    ['jiangyongx', '431125', 3],
    ['jiangyongzf', '431125', 3],
    ['jiangyongxxxgk', '431125', 3],
    ['jiangyongshi', '431125', 0],
    ['jiangyongabc', '431125', 0],
    ['xjiangyong', '431125', 0],
    ['yongzhoushi', '431100', 3],
    ['fushunqu', '110105', 0],
    ['chaoyangqu', '110105', 3],
    ['hainanzhou', '632500', 3],
    ['hulunbeiershi', '150700', 3],
    ['aohanqi', '150430', 3],
    ['xilinguolemeng', '152500', 3],
    ['hunansheng', '430000', 3],
    // initials behind those of a place above it
    ['yzjy', '431125', 3],
    ['hnjy', '431125', 3],
    ['bjchy', '110105', 3],
    ['bjcy', '110105', 3],
    ['ccchaoyang', '220104', 3],
    ['sgwjq', '440203', 3],
    ['tjhp', '120101', 3],
    ['syhp', '210102', 3],
    ['tjhp', '210102', 0],
    ['nmgaohan', '150430', 3],
    ['tibetlasa', '540100', 3],
    ['hljharbin', '230100', 0],
    ['sntongchuan', '610200', 3],
    // initials alone
    ['xa', '610100', 1],
    ['jy', '431125', 1],
    ['jyx', '431125', 1],
    ['jyxzf', '431125', 1],
    ['chy', '110105', 1],
    // a province's own letters
    ['nmg', '150000', 3],
    ['nm', '150000', 3],
    ['hlj', '230000', 3],
    ['yn', '530000', 3],
    ['xz', '540000', 3],
    ['tibet', '540000', 3],
    ['sn', '610000', 3],
    ['shaanxi', '610000', 3],
    ['gx', '450000', 3],
    ['nx', '640000', 3],
    ['xj', '650000', 3],
    ['shaanxi', '140000', 0],
    // nothing
    ['j', '431125', 0],
    ['moe', '431125', 0],
    ['zfxxgk', '431125', 0],
    ['shangjiangxu', '431125101', 0],
  ] as const)('%s and %s: %i', (label, code, fit) => {
    expect(fitLabel(label, region(code))).toBe(fit);
  });
  test('is the same the second time', () => {
    expect([fitLabel('yzjy', region('431125')), fitLabel('yzjy', region('431125'))]).toEqual([3, 3]);
  });
});

describe('regions spelled by a label', () => {
  test.each([
    ['jiangyong', ['431125']],
    ['jiangyongxian', ['431125']],
    ['jiangyongxianzf', ['431125']],
    ['jiangyongxiangov', ['431125']],
    ['jiangyongshi', []],
    ['hainanzhou', ['632500']],
    ['taizhou', ['321200', '331000']],
    ['suzhou', ['320500', '341300', '620902']],
    ['fuzhoushi', ['350100', '361000']],
    ['yichun', ['230700', '360900']],
    ['aohanqi', ['150430']],
    ['hunansheng', ['430000']],
    ['xilinguolemeng', ['152500']],
    ['jiangyongx', []],
    ['xjiangyong', []],
    ['abc', []],
    ['xxgk', []],
  ])('%s', (label, codes) => {
    expect(
      regionsSpelled(label, gazetteer)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(codes);
  });
  test('a name of three letters is no word to go by', () => {
    expect(regionsSpelled('wen', gazetteer)).toEqual([]);
  });
});

describe('the parts of an address', () => {
  test.each([
    [
      'http://www.jiangyong.gov.cn/jiangyong/czj/202101/1.shtml',
      ['jiangyong'],
      ['jiangyong', 'czj', 'shtml'],
      true,
    ],
    ['https://zygh.xa.gov.cn/zwgk/gkndbg/61f6.html', ['zygh', 'xa'], ['zwgk', 'gkndbg', 'html'], true],
    ['HTTP://WWW.Beijing.GOV.CN/GongKai', ['beijing'], ['gongkai'], true],
    [' http://user@m.abc.com:8080/a1/b_c-d.htm?x=y#z ', ['abc'], ['htm'], false],
    ['http://wap.abc.com.cn/news', ['abc'], ['news'], false],
    ['http://newton.com.tw/wiki/1', ['newton'], ['wiki'], false],
    ['http://big5.mot.gov.cn/gate/big5/xxgk', ['mot'], ['gate', 'big', 'xxgk'], true],
    ['http://new.a.org.cn', ['a'], [], false],
    ['http://old.a.net.cn', ['a'], [], false],
    ['http://a.gov', ['a'], [], false],
    ['http://180.76.149.248:88/book', [], ['book'], false],
    ['http://gov.cn.abc.com/x1y', ['cn', 'abc'], [], false],
    ['http://notgov.cn/', ['notgov'], [], false],
    ['http://gov.cn/', [], [], true],
    ['http://a.top/zwgk8/jzxxgkml', ['a'], ['zwgk', 'jzxxgkml'], false],
    [`http://a.cc/${'x'.repeat(25)}/${'y'.repeat(24)}`, ['a'], ['y'.repeat(24)], false],
    ['no address', [], [], false],
    ['', [], [], false],
  ])('%s', (url, labels, segments, isGovernment) => {
    expect(addressParts(url)).toEqual({ labels, segments, isGovernment });
  });
});
