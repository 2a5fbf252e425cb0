/** The form as data against the form written out by hand (printed-form.ts): ids, order, forms, labels, counts. */
import { describe, expect, test } from 'vitest';
import {
  ALL_FIELDS,
  APPLICANT_COLUMNS,
  CELL_STATES,
  DISCLOSURE_BLOCKS,
  DISCLOSURE_COLUMNS,
  DISCLOSURE_FORMS,
  DISCLOSURE_ROWS,
  disclosureColumnsOf,
  disclosureFields,
  fieldById,
  fieldLabel,
  FORM_VERSIONS,
  type FormVersion,
  formBefore,
  formOfYear,
  LATEST_FORM,
  majorityForm,
  OUTCOME_GROUPS,
  outcomeRows,
  printedLabel,
  printedLabels,
  PROCEEDING_COLUMNS,
  PROCEEDING_FIELDS,
  PROCEEDING_ROWS,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
  requestFields,
  type RequestRow,
  requestRows,
  TABLE_2_BREAKS,
  yearsInForce,
} from '../../lib/form';
import {
  DISCLOSURE_COLUMN_LABELS,
  DISCLOSURE_ROW_LABELS,
  OTHER_HEADERS,
  PROCEEDING_COLUMN_LABELS,
  REQUEST_COLUMN_LABELS,
  REQUEST_ROW_LABELS,
} from '../../lib/form/labels';
import { plainLabel } from '../../lib/read/labels/normalise';
import {
  outcomesOfForm,
  rowsOfForm,
  TABLE_2,
  TABLE_3_COLUMNS,
  TABLE_3_ROWS,
  TABLE_4_COLUMNS,
  TABLE_4_ROWS,
} from './printed-form';

const FORMS = ['2019', '2021'] as const;
const BLOCKS = ['20(1)', '20(5)', '20(6)', '20(8)', '20(9)'] as const;

describe('table 3', () => {
  test('has the rows of the form in its order, each with its number and the forms that print it', () => {
    const forms = (id: RequestRow) => FORM_VERSIONS.filter((form) => requestRows(form).includes(id));
    expect(REQUEST_ROWS.map(({ id, no, en }) => [id, no, forms(id), en])).toEqual(
      TABLE_3_ROWS.map(([id, no, form, en]) => [id, no, form === 'both' ? ['2019', '2021'] : [form], en]),
    );
  });

  test('has the columns of the form in its order', () => {
    expect(REQUEST_COLUMNS.map(({ id, zh }) => [id, zh])).toEqual(TABLE_3_COLUMNS);
    expect(APPLICANT_COLUMNS).toEqual(TABLE_3_COLUMNS.slice(0, 6).map(([id]) => id));
  });

  test.each(FORMS)('prints its rows and adds up its outcomes on the %s form', (form) => {
    expect(requestRows(form)).toEqual(rowsOfForm(form));
    expect(outcomeRows(form)).toEqual(outcomesOfForm(form));
    expect(requestFields(form).map(({ id }) => id)).toEqual(
      rowsOfForm(form).flatMap((row) => TABLE_3_COLUMNS.map(([column]) => `requests.${row}.${column}`)),
    );
    expect(requestFields(form)).toHaveLength(form === '2019' ? 23 * 7 : 25 * 7);
    expect(new Set(requestFields(form).map(({ kind, table }) => `${table} ${kind}`))).toEqual(
      new Set(['requests count']),
    );
  });

  test('groups its outcomes as the form numbers them, one to eight of a group', () => {
    expect(OUTCOME_GROUPS.map(({ id, no, zh, en }) => [id, no, zh, en])).toEqual([
      ['granted', '（一）', '予以公开', 'Granted in full'],
      ['partial', '（二）', '部分公开', 'Granted in part'],
      ['denied', '（三）', '不予公开', 'Denied'],
      ['unable', '（四）', '无法提供', 'Unable to provide'],
      ['not_processed', '（五）', '不予处理', 'Not processed'],
      ['other', '（六）', '其他处理', 'Other handling'],
    ]);
    const grouped = OUTCOME_GROUPS.map(({ id }) =>
      REQUEST_ROWS.filter(({ group }) => group === id).map((row) => row.id),
    );
    expect(grouped.map((rows) => rows.length)).toEqual([1, 1, 8, 3, 5, 4]);
    // A row of a group of several bears the name of its group.
    for (const [i, rows] of grouped.entries())
      expect(rows.filter((row) => !row.startsWith(OUTCOME_GROUPS[i]?.id ?? '?'))).toEqual([]);
    expect(REQUEST_ROWS.filter(({ group }) => group === null).map(({ id }) => id)).toEqual([
      'new_requests',
      'carried_in',
      'outcomes_total',
      'carried_out',
    ]);
  });

  test('calls its rows as the form prints them', () => {
    expect(REQUEST_ROWS.map(({ zh }) => zh)).toEqual([
      '本年新收政府信息公开申请数量',
      '上年结转政府信息公开申请数量',
      '予以公开',
      '部分公开（区分处理的，只计这一情形，不计其他情形）',
      '属于国家秘密',
      '其他法律行政法规禁止公开',
      '危及“三安全一稳定”',
      '保护第三方合法权益',
      '属于三类内部事务信息',
      '属于四类过程性信息',
      '属于行政执法案卷',
      '属于行政查询事项',
      '本机关不掌握相关政府信息',
      '没有现成信息需要另行制作',
      '补正后申请内容仍不明确',
      '信访举报投诉类申请',
      '重复申请',
      '要求提供公开出版物',
      '无正当理由大量反复申请',
      '要求行政机关确认或重新出具已获取信息',
      '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      '其他',
      '其他处理',
      '总计',
      '结转下年度继续办理',
    ]);
  });
});

