/**
 * Figures of three published reports as they stand in their tables, read by a person: numbers only. A blank cell is null.
 * 淮安市 2024 (淮安市人民政府2024年政府信息公开工作年度报告, PDF) uses the 2021 form throughout; 上海市人民政府办公厅 2019
 * (2019年上海市人民政府办公厅政府信息公开工作年度报告, HTML) the 2019 form, its totals of the outcome rows left blank;
 * 洪泽区 2024 (淮安市洪泽区2024年政府信息公开工作年度报告, PDF) table 3 of the 2019 form and table 2 of the 2021 form.
 */
import { PROCEEDING_COLUMNS, REQUEST_COLUMNS } from '../../lib/form';

/** Row of a table → its figures in the order of the columns of the form. */
type Rows = Readonly<Record<string, readonly (number | null)[]>>;

export type PrintedReport = {
  name: string;
  form: '2019' | '2021';
  /** Field id → figure; null where the cell is blank. What is not named the report's forms do not have. */
  cells: Readonly<Record<string, number | null>>;
};

const tableOf = (table: string, rows: Rows, columns: readonly string[]): [string, number | null][] =>
  Object.entries(rows).flatMap(([row, figures]) =>
    columns.map((column, i): [string, number | null] => [`${table}.${row}.${column}`, figures[i] ?? null]),
  );

const APPLICANTS = REQUEST_COLUMNS.map(({ id }) => id);
const RESULTS = PROCEEDING_COLUMNS.map(({ id }) => id);

function printed(
  name: string,
  form: '2019' | '2021',
  requests: Rows,
  proceedings: Rows,
  disclosure: Readonly<Record<string, number | null>>,
): PrintedReport {
  const cells = Object.fromEntries([
    ...tableOf('requests', requests, APPLICANTS),
    ...tableOf('proceedings', proceedings, RESULTS),
    ...Object.entries(disclosure).map(([id, figure]): [string, number | null] => [
      `disclosure.${id}`,
      figure,
    ]),
  ]);
  return { name, form, cells };
}

const NOTHING = [0, 0, 0, 0, 0, 0, 0];
/** A row in which natural persons are all. */
const persons = (count: number): number[] => [count, 0, 0, 0, 0, 0, count];

export const HUAIAN_2024 = printed(
  '淮安市 2024',
  '2021',
  {
    new_requests: [3001, 53, 0, 0, 61, 4, 3119],
    carried_in: persons(34),
    granted: [1288, 21, 0, 0, 50, 3, 1362],
    partial: [447, 7, 0, 0, 0, 0, 454],
    denied_state_secret: persons(2),
    denied_prohibited_by_law: [30, 1, 0, 0, 0, 0, 31],
    denied_security_stability: persons(5),
    denied_third_party: persons(6),
    denied_internal_affairs: [7, 1, 0, 0, 0, 0, 8],
    denied_process_information: persons(12),
    denied_enforcement_files: persons(9),
    denied_administrative_inquiry: persons(105),
    unable_not_held: [746, 12, 0, 0, 10, 1, 769],
    unable_needs_creation: persons(11),
    unable_unclear: persons(1),
    not_processed_petition: [56, 6, 0, 0, 0, 0, 62],
    not_processed_repeat: persons(25),
    not_processed_publication: NOTHING,
    not_processed_abusive: NOTHING,
    not_processed_confirm: persons(1),
    other_amendment_overdue: [67, 3, 0, 0, 1, 0, 71],
    other_fee_overdue: persons(6),
    other_misc: [108, 2, 0, 0, 0, 0, 110],
    outcomes_total: [2932, 53, 0, 0, 61, 4, 3050],
    carried_out: persons(103),
  },
  {
    reconsideration: [72, 64, 178, 37, 351],
    litigation_direct: [13, 4, 8, 1, 26],
    litigation_after_reconsideration: [12, 1, 1, 6, 20],
  },
  {
    'rules.issued': 1,
    'rules.repealed': 0,
    'rules.in_force': 11,
    'normative_documents.issued': 8,
    'normative_documents.repealed': 26,
    'normative_documents.in_force': 66,
    'licensing.decisions': 447_228,
    'penalties.decisions': 3_985_758,
    'compulsory_measures.decisions': 88_283,
    'administrative_fees.amount_10k_yuan': 96_171.6,
  },
);

