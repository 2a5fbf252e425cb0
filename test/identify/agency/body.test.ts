import { expect, test } from 'vitest';
import { loadGazetteer } from '../../../lib/identify/index';
import { bodyOf } from '../../../lib/identify/agency/body';
import { readOrganisation } from '../../../lib/identify/place/place-in-organisation';

const gazetteer = loadGazetteer();

const NAMES = {
  government: [
    '江永县人民政府',
    '江永县政府',
    '江永县',
    '桃川镇人民政府',
    '江永县桃川镇',
    '某某镇政府',
    '宝力根苏木',
    '锡林郭勒盟行政公署',
    '大兴安岭地区行署',
    '人民政府',
    '广州市黄埔区人民政府 广州开发区管委会',
    '江永县人民政府(本级)',
    '六枝特区人民政府',
    '神农架林区',
    '高新区(新市区)',
    '新疆生产建设兵团',
    '新疆生产建设兵团第一师阿拉尔市',
    // a place that no gazetteer knows
    '青岭县',
    '青岭县柳河镇',
    '青岭县某某乡',
  ],
  subdistrict: [
    '小营街道办事处',
    '小营街道',
    '江永县小营街道办',
    '灞桥区狄寨街办事处',
    '北京市朝阳区十八里店地区办事处',
    '小营街道党工委',
  ],
  office: [
    '江永县人民政府办公室',
    '湖南省人民政府办公厅',
    '江永县政府办',
    '锡林郭勒盟行政公署办公室',
    '国务院办公厅',
    '昆山开发区管委会办公室',
    '中共江永县委办公室',
    '江永县区府办',
    '桃川镇党政办公室',
    '桃川镇党政综合办公室',
    '小营街道办事处综合办公室',
    '小营街道办公室',
    '办公室',
    '政府办公室',
    '政府办',
    '人民政府办公室',
  ],
  vertical: [
    '国家税务总局大竹县税务局',
    '永州市地方税务局',
    '宁波海关',
    '深圳海事局',
    '江永县气象局',
    '大同市气象部门',
    '四川省地震局',
    '永州市烟草专卖局',
    '山东省邮政管理局',
    '国家统计局舟山调查队',
    '国家金融监督管理总局宜昌监管分局',
    '丽水银保监分局',
    '中国证券监督管理委员会湖南监管局',
    '杭州市消防救援支队',
    '北海出入境边防检查站',
    '中国人民银行兰州中心支行',
    '湖南省通信管理局',
    '国家能源局华中监管局',
    '财政部江苏监管局',
    '国家矿山安全监察局贵州局',
    '中国气象局',
    '长江航务管理局',
    '民航华东地区管理局',
  ],
  institution: [
    '江永县人民医院',
    '永州市第一中学',
    '江永县机关事务服务中心',
    '绍兴市公用事业集团有限公司',
    '北京市西城区图书馆',
    '江永县上江圩镇中心小学',
    '长江大学',
    '淮安市住房公积金管理中心盱眙管理部',
    '淮北市妇幼保健计划生育服务中心(市妇幼保健院)',
    '昆山开发区',
    '苏州工业园区管理委员会',
    '河北雄安新区管委会',
    '屈原管理区',
    '昆山某某产业园指挥部',
    '武昌经开区(滨江)管委会',
    '江永县电视台',
    '江永县某某社区居委会',
  ],
  department: [
    '江永县财政局',
    '湖南省教育厅',
    '江永县卫生健康委员会',
    '江永县人民防空办公室',
    '厦门市人民政府外事办公室',
    '武汉市人民政府国有资产监督管理委员会',
    '深圳市地方金融监督管理局',
    '上海市地方金融监管局',
    '四川省防震减地震局',
    '江永县港航和海事局',
    '三亚市残疾人联合会',
    '江永县妇女联合会',
    '江永县供销合作社联合会',
    '江永县工商业联合会',
    '江永县人民法院',
    '杭州高新区财政局',
    '财政部',
    '区浐灞办',
  ],
} as const;

for (const [body, names] of Object.entries(NAMES))
  test.each(names)(`a ${body}: %s`, (name) => {
    const level = /镇|乡|街道/.test(name) ? 'township' : 'county';
    expect(bodyOf(name, readOrganisation(name, gazetteer).reading, level)).toBe(body);
  });

test('a name that is not there is no body', () => {
  expect(bodyOf('', readOrganisation('', gazetteer).reading, 'county')).toBeNull();
});

test('the 办事处 of a place is a subdistrict where the place is a township', () => {
  const { reading } = readOrganisation('江永县上江圩镇办事处', gazetteer);
  expect(bodyOf('江永县上江圩镇办事处', reading, 'township')).toBe('subdistrict');
  const county = readOrganisation('江永县办事处', gazetteer).reading;
  expect(bodyOf('江永县办事处', county, 'county')).toBe('department');
});