test('table 4 has three groups of five, the same on both forms', () => {
  expect(PROCEEDING_ROWS.map(({ id, zh }) => [id, zh])).toEqual(TABLE_4_ROWS);
  expect(PROCEEDING_COLUMNS.map(({ id, zh }) => [id, zh])).toEqual(TABLE_4_COLUMNS);
  expect(PROCEEDING_FIELDS.map(({ id, kind, table }) => [id, kind, table])).toEqual(
    TABLE_4_ROWS.flatMap(([row]) =>
      TABLE_4_COLUMNS.map(([column]) => [`proceedings.${row}.${column}`, 'count', 'proceedings']),
    ),
  );
});

describe('table 2', () => {
  const cells = (form: '2019' | '2021', block: (typeof BLOCKS)[number]): string[] =>
    (TABLE_2[form][block] ?? []).map((cell) => `disclosure.${cell}`);

  test('has the blocks and rows of article 20', () => {
    expect(DISCLOSURE_BLOCKS.map(({ id, zh, en }) => [id, zh, en])).toEqual([
      ['20(1)', '第二十条第（一）项', 'Article 20 (1)'],
      ['20(5)', '第二十条第（五）项', 'Article 20 (5)'],
      ['20(6)', '第二十条第（六）项', 'Article 20 (6)'],
      ['20(8)', '第二十条第（八）项', 'Article 20 (8)'],
      ['20(9)', '第二十条第（九）项', 'Article 20 (9)'],
    ]);
    expect(DISCLOSURE_ROWS.map(({ id, block, zh }) => [id, block, zh])).toEqual([
      ['rules', '20(1)', '规章'],
      ['normative_documents', '20(1)', '行政规范性文件'],
      ['licensing', '20(5)', '行政许可'],
      ['other_services', '20(5)', '其他对外管理服务事项'],
      ['penalties', '20(6)', '行政处罚'],
      ['compulsory_measures', '20(6)', '行政强制'],
      ['administrative_fees', '20(8)', '行政事业性收费'],
      ['procurement', '20(9)', '政府集中采购'],
    ]);
  });

  test.each(FORMS)('asks in each block what the %s form asks', (form) => {
    for (const block of BLOCKS)
      expect([block, disclosureFields(block, form).map(({ id }) => id)]).toEqual([block, cells(form, block)]);
    expect(Object.keys(DISCLOSURE_FORMS[form])).toEqual(
      BLOCKS.filter((block) => cells(form, block).length > 0),
    );
  });

  test('names its columns, says what they hold and which form has them', () => {
    const only = (id: string) => {
      const shapes = (form: FormVersion) => Object.values(DISCLOSURE_FORMS[form]);
      const forms = FORM_VERSIONS.filter((form) =>
        shapes(form).some(({ columns }) => columns.some((column) => column === id)),
      );
      return forms.length === FORM_VERSIONS.length ? null : forms.join();
    };
    expect(Object.entries(DISCLOSURE_COLUMNS).map(([id, { zh, kind }]) => [id, zh, kind, only(id)])).toEqual([
      ['new_made', '本年新制作数量', 'count', '2019'],
      ['newly_disclosed', '本年新公开数量', 'count', '2019'],
      ['disclosed_total', '对外公开总数量', 'count', '2019'],
      ['items_last_year', '上一年项目数量', 'count', '2019'],
      ['items_change', '本年增/减', 'change', '2019'],
      ['decisions', '处理决定数量', 'count', null],
      ['projects', '采购项目数量', 'count', '2019'],
      ['amount_yuan', '采购总金额', 'amount_yuan', '2019'],
      ['issued', '本年制发件数', 'count', '2021'],
      ['repealed', '本年废止件数', 'count', '2021'],
      ['in_force', '现行有效件数', 'count', '2021'],
      ['amount_10k_yuan', '本年收费金额（单位：万元）', 'amount_10k_yuan', '2021'],
    ]);
  });

  test('has the columns of a row of either form, those of 2019 first', () => {
    expect(disclosureColumnsOf('rules')).toEqual([
      'new_made',
      'newly_disclosed',
      'disclosed_total',
      'issued',
      'repealed',
      'in_force',
    ]);
    expect(disclosureColumnsOf('licensing')).toEqual(['items_last_year', 'items_change', 'decisions']);
    expect(disclosureColumnsOf('other_services')).toEqual(['items_last_year', 'items_change', 'decisions']);
    expect(disclosureColumnsOf('compulsory_measures')).toEqual([
      'items_last_year',
      'items_change',
      'decisions',
    ]);
    expect(disclosureColumnsOf('administrative_fees')).toEqual([
      'items_last_year',
      'items_change',
      'amount_10k_yuan',
    ]);
    expect(disclosureColumnsOf('procurement')).toEqual(['projects', 'amount_yuan']);
  });
});