export const SHANGHAI_OFFICE_2019 = printed(
  '上海市人民政府办公厅 2019',
  '2019',
  {
    new_requests: [821, 35, null, null, 2, 1, 859],
    carried_in: [18, null, null, null, null, null, 18],
    granted: [258, 12, null, null, 1, 1, null],
    partial: [3],
    denied_state_secret: [14],
    denied_prohibited_by_law: [],
    denied_security_stability: [],
    denied_third_party: [],
    denied_internal_affairs: [5],
    denied_process_information: [3, 1],
    denied_enforcement_files: [],
    denied_administrative_inquiry: [10, 2],
    unable_not_held: [252, 12, null, null, 1],
    unable_needs_creation: [44, 3],
    unable_unclear: [25],
    not_processed_petition: [148, 1],
    not_processed_repeat: [5, 4],
    not_processed_publication: [],
    not_processed_abusive: [],
    not_processed_confirm: [],
    other_total: [],
    outcomes_total: [767, 35, null, null, 2, 1, 805],
    carried_out: [72, null, null, null, null, null, 72],
  },
  {
    reconsideration: [5, null, null, 2, 7],
    litigation_direct: [8, null, null, 1, 9],
    litigation_after_reconsideration: [],
  },
  {
    'rules.new_made': 13,
    'rules.newly_disclosed': 13,
    'rules.disclosed_total': 524,
    'normative_documents.new_made': 60,
    'normative_documents.newly_disclosed': 60,
    'normative_documents.disclosed_total': 368,
    'licensing.items_last_year': 0,
    'licensing.items_change': 0,
    'licensing.decisions': 0,
    'other_services.items_last_year': 0,
    'other_services.items_change': 0,
    'other_services.decisions': 0,
    'penalties.items_last_year': 0,
    'penalties.items_change': 0,
    'penalties.decisions': 0,
    'compulsory_measures.items_last_year': 0,
    'compulsory_measures.items_change': 0,
    'compulsory_measures.decisions': 0,
    'administrative_fees.items_last_year': 0,
    'administrative_fees.items_change': 0,
    'procurement.projects': 6,
    'procurement.amount_yuan': 251_000,
  },
);

export const HONGZE_2024 = printed(
  '洪泽区 2024',
  '2019',
  {
    new_requests: persons(95),
    carried_in: NOTHING,
    granted: persons(50),
    partial: persons(9),
    denied_state_secret: NOTHING,
    denied_prohibited_by_law: NOTHING,
    denied_security_stability: persons(1),
    denied_third_party: NOTHING,
    denied_internal_affairs: NOTHING,
    denied_process_information: persons(1),
    denied_enforcement_files: persons(1),
    denied_administrative_inquiry: NOTHING,
    unable_not_held: persons(31),
    unable_needs_creation: persons(1),
    unable_unclear: NOTHING,
    not_processed_petition: persons(1),
    not_processed_repeat: NOTHING,
    not_processed_publication: NOTHING,
    not_processed_abusive: NOTHING,
    not_processed_confirm: NOTHING,
    other_total: NOTHING,
    outcomes_total: persons(95),
    carried_out: NOTHING,
  },
  {
    reconsideration: [1, 1, 0, 0, 2],
    litigation_direct: [1, 0, 0, 0, 1],
    litigation_after_reconsideration: [2, 0, 1, 0, 3],
  },
  {
    'rules.issued': 0,
    'rules.repealed': 0,
    'rules.in_force': 0,
    'normative_documents.issued': 3,
    'normative_documents.repealed': 0,
    'normative_documents.in_force': 8,
    'licensing.decisions': 9487,
    'penalties.decisions': 2776,
    'compulsory_measures.decisions': 84,
    'administrative_fees.amount_10k_yuan': 7545,
  },
);
