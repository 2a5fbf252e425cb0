import { describe, expect, test } from 'vitest';
import { isAdvertising, mayBeOverwritten, officeLeft } from '../../../lib/identify/agency/advertising';

describe('advertising in a name', () => {
  test.each([
    '香港六宝典资料免费办公室',
    '优米体育足球财政局',
    '华体会体育审计局',
    '澳门金沙娱乐平台人民政府办公室',
    'abcbet体育_abcbet官网@:西柳镇人民政府',
    'bet365财政局',
    '新金沙娱乐官网区人民政府',
    '某某彩票财政局',
    '某某官网财政局',
    '某网址财政局',
    '世界杯比赛直播财政局',
    'NG娱乐财政局',
  ])('%s', (name) => {
    expect(isAdvertising(name)).toBe(true);
  });
  test.each([
    '江永县体育局',
    '江永县文化广电旅游体育局',
    '国家体育总局',
    '江永县宝塔区财政局',
    '半岛街道办事处',
    '江南区人民政府',
    '大发镇人民政府',
    '银河路街道办事处',
    '永利镇人民政府',
    '江永县成人教育中心学校'.replace('成人', '职业'),
    '北京市朝阳区奥运村街道',
    '太阳城镇人民政府',
  ])('%s holds none', (name) => {
    expect(isAdvertising(name)).toBe(false);
  });
});

test.each([
  ['香港六宝典资料免费办公室', '人民政府办公室'],
  ['香港六宝典资料免费办公厅', '人民政府办公厅'],
  ['澳门金沙娱乐平台人民政府办公室', '人民政府办公室'],
  ['华体会体育审计局', '审计局'],
  ['优米体育足球财政局', '财政局'],
  ['优米体育足球教育和体育局', '教育和体育局'],
  ['优米体育直播卫生健康委员会', '卫生健康委员会'],
  ['凤凰天机财政局', '财政局'],
  ['凯发国际市场监督管理局', '市场监督管理局'],
  ['凯发国际事务管理和财政局', '财政局'],
  ['开奖人民政府', '人民政府'],
  ['开奖政府', '人民政府'],
  ['开奖某某', ''],
  ['开奖投资促进中心', '投资促进中心'],
  ['开奖官网下载开奖财政局', '财政局'],
])('what is left of %s is %s', (name, left) => {
  expect(officeLeft(name)).toBe(left);
});

describe('words that may be advertising', () => {
  test.each(['凤凰天机财政局', '某某娱财政局', '天机审计局'])(
    '%s on a site that is no government’s',
    (name) => {
      expect(mayBeOverwritten(name, false)).toBe(true);
      expect(mayBeOverwritten(name, true)).toBe(false);
    },
  );
  test.each([
    '高新区财政局',
    '某开发园财政局',
    '某直属机关财政局',
    '城乡财政局',
    '国家统计局',
    '长江水利委员会',
    '南海气象局',
    '财政局',
    '天财政局',
    '凤凰天机人民政府办公室',
    '凤凰天机人民政府',
    '凤凰天机',
  ])('%s is a name of its own', (name) => {
    expect(mayBeOverwritten(name, false)).toBe(false);
  });
});