describe('the fields', () => {
  test('are those of both forms, each once, in the order of the form', () => {
    const ids = ALL_FIELDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // 26 rows of 7; 3 of 5; rules and documents 6 each, four rows of 3, fees 3, procurement 2
    expect(ids).toHaveLength(26 * 7 + 15 + 12 + 12 + 3 + 2);
    const both = FORMS.flatMap((form) => [
      ...requestFields(form),
      ...PROCEEDING_FIELDS,
      ...BLOCKS.flatMap((block) => disclosureFields(block, form)),
    ]);
    expect(new Set(both.map(({ id }) => id))).toEqual(new Set(ids));
    expect(new Map(both.map((field) => [field.id, field]))).toEqual(
      new Map(ALL_FIELDS.map((field) => [field.id, field])),
    );
  });

  test('are found by their id, and nothing else is', () => {
    for (const field of ALL_FIELDS) {
      expect(fieldById(field.id)).toEqual(field);
      expect(field.id).toBe(`${field.table}.${field.row}.${field.column}`);
    }
    expect(fieldById('disclosure.licensing.items_change')?.kind).toBe('change');
    expect(fieldById('disclosure.procurement.amount_yuan')?.kind).toBe('amount_yuan');
    for (const id of ['', 'requests.granted', 'requests.granted.upheld', 'disclosure.rules.decisions'])
      expect(fieldById(id)).toBeUndefined();
  });

  test.each([
    ['requests.granted.natural_person', '予以公开·自然人', 'Granted in full · Natural person'],
    ['requests.other_misc.total', '其他处理（其他原因）·总计', 'Other: other reasons · Total'],
    ['requests.outcomes_total.org_other', '办理结果总计·其他', 'Total handled · Other organisation'],
    ['proceedings.reconsideration.upheld', '行政复议·结果维持', 'Administrative reconsideration · Upheld'],
    [
      'disclosure.administrative_fees.amount_10k_yuan',
      '行政事业性收费·本年收费金额（单位：万元）',
      'Administrative fees · Fees (10k yuan)',
    ],
    ['requests.lost.total', 'requests.lost.total', 'requests.lost.total'],
  ])('%s is called %s', (id, zh, en) => {
    expect([fieldLabel(id, 'zh'), fieldLabel(id, 'en')]).toEqual([zh, en]);
  });

  test('have a name of their own in both languages', () => {
    for (const { id } of ALL_FIELDS) {
      expect([id, fieldLabel(id, 'zh')]).toEqual([
        id,
        expect.stringMatching(/^\p{Script=Han}.*·.*\p{Script=Han}/u),
      ]);
      expect([id, fieldLabel(id, 'en')]).toEqual([id, expect.stringMatching(/^[A-Z].* · [A-Z]/)]);
    }
    const shorts = [...REQUEST_COLUMNS, ...PROCEEDING_ROWS].map(({ short }) => short);
    expect(shorts.filter((short) => !/^[A-Z][a-z]/.test(short))).toEqual([]);
  });
});

