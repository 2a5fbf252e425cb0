/**
 * English names of the provinces, by the first two digits of their code (GB/T 2260). The names below them are written in
 * Chinese only: there is no official English for thousands of counties.
 */
import type { LabelKey } from './language';

const ENGLISH: Readonly<Record<string, string>> = {
  '11': 'Beijing',
  '12': 'Tianjin',
  '13': 'Hebei',
  '14': 'Shanxi',
  '15': 'Inner Mongolia',
  '21': 'Liaoning',
  '22': 'Jilin',
  '23': 'Heilongjiang',
  '31': 'Shanghai',
  '32': 'Jiangsu',
  '33': 'Zhejiang',
  '34': 'Anhui',
  '35': 'Fujian',
  '36': 'Jiangxi',
  '37': 'Shandong',
  '41': 'Henan',
  '42': 'Hubei',
  '43': 'Hunan',
  '44': 'Guangdong',
  '45': 'Guangxi',
  '46': 'Hainan',
  '50': 'Chongqing',
  '51': 'Sichuan',
  '52': 'Guizhou',
  '53': 'Yunnan',
  '54': 'Tibet',
  '61': 'Shaanxi',
  '62': 'Gansu',
  '63': 'Qinghai',
  '64': 'Ningxia',
  '65': 'Xinjiang',
  '66': 'Xinjiang Production and Construction Corps',
  '71': 'Taiwan',
  '81': 'Hong Kong',
  '82': 'Macao',
};

/** The name of a region in the language of the page: English for a province on English pages, else the one given. */
export function regionNameIn(label: LabelKey, code: string, name: string): string {
  return label === 'en' ? (ENGLISH[code] ?? name) : name;
}

/** `zh-CN` for a name that is written in Chinese, so that it is spoken and set right; else nothing. */
export const languageOfName = (name: string): 'zh-CN' | undefined =>
  /\p{Script=Han}/u.test(name) ? 'zh-CN' : undefined;
