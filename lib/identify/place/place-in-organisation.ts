/**
 * Reads the place of an organisation's name also where words of a national system stand before it:
 * 国家税务总局|鄂州市鄂城区|税务局, 中共|江永县|委. A national body alone has no place.
 */
import { type Gazetteer, isWithin, type Region } from './gazetteer';
import { type PlaceReading, readPlace } from './place-in-name';
import { isZoneName } from './place-name';

const SYSTEM =
  /^(?:中华人民共和国|国家税务总局|国家统计局|国家金融监督管理总局|国家外汇管理局|国家矿山安全监察局|国家煤矿安全监察局|国家能源局|国家邮政局|国家粮食和物资储备局|国家知识产权局|国家安全监管总局|国家发展改革委|国家林业和草原局|国家林业局|财政部|审计署|公安部|商务部|水利部|交通运输部|自然资源部|生态环境部|工业和信息化部|中国银行保险监督管理委员会|中国银行业监督管理委员会|中国保险监督管理委员会|中国证券监督管理委员会|中国证监会|中国银保监会|中国银监会|中国保监会|中国人民银行|中国气象局|中国地震局|中国民用航空局?|民航|中国海事局|中国共产党|中共|国网|中国)+(?:驻)?/;
const NATIONAL =
  /^(?:国务院.*|中华人民共和国[\u4e00-\u9fff]+部|(?:外交|国防|国家发展和改革委员会|教育|科学技术|科技|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和?社会保障|自然资源|国土资源|生态环境|环境保护|住房和?城乡建设|交通运输|交通|铁道|水利|农业农村|农业|商务|文化和?旅游|文化|卫生|退役军人事务|应急管理|应急)部(?:办公厅)?|(?:市场监管|市场监督管理|广播电视|广电|体育|质检|工商|安全监管)总局(?:办公厅)?|国家[\u4e00-\u9fff]*(?:总局|局|委员会|委|署|办公室|中心|办)|(?:中国)?(?:人民银行|气象局|地震局|民用航空局|民航局|证券监督管理委员会|证监会|银保监会|银监会|保监会|科学院|工程院|社会科学院)|中国(?:人民银行|气象局|地震局|证监会|银保监会|民用航空局)|审计署|海关总署|全国[\u4e00-\u9fff]+|最高人民(?:法院|检察院)|新华通讯社|交通运输部[\u4e00-\u9fff]*局)$/;

/** Words of a national system at the beginning of a name: 国家税务总局 in 国家税务总局大竹县税务局; '' where there are none. */
export function readSystem(name: string): string {
  return SYSTEM.exec(name)?.[0] ?? '';
}

/** The place at the beginning of a name, behind the words of a national system; `isNational` for such a body itself. */
export function readOrganisation(
  name: string,
  gazetteer: Gazetteer,
): { reading: PlaceReading; isNational: boolean } {
  const direct = readTradeZone(name, gazetteer) ?? readPlace(name, gazetteer);
  const joint = readJoint(direct, name, gazetteer);
  if (joint.regions.length > 0) return { reading: readBranch(joint, gazetteer), isNational: false };
  const system = readSystem(name);
  if (system) {
    const reading = readPlace(name.slice(system.length), gazetteer, true);
    if (reading.regions.length > 0)
      return {
        reading: { ...readBranch(reading, gazetteer), used: system + reading.used },
        isNational: false,
      };
  }
  return {
    reading: direct,
    isNational: NATIONAL.test(name.replace(/\((?:本级)?(?:机关)?\)$/, '')) && !OF_A_PART.test(name),
  };
}

const BRANCH_END =
  /(?:分局|分中心|管理部|(?:供电|供水|燃气)?分公司|支局|支行|分院|分校|分站|分会|支队|大队|监管组|供电公司|服务部)$/;

/** 国家能源局华中监管局: a national body's office for a part of the country. */
const OF_A_PART = /^国家.*(?:华[东中北南]|[东西][北南])/;

const TRADE_ZONE = /^中国\(([\u4e00-\u9fff]{2,4})\)(自由贸易试验区)/;