test('a cell holds a number or is in one of five empty states', () => {
  expect(CELL_STATES).toEqual(['number', 'blank', 'dash', 'unreadable', 'ambiguous', 'absent']);
});

describe('the spellings of labels', () => {
  const lists = {
    'rows of table 3': REQUEST_ROW_LABELS,
    'rows of table 2': DISCLOSURE_ROW_LABELS,
    'heads of table 2': DISCLOSURE_COLUMN_LABELS,
    'heads of table 3': REQUEST_COLUMN_LABELS,
    'heads of table 4': PROCEEDING_COLUMN_LABELS,
  };

  test.each(Object.entries(lists))('mean one thing each, the official one first: %s', (_, labels) => {
    const plain = Object.entries(labels).flatMap(([id, spellings]) =>
      spellings.map((spelling) => [plainLabel(spelling), id]),
    );
    expect(plain.filter(([spelling]) => !/^\p{Script=Han}{2,}/u.test(spelling ?? ''))).toEqual([]);
    expect(new Map(plain as [string, string][]).size).toBe(plain.length);
  });

  test('begin with what the form prints', () => {
    expect(Object.entries(REQUEST_ROW_LABELS).map(([id, [first]]) => [id, first])).toEqual(
      REQUEST_ROWS.map(({ id, zh }) => [id, zh]),
    );
    expect(Object.entries(DISCLOSURE_ROW_LABELS).map(([id, [first]]) => [id, first])).toEqual(
      DISCLOSURE_ROWS.map(({ id, zh }) => [id, zh]),
    );
    expect(Object.entries(DISCLOSURE_COLUMN_LABELS).map(([id, [first]]) => [id, first])).toEqual(
      Object.entries(DISCLOSURE_COLUMNS).map(([id, { zh }]) => [id, zh]),
    );
    expect(REQUEST_COLUMN_LABELS).toEqual({
      ...Object.fromEntries(TABLE_3_COLUMNS.map(([id, zh]) => [id, [zh]])),
      total: ['总计', '合计'],
    });
    expect(PROCEEDING_COLUMN_LABELS).toEqual({
      ...Object.fromEntries(TABLE_4_COLUMNS.map(([id, zh]) => [id, [zh]])),
      total: ['总计', '合计'],
    });
  });

  test('of heads over several columns are those of the form', () => {
    expect(OTHER_HEADERS).toEqual({
      content: ['信息内容'],
      applicants: ['申请人情况'],
      organisations: ['法人或其他组织'],
      reconsideration: ['行政复议'],
      litigation: ['行政诉讼'],
      litigation_direct: ['未经复议直接起诉'],
      litigation_after_reconsideration: ['复议后起诉'],
    });
  });

  /** Spellings met in reports, one a row at least where one was met. */
  test.each([
    ['本年新收政府信息公开申请', 'new_requests'],
    ['上年结转政府信息公开申请', 'carried_in'],
    ['部分公开', 'partial'],
    ['属于国家机密', 'denied_state_secret'],
    ['其他法律、行政法规禁止公开', 'denied_prohibited_by_law'],
    ['三安全一稳定', 'denied_security_stability'],
    ['保护第三方权益', 'denied_third_party'],
    ['属于三类内部事务', 'denied_internal_affairs'],
    ['属于四类过程信息', 'denied_process_information'],
    ['属于行政执法案卷信息', 'denied_enforcement_files'],
    ['本机关不掌握相关信息', 'unable_not_held'],
    ['没有现成信息', 'unable_needs_creation'],
    ['补正后仍不明确', 'unable_unclear'],
    ['信访、举报、投诉类申请', 'not_processed_petition'],
    ['无正当理由大量反复提出申请', 'not_processed_abusive'],
    ['要求确认或重新出具已获取信息', 'not_processed_confirm'],
    ['申请人无正当理由逾期不补正', 'other_amendment_overdue'],
    ['申请人逾期未按收费通知要求缴纳费用', 'other_fee_overdue'],
    ['其他处理情况', 'other_total'],
    ['合计', 'outcomes_total'],
    ['结转下年度继续办理数量', 'carried_out'],
    ['其他法律法规禁止公开', 'denied_prohibited_by_law'],
    ['信访举报投诉类', 'not_processed_petition'],
  ])('%s is the row %s', (spelling, row) => {
    const found = Object.entries(REQUEST_ROW_LABELS).filter(([, spellings]) =>
      spellings.some((each) => plainLabel(each) === plainLabel(spelling)),
    );
    expect(found.map(([id]) => id)).toEqual([row]);
  });

  test.each([
    ['政府规章', 'rules'],
    ['规范性文件', 'normative_documents'],
    ['规范性档案', 'normative_documents'],
    ['其他对外管理服务', 'other_services'],
    ['行政强制措施', 'compulsory_measures'],
    ['行政事业性收费项目', 'administrative_fees'],
    ['集中采购', 'procurement'],
  ])('%s is the row %s of table 2', (spelling, row) => {
    const found = Object.entries(DISCLOSURE_ROW_LABELS).filter(([, all]) => all.includes(spelling));
    expect(found.map(([id]) => id)).toEqual([row]);
  });

  test.each([
    ['新制作数量', 'new_made'],
    ['新公开数量', 'newly_disclosed'],
    ['对外公开总数', 'disclosed_total'],
    ['上年项目数量', 'items_last_year'],
    ['本年增减数量', 'items_change'],
    ['处理决定件数', 'decisions'],
    ['采购项目数', 'projects'],
    ['采购金额', 'amount_yuan'],
    ['制发件数', 'issued'],
    ['废止件数', 'repealed'],
    ['现行有效数量', 'in_force'],
    ['收费金额', 'amount_10k_yuan'],
  ])('%s is the head %s of table 2', (spelling, column) => {
    const found = Object.entries(DISCLOSURE_COLUMN_LABELS).filter(([, all]) => all.includes(spelling));
    expect(found.map(([id]) => id)).toEqual([column]);
  });
});

