import { expect, test } from 'vitest';
import { isPlace, placeName } from '../../lib/i18n/place-name';

const nowhere = { province: null, prefecture: null, county: null, township: null };

test('a name runs from the province down, each step once', () => {
  expect(placeName(nowhere)).toBe('');
  expect(placeName({ ...nowhere, province: '江苏省', prefecture: '淮安市', county: '涟水县' })).toBe(
    '江苏省淮安市涟水县',
  );
  expect(placeName({ ...nowhere, province: '天津市', prefecture: '天津市' })).toBe('天津市');
});

test('the groups that stand for a prefecture where there is none are left out', () => {
  const groups = ['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'];
  for (const prefecture of groups) {
    expect(isPlace(prefecture)).toBe(false);
    expect(placeName({ ...nowhere, province: '某省', prefecture, county: '某县' })).toBe('某省某县');
  }
});
