/**
 * Rules about the names of places themselves: what is left of a name without its kind and without the peoples of an
 * autonomous area, and the short forms people write. No list of places is kept here.
 */

const PEOPLES =
  '蒙古族|蒙古|回族|藏族|维吾尔族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|锡伯|阿昌族|普米族|塔吉克族|塔吉克|怒族|乌孜别克族|俄罗斯族|鄂温克族|德昂族|保安族|裕固族|京族|独龙族|鄂伦春族|鄂伦春|赫哲族|门巴族|珞巴族|基诺族|达翰尔族|各族|回';
const LAST_PEOPLE = new RegExp(`(?:${PEOPLES})$`);
const AUTONOMOUS = /^(.+?)自治([区州县旗])$/;
const ETHNIC_TOWN = /^(.+?)(民族)?(乡|镇|苏木)$/;
const KIND = /(?:行政委员会|自治区|地区|(?<=神农架)林区|特区|新区|省|市|区|县|盟|旗)$/;

/** The name without the peoples at its end, never shorter than two characters: 三都水族 → 三都. */
export function withoutPeoples(name: string): string {
  let core = name;
  for (
    let cut = core.replace(LAST_PEOPLE, '');
    cut !== core && cut.length >= 2;
    cut = core.replace(LAST_PEOPLE, '')
  )
    core = cut;
  return core;
}

/** The name without its kind: 江永县 → 江永, 三都水族自治县 → 三都, 城区 → 城. Never empty. */
export function coreName(name: string): string {
  const autonomous = AUTONOMOUS.exec(name);
  if (autonomous) return withoutPeoples(autonomous[1] as string).replace(/(?<=..)族$/, '');
  return name.replace(KIND, '') || name;
}

/** Other ways to write a name in full, by rule: 海南藏族自治州 → 海南州, 海南自治州; 耿马傣族佤族自治县 → 耿马自治县, 耿马县. */
export function shortForms(name: string): string[] {
  const autonomous = AUTONOMOUS.exec(name);
  if (!autonomous) return [];
  const [, peoples, kind] = autonomous as unknown as [string, string, string];
  const core = coreName(name);
  const forms = [`${core}自治${kind}`];
  if (kind !== '区') forms.push(core + kind);
  if (kind === '州' && core !== peoples) forms.push(`${core}地区`);
  return forms.filter((form) => form !== name);
}

/** Names a place had before it was upgraded, by rule: 洪泽区 → 洪泽县; 大丰区 → 大丰市, 大丰县; 昌都市 → 昌都地区. */
export function formerForms(name: string, level: string): string[] {
  const core = name.replace(/[市区]$/, '');
  if (core === name || core.length < 2) return [];
  if (level === 'prefecture') return [`${core}地区`];
  return name.endsWith('区') ? [`${core}县`, `${core}市`] : [`${core}县`];
}

/** A township's name without its kind and people: 木座藏族乡 → 木座, 华富街道办事处 → 华富. */
export function bareTown(name: string): string {
  const street = /^(.+?)(?:街道办事处|街道办|街办事处|街道|地区办事处|办事处)$/.exec(name);
  if (street) return street[1] as string;
  const town = ETHNIC_TOWN.exec(name);
  if (!town) return name;
  return withoutPeoples(town[1] as string);
}

/** Township names as people write them, reduced to one form: 华富街道办事处 and 华富街道办 → 华富街道. */
export function townKey(name: string): string {
  const key = /[处办委]$/.test(name)
    ? name.replace(/街(?:道办事处|道办|办事处|道党工委|道工委)$/, '街道').replace(/地区办事处$/, '地区')
    : name;
  return key.endsWith('街街道') ? `${key.slice(0, -2)}道` : key;
}

/** True for development zones and the like that the statistics bureau lists among the townships. */
export function isZoneName(name: string): boolean {
  return /(?:开发区|高新区|经开区|保税区|保税港区|产业区|经济区|示范区|度假区|风景区|景区|试验区|实验区|集聚区|合作区|园区|产业园|工业园|科技园|科技城|生态城|新城|新区|管理区|特区|经济带|科学城|港务区|风景名胜区|自然保护区|农高区|综保区|商务区|自贸区|片区|加工区|集中区|旅游区|物流区|产业城|科创城|大学城|基地)$/.test(
    name,
  );
}
