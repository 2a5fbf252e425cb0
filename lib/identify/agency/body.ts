/**
 * What kind of body reports, told by its name alone: the word it ends in, and for a few the words it begins with.
 * The order of the rules matters: a tax bureau is vertical before it is a bureau, 某办公室 of a government is its
 * office, and 外事办公室 is a department.
 */
import type { Body, Level } from '../../record';
import type { PlaceReading } from '../place/place-in-name';
import { readSystem } from '../place/place-in-organisation';
import { isZoneName } from '../place/place-name';

const VERTICAL =
  /国家税务|税务局|国税|地税|银行保险监督|银行业监督|保险监督|证券监督|海关|(?<!地方|港航和)海事局|海事处|气象(?:局|部门|台)|(?<!防震减)地震局|烟草|邮政管理|国家邮政局|调查总?队|银保监|银监|保监|证监|金融监督管理总局|(?<!地方金融)(?<!地方)金融监管(?:分)?局|监管分局|边检|边防检查|出入境检验|检验检疫|消防救援|人民银行|外汇管理|通信管理局|能源监管|国家能源局[\u4e00-\u9fff]*监管|财政部[\u4e00-\u9fff]*监管局|矿山安全监察|煤矿安全监察|民用航空|民航|铁路监督|储备物资|国家粮食和物资储备局|航道局|海警|财政监察专员|特派员办|长江航务|珠江航务|流域管理局|移民管理/;
const LOCAL_FINANCE = /地方金融/;
const INSTITUTION =
  /(?:中心|学校|小学|中学|[一二三四五六七八九十]中|高中|初中|幼儿园|大学|学院|医院|卫生院|卫生所|卫生室|保健院|保健所|疾控|公司|集团|工厂|水厂|电厂|馆|少年宫|文化宫|公积金管理中心[\u4e00-\u9fff]*|电视台|广播台|电台|研究院|研究所|设计院|科学院|监测站|服务站|总站|水库|农场|林场|牧场|协会|学会|联合会|基金会|党校|社科院|敬老院|福利院|出版社|日报社|报社|血站|社区|居委会|村委会|管理站|机场|动物园|植物园)$/;
/** People's organisations that stand among the departments on every government's list. */
const ORGANISATION = /残疾人联合会|工商业联合会|文学艺术界联合会|妇女联合会|科学技术协会|供销合作社联合会/;
const OFFICE =
  /(?:(?:人民)?政府|国务院|管理委员会|管委会|行署|行政公署|区府|市府|县委|区委|市委|党工委|党委|兵团|师市?)(?:党政|党政综合|综合)?(?:办公室|办公厅|办)$|(?:镇|乡|街道|苏木|办事处)(?:办公室|(?:党政|党政综合|综合|综合事务)办(?:公室)?)$|^(?:党政|政府|党政综合)?办公[室厅]$|^政府办$/;
const GOVERNMENT =
  /(?:人民政府|行政公署|行署|(?<=[省市区县旗州盟镇乡木])政府)(?:$|[ 、,(和暨及].*(?:管委会|管理委员会|[)])$)|^(?:人民)?政府(?:$|[ 、,(和暨及].*(?:管委会|管理委员会|[)])$)/;
/** A place that no gazetteer knows is a place still. */
const A_PLACE = /(?:[县市州旗镇乡]|苏木)$/;
const SUBDISTRICT = /(?:街道|街道办事处|街道办|街办事处|街道党工委|地区办事处|社区管理委员会)$/;
const ZONE_BODY = /(?:管理委员会|管委会|筹备委员会|筹委会|指挥部|管理办公室|管理局)$/;

/** The kind of body; null only for a name that is not there. */
export function bodyOf(name: string, reading: PlaceReading, level: Level | null): Body | null {
  if (!name) return null;
  const rest = reading.rest.trim().replace(/(?<=.)\([^()]*\)$|^\([^()]*\)/, '');
  if (SUBDISTRICT.test(name) || (level === 'township' && rest === '办事处')) return 'subdistrict';
  const system = readSystem(name);
  if (VERTICAL.test(system + rest) && !LOCAL_FINANCE.test(name)) return 'vertical';
  if (OFFICE.test(name) || OFFICE.test(rest)) return 'office';
  if (reading.kind === 'zone' && /^(?:管理委员会|管委会|管委|)$/.test(rest))
    return isCorps(name) ? 'government' : 'institution';
  if (GOVERNMENT.test(name) || rest === '' || /^(?:特区|林区)$/.test(rest)) return 'government';
  if (ORGANISATION.test(rest)) return 'department';
  if (INSTITUTION.test(name.replace(/(?<=.)\([^()]*\)$/, ''))) return 'institution';
  const zone = name.replace(/(?<=.)\([^()]*\)$/, '').replace(ZONE_BODY, '');
  if (isZoneName(zone.replace(/\([^()]*\)$/, ''))) return 'institution';
  return A_PLACE.test(name) ? 'government' : 'department';
}

/** A division of the 兵团 governs, unlike a development zone. */
const isCorps = (name: string): boolean =>
  /兵团|第[一二三四五六七八九十]+师|^[一二三四五六七八九十]+师/.test(name);
