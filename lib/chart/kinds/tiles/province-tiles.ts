/** Where each province stands in the tile map: a grid of 8 × 8, neighbours as near as squares allow; not a map outline. */
export type ProvincePlace = { code: string; column: number; row: number; zh: string; en: string };

/** The 34 provincial regions and 兵团 beside 新疆. `en` is the code of ISO 3166-2:CN; 兵团 has none of its own. */
export const PROVINCE_PLACES: readonly ProvincePlace[] = [
  { code: '23', column: 7, row: 0, zh: '黑龙江', en: 'HL' },
  { code: '15', column: 5, row: 1, zh: '内蒙古', en: 'NM' },
  { code: '11', column: 6, row: 1, zh: '北京', en: 'BJ' },
  { code: '22', column: 7, row: 1, zh: '吉林', en: 'JL' },
  { code: '66', column: 0, row: 1, zh: '兵团', en: 'XPCC' },
  { code: '65', column: 0, row: 2, zh: '新疆', en: 'XJ' },
  { code: '62', column: 2, row: 2, zh: '甘肃', en: 'GS' },
  { code: '64', column: 3, row: 2, zh: '宁夏', en: 'NX' },
  { code: '14', column: 4, row: 2, zh: '山西', en: 'SX' },
  { code: '13', column: 5, row: 2, zh: '河北', en: 'HE' },
  { code: '12', column: 6, row: 2, zh: '天津', en: 'TJ' },
  { code: '21', column: 7, row: 2, zh: '辽宁', en: 'LN' },
  { code: '54', column: 0, row: 3, zh: '西藏', en: 'XZ' },
  { code: '63', column: 1, row: 3, zh: '青海', en: 'QH' },
  { code: '61', column: 3, row: 3, zh: '陕西', en: 'SN' },
  { code: '41', column: 4, row: 3, zh: '河南', en: 'HA' },
  { code: '37', column: 5, row: 3, zh: '山东', en: 'SD' },
  { code: '32', column: 6, row: 3, zh: '江苏', en: 'JS' },
  { code: '51', column: 2, row: 4, zh: '四川', en: 'SC' },
  { code: '50', column: 3, row: 4, zh: '重庆', en: 'CQ' },
  { code: '42', column: 4, row: 4, zh: '湖北', en: 'HB' },
  { code: '34', column: 5, row: 4, zh: '安徽', en: 'AH' },
  { code: '33', column: 6, row: 4, zh: '浙江', en: 'ZJ' },
  { code: '31', column: 7, row: 4, zh: '上海', en: 'SH' },
  { code: '53', column: 2, row: 5, zh: '云南', en: 'YN' },
  { code: '52', column: 3, row: 5, zh: '贵州', en: 'GZ' },
  { code: '43', column: 4, row: 5, zh: '湖南', en: 'HN' },
  { code: '36', column: 5, row: 5, zh: '江西', en: 'JX' },
  { code: '35', column: 6, row: 5, zh: '福建', en: 'FJ' },
  { code: '71', column: 7, row: 5, zh: '台湾', en: 'TW' },
  { code: '45', column: 3, row: 6, zh: '广西', en: 'GX' },
  { code: '44', column: 4, row: 6, zh: '广东', en: 'GD' },
  { code: '81', column: 5, row: 6, zh: '香港', en: 'HK' },
  { code: '82', column: 6, row: 6, zh: '澳门', en: 'MO' },
  { code: '46', column: 4, row: 7, zh: '海南', en: 'HI' },
];

/** Regions to which the regulations on open government information do not apply. */
export const OUTSIDE = ['71', '81', '82'];