/** 中国(福建)自由贸易试验区|福州片区 lies in 福州; without a part that is named, in its province. */
function readTradeZone(name: string, gazetteer: Gazetteer): PlaceReading | null {
  const zone = TRADE_ZONE.exec(name);
  if (!zone || readPlace(name, gazetteer).regions.length > 0) return null;
  const [head, province, kind] = zone as unknown as [string, string, string];
  const part = readPlace(province + name.slice(head.length), gazetteer, true);
  if (part.regions.length > 0 && part.used.length > province.length)
    return { ...part, kind: 'zone', used: head + part.used.slice(province.length) };
  const whole = readPlace(province + name.slice(head.length - kind.length), gazetteer);
  return whole.regions.length > 0 ? { ...whole, used: head.slice(0, -kind.length) } : null;
}

const JOINT =
  /^(.*)\(([\u4e00-\u9fff]{2,10})\)((?:人民政府|管理委员会|管委会)?(?:办公室)?|[\u4e00-\u9fff]{1,8}(?:街道|街道办事处|镇|乡)(?:人民政府)?)$/;
const ZONE_END = /(?:区|园|城|基地)$/;

/**
 * A zone run together with a district, or with the place behind it, is that place's: 乌鲁木齐经济技术开发区(头屯河区),
 * 北京大兴国际机场临空经济区(廊坊)管理委员会, 泰州医药高新区(高港区)|口岸街道办事处.
 */
function readJoint(reading: PlaceReading, name: string, gazetteer: Gazetteer): PlaceReading {
  const joint = JOINT.exec(name);
  const [whole, other] = reading.regions;
  if (!joint || other || whole?.level === 'township') return reading;
  const [, before, inner, end] = joint as unknown as [string, string, string, string];
  const isPlace = /[区县市]$/.test(inner);
  if (!whole && !(isPlace && isZoneName(before))) return reading;
  if (!isPlace && !(ZONE_END.test(before) && /^(?:管理委员会|管委会)/.test(end))) return reading;
  const inside = (gazetteer.names.get(inner) ?? []).filter(
    ({ region, kind }) =>
      kind === (isPlace ? 'name' : 'core') &&
      (!whole ||
        isWithin(region, whole) ||
        (isPlace ? isZoneName(before) && region.parent === whole.parent : region.level === 'prefecture')),
  );
  const regions = outermost(inside.map(({ region }) => region));
  const [only, second] = regions;
  if (!only) return reading;
  if (second) return whole ? reading : { ...reading, regions, kind: 'name', used: name, rest: '' };
  if (/街道|[镇乡]/.test(end)) {
    const town = readPlace(only.name + end, gazetteer);
    return town.town
      ? { ...town, regions: town.regions.filter((region) => isWithin(region, only)) }
      : reading;
  }
  const kind = isPlace ? 'name' : 'zone';
  return { ...reading, regions: [only], kind, used: isPlace ? name : before, rest: isPlace ? '' : end };
}

/** 廊坊 is the city and not a county of the same bare name in it. */
function outermost(regions: Region[]): Region[] {
  return regions.filter((region) => !regions.some((outer) => outer !== region && isWithin(region, outer)));
}

/** A branch lies where the words before 分局 say: 衡阳市|生态环境局|耒阳|分局 is 耒阳's. */
function readBranch(reading: PlaceReading, gazetteer: Gazetteer): PlaceReading {
  const end = BRANCH_END.exec(reading.rest);
  const whole = reading.regions.length === 1 ? reading.regions[0] : undefined;
  if (!end || !whole || whole.level === 'township') return reading;
  const before = reading.rest.slice(0, end.index);
  for (let length = Math.min(8, before.length - 1); length >= 2; length--) {
    const places = gazetteer.names.get(before.slice(-length)) ?? [];
    const inside = places.filter(({ region }) => region !== whole && isWithin(region, whole));
    const [only, other] = inside;
    if (only && !other) return { ...reading, regions: [only.region], kind: only.kind };
  }
  return reading;
}
