/** Reports without a usable title: the words around the name are ours, the ways of naming are those of real pages. */
import { describe, expect, test } from 'vitest';
import { identify, loadGazetteer } from '../../lib/identify';
import { linesDocument } from './lines-document';

const read = (text: string, url: string | null = null) =>
  identify({ title: null, url, document: linesDocument(text), path: null }, loadGazetteer());

const REST = '\n一、总体情况\n按要求公开。\n二、主动公开政府信息情况\n六、其他需要报告的事项\n无\n';

describe('a report without a title names its agency', () => {
  test.each([
    // [text, name as written, region, level, body]
    [
      '2024年以来,长通街道通过网站公开工作动态。请与南关区长通街道办事处办公室联系。',
      '长通街道',
      '220102005',
      'township',
      'subdistrict',
    ],
    [
      '本报告由微山县两城镇人民政府党政办公室编制,统计期限为2020年。',
      '微山县两城镇人民政府',
      '370826107',
      'township',
      'government',
    ],
    [
      '现汇总2021年度松阳县大东坝镇人民政府的政务公开年度报告编成本报告。',
      '松阳县大东坝镇人民政府',
      '331124104',
      'township',
      'government',
    ],
    [
      '根据条例要求,铜川市公安局编制完成2024年政府信息公开年度报告。',
      '铜川市公安局',
      '610200',
      'prefecture',
      'department',
    ],
    [
      '有疑问请与平度市公安局(地址:红旗路)联系。2023年,我局收到申请两件。',
      '平度市公安局',
      '370283',
      'county',
      'department',
    ],
    [
      '有疑问请与常州市钟楼区南大街街道综合办公室联系。2024年,街道办事处认真落实条例。',
      '常州市钟楼区南大街街道',
      '320404005',
      'township',
      'subdistrict',
    ],
    [
      '2020年政府信息公开工作年度报告\n武昌经开区(滨江)管委会',
      '武昌经开区(滨江)管委会',
      '420106',
      'county',
      'institution',
    ],
  ])('%s', (text, name, code, level, body) => {
    const got = read(`${text}${REST}`);
    expect(got.agency).toMatchObject({ as_written: name, body });
    expect(got.region).toMatchObject({ code, level });
    expect(got.agency.as_written).not.toBe('');
  });

  test('a sentence that speaks of the report is no title, and its clauses are no name', () => {
    const got = read(
      `2022年,商务局信息公开工作在县委、县政府领导下有序推进,现将我局2022年度政府信息公开工作报告如下:${REST}`,
    );
    expect(got.agency.as_written).toBe('商务局');
    const acts = read(
      `2024年,在区政府主管部门的指导下,小营街道办事处严格按要求公开信息,现将情况报告如下:${REST}`,
    );
    expect(acts.agency.as_written).toBe('小营街道办事处');
  });

  test('the office that answers for a whole government is not taken for the agency', () => {
    const got = read(`有疑问请与彝良县政务服务管理局联系。2020年,我局协助公开。${REST}`);
    expect(got.agency.as_written).toBe('');
    const office = read(`有疑问请与彝良县人民政府办公室联系。${REST}`);
    expect(office.agency.as_written).toBe('');
  });

  test('without a name, its own word tells what it is, but not for a national system', () => {
    const url = 'http://www.xuwen.gov.cn/zfxxgk/content/post_1.html';
    const bureau = read(`2023年,我局公开信息二十条。${REST}`, url);
    expect([bureau.agency.as_written, bureau.agency.body, bureau.region.level]).toEqual([
      '',
      'department',
      'county',
    ]);
    const town = read(`2023年,我镇公开信息二十条。${REST}`, url);
    expect([town.agency.body, town.region.level, town.region.code]).toEqual([
      'government',
      'township',
      '440825',
    ]);
    expect(read(`2023年,我局公开税务信息。${REST}`, url).agency.body).toBeNull();
    expect(read(`2023年,我局与本镇一同公开。${REST}`, url).agency.body).toBeNull();
  });
});
