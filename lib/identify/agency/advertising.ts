/**
 * Hijacked copies replace an agency's place by advertising: 香港六宝典资料免费办公室, 优米体育足球财政局. Such a name is
 * kept as written; what is left of the true one is the office or bureau at its end.
 */

const ADVERTISING =
  /六合|宝典|开奖|资料(?:大全|免费)|免费资料|彩票|博彩|投注|赌|百家乐|老虎机|棋牌|捕鱼|真人|电竞|竞猜|体育(?:足球|篮球|直播|投注|平台|官网|app|在线|娱乐|彩票|下载)|(?:优米|开云|乐鱼|华体会|米兰|爱游戏|九游|必威|万博|亚博|欧宝|金沙|威尼斯|葡京|太阳城|大发|凯发|澳门|新葡|皇冠|永利|银河|天博|星空|半岛|江南|火狐|雷火|泛亚|博鱼|云顶|杏彩|千亿|龙八|尊龙|环亚|利来|沙巴|球友会|完美|酷游|安博|博亚|金年会|南宫|ng|pg|mg|ag|bb|bet)\s*(?:体育|娱乐|电子|国际|平台|游戏|官网|app|电竞|棋牌|在线)|下载app|app下载|官网(?:入口|登录|下载)|^[a-z]*bet\d+|bet365|凯发国际|[\u4e00-\u9fff]官网(?=\s|[\u4e00-\u9fff]*(?:局|办公室|政府|委|厅))|注册送|网址|成人|无码|亚洲(?:精品|国产)|国产精品|影院|在线观看|(?:足球|篮球|世界杯).{0,6}(?:直播|投注|竞猜|平台)/i;

const SUBJECTS =
  '财政|教育|科技|科学技术|体育|公安|民政|司法|人力资源和社会保障|人力资源|人社|自然资源|规划|生态环境|环境保护|住房和城乡建设|住建|城乡建设|交通运输|交通|水利|水务|农业农村|农业|农牧|林业|草原|商务|经济|信息化|文化|旅游|广播电视|广电|新闻出版|卫生健康|卫生和计划生育|卫生|退役军人事务|应急管理|安全生产监督管理|审计|市场监督管理|统计|医疗保障|信访|发展和改革|发展改革|发改|工业|国有资产监督管理|城市管理|综合行政执法|综合执法|行政审批|政务服务|数据|大数据管理|乡村振兴|扶贫开发|机关事务管理|粮食|物资储备|人民防空|外事|档案|供销合作|民族|宗教|国土资源|工商行政管理|质量技术监督|食品药品监督管理|知识产权|金融|税务|气象|地震|烟草专卖|投资促进|招商|史志|地方志|残疾人联合|红十字';
const BUREAU = new RegExp(
  `(?:${SUBJECTS}|和|与|、|事务|事业|服务|管理|发展|监督)*(?:${SUBJECTS})(?:事务|管理|服务|发展)?(?:局|委员会|委|厅|办公室|中心|会)$`,
);
const GOVERNMENT_OFFICE = /(?:(?:人民)?政府)?办公[室厅]$/;
/** A township's or street's own name behind a government's that was replaced: …区人民政府|北京街道办事处. */
const STREET =
  /(?:^|政府|[县区市旗]|[^\u4e00-\u9fff])((?:(?!人民|政府)[\u4e00-\u9fff]){2,6}?(?:街道办事处|街道|[镇乡]人民政府|苏木人民政府))$/;
const GOVERNMENT = /(?:人民)?政府$/;

/** True when a name holds the words of betting, lottery or pornography advertising. */
export function isAdvertising(name: string): boolean {
  return ADVERTISING.test(name);
}

/** True for the name of a township, street or sumu: it is placed by itself. */
export const isTownshipName = (name: string): boolean => STREET.test(name);

/**
 * What is left of the true name at the end of an overwritten one: 财政局, 人民政府办公室 (an office alone was the
 * government's, whose name the advertising replaced), 北京街道办事处, 人民政府, or '' when nothing is left.
 */
export function officeLeft(name: string): string {
  const left = name.slice(lastAdvertisement(name));
  const bureau = BUREAU.exec(left);
  if (bureau) return bureau[0].replace(/^(?:和|与|、|事务|事业|服务|管理|发展|监督)+/, '');
  const street = STREET.exec(left);
  if (street) return street[1] as string;
  const office = GOVERNMENT_OFFICE.exec(left);
  if (office) return `人民政府${office[0].slice(-3)}`;
  return GOVERNMENT.test(left) ? '人民政府' : '';
}

/** Where the advertising in a name ends; 0 where there is none. */
function lastAdvertisement(name: string): number {
  let end = 0;
  for (let match = ADVERTISING.exec(name.slice(end)); match; match = ADVERTISING.exec(name.slice(end)))
    end += match.index + match[0].length;
  return end;
}

/** Words before a bureau that are no advertising: zones, branches, parts of an agency's name. */
const OTHER_OWNERS =
  /[区园城港办会院校系队站]$|直属|机关|局$|地方|综合|城乡|经济|国家|中国|中央|全国|流域|[江河湖海]/;

/**
 * True when words that are no place stand before a bureau's name on a site that is no government's. Such words may be
 * advertising that no list knows: 某某娱财政局.
 */
export function mayBeOverwritten(name: string, isGovernmentSite: boolean): boolean {
  if (isGovernmentSite) return false;
  const left = officeLeft(name);
  const before = name.slice(0, name.length - left.length);
  return left !== '' && !left.startsWith('人民政府') && before.length >= 2 && !OTHER_OWNERS.test(before);
}