describe('versions', () => {
  test('are those of 2019 and 2021, the later one in force', () => {
    expect(FORM_VERSIONS).toEqual(['2019', '2021']);
    expect(LATEST_FORM).toBe('2021');
    expect(FORM_VERSIONS.map(formBefore)).toEqual([null, '2019']);
  });

  test.each([
    [2018, '2019'],
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2024, '2021'],
    [null, '2021'],
  ] as const)('a report of %j is due in the form of %s', (year, form) => {
    expect(formOfYear(year)).toBe(form);
  });

  test('count their years from the first', () => {
    expect([2019, 2020].map((year) => yearsInForce('2019', year))).toEqual([0, 1]);
    expect([2021, 2024].map((year) => yearsInForce('2021', year))).toEqual([0, 3]);
  });

  test.each([
    [[], null],
    [['2019'], '2019'],
    [['2019', '2021'], '2021'],
    [['2019', '2021', '2019'], '2019'],
    [['2021', '2019', '2021'], '2021'],
  ] as const)('of blocks in %j most follow %s', (forms, expected) => {
    expect(majorityForm(Object.fromEntries(forms.map((form, i) => [i, form])))).toBe(expected);
  });

  test('print a few labels in words of their own', () => {
    expect(FORM_VERSIONS.map((form) => printedLabel('normative_documents', form))).toEqual([
      '规范性文件',
      '行政规范性文件',
    ]);
    expect(FORM_VERSIONS.map((form) => printedLabel('decisions', form))).toEqual([
      '处理决定数量',
      '本年处理决定数量',
    ]);
    expect(FORM_VERSIONS.map((form) => printedLabel('granted', form))).toEqual(['予以公开', '予以公开']);
    expect(printedLabels('decisions')).toEqual(['处理决定数量', '本年处理决定数量']);
    expect(printedLabels('granted')).toEqual(['予以公开']);
  });

  test('break a series of table 2 once, behind 2020', () => {
    expect(TABLE_2_BREAKS).toEqual([{ after: 2020, before: '2019', since: '2021' }]);
  });
});
