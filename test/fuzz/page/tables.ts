/** A record's three tables as the form prints them, with the values written in the document's own habits. */
import {
  DISCLOSURE_BLOCKS,
  DISCLOSURE_FORMS,
  DISCLOSURE_ROWS,
  type DisclosureBlock,
  type DisclosureColumn,
  type DisclosureRow,
  fieldById,
  type FormVersion,
  LATEST_FORM,
  OUTCOME_GROUPS,
  PROCEEDING_COLUMNS,
  PROCEEDING_ROWS,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
  printedLabel,
  requestRows,
} from '../../../lib/form/index';
import { valueOf } from '../../../lib/figures';
import type { ReportRecord } from '../../../lib/record';
import { chance, pick, type Random } from '../../../lib/synth/random';
import type { BodyRow, HeadCell, PageTable, Section, Truth, ValueCell } from './page';
import { DASHES, writeValue } from './values';

/** Writes the fields of a record, collecting what the document says of each. */
export type Writer = { write: (fieldId: string, colspan?: number) => ValueCell; truth: Truth };

/** A writer for one document. Blanks and dashes of the record stay what they are. */
export function writerOf(random: Random, record: ReportRecord, habits: ReadonlySet<string>): Writer {
  const truth: Truth = {};
  const dash = pick(random, DASHES);
  return {
    truth,
    write: (fieldId, colspan = 1) => {
      const kind = fieldById(fieldId)?.kind ?? 'count';
      const value = valueOf(record, fieldId);
      const cell = record.cells[fieldId];
      const written =
        value !== null
          ? writeValue(random, kind, value, habits, dash)
          : { text: cell?.raw ?? '', value: null, state: cell?.state ?? 'blank' };
      truth[fieldId] = { value: written.value, raw: written.text, state: written.state };
      return { field: fieldId, kind, text: written.text, colspan };
    },
  };
}

const head = (text: string, rowspan = 1, colspan = 1): HeadCell => ({ text, rowspan, colspan });

/** Table 2. The 2019 form has four columns; the 2021 form prints its single values over three of them. */
export function disclosureTable(random: Random, record: ReportRecord, writer: Writer): PageTable {
  const normative = chance(random, 0.5) ? '规范性文件' : '行政规范性文件';
  const sections = DISCLOSURE_BLOCKS.flatMap(({ id, zh }): Section[] => {
    const form = record.forms.disclosure[id];
    const shape = form && DISCLOSURE_FORMS[form][id];
    if (!form || !shape) return [];
    const spans = shape.columns.map((_, i) =>
      i === shape.columns.length - 1 ? 4 - shape.columns.length : 1,
    );
    const rowLabel = (row: DisclosureRow): string =>
      row === 'normative_documents'
        ? normative
        : (DISCLOSURE_ROWS.find((each) => each.id === row)?.zh ?? row);
    return [
      {
        block: id,
        title: zh,
        head: [
          [
            head('信息内容'),
            ...shape.columns.map((column, i) => head(columnLabel(column, id, form), 1, spans[i] ?? 1)),
          ],
        ],
        body: shape.rows.map((row) => ({
          labels: [rowLabel(row)],
          values: shape.columns.map((column, i) =>
            writer.write(`disclosure.${row}.${column}`, spans[i] ?? 1),
          ),
        })),
      },
    ];
  });
  return { kind: 'table', id: 'disclosure', labelWidth: 1, width: 4, sections };
}

function columnLabel(column: DisclosureColumn, block: DisclosureBlock, form: FormVersion): string {
  if (column === 'items_change' && block === '20(8)') return '本年增/减';
  return printedLabel(column, form);
}

const NOTE = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

/** Table 3: three columns of labels, seven of values. */
export function requestsTable(record: ReportRecord, writer: Writer): PageTable {
  const form = record.forms.requests ?? LATEST_FORM;
  const [natural, ...organisations] = REQUEST_COLUMNS.map((column) => column.zh);
  const total = organisations.pop();
  const printed = requestRows(form);
  const body = REQUEST_ROWS.filter((row) => printed.includes(row.id)).map(
    (row): BodyRow => ({
      labels: requestLabels(row, form),
      values: REQUEST_COLUMNS.map((column) => writer.write(`requests.${row.id}.${column.id}`)),
    }),
  );
  const sections: Section[] = [
    {
      block: null,
      title: null,
      head: [
        [head(NOTE, 3, 3), head('申请人情况', 1, 7)],
        [head(natural ?? '', 2), head('法人或其他组织', 1, 5), head(total ?? '', 2)],
        organisations.map((label) => head(label)),
      ],
      body,
    },
  ];
  return { kind: 'table', id: 'requests', labelWidth: 3, width: 10, sections };
}

function requestLabels(row: (typeof REQUEST_ROWS)[number], form: FormVersion): string[] {
  const own = `${row.no}${printedLabel(row.id, form)}`;
  if (row.group === null && row.id !== 'outcomes_total') return [own];
  const group = OUTCOME_GROUPS.find((each) => each.id === row.group);
  const isSingle = !group || group.id === 'granted' || group.id === 'partial' || row.id === 'other_total';
  if (isSingle) return ['三、本年度办理结果', own];
  return ['三、本年度办理结果', `${group.no}${group.zh}`, own];
}

/** Table 4: one row of fifteen values and no label. */
export function proceedingsTable(writer: Writer): PageTable {
  const results = PROCEEDING_COLUMNS.map((column) => column.zh);
  const [reconsideration, ...litigation] = PROCEEDING_ROWS.map((row) => row.zh);
  const sections: Section[] = [
    {
      block: null,
      title: null,
      head: [
        [head(reconsideration ?? '', 1, 5), head('行政诉讼', 1, 10)],
        [...results.map((text) => head(text, 2)), ...litigation.map((text) => head(text, 1, 5))],
        [...results, ...results].map((text) => head(text)),
      ],
      body: [
        {
          labels: [],
          values: PROCEEDING_ROWS.flatMap((row) =>
            PROCEEDING_COLUMNS.map((column) => writer.write(`proceedings.${row.id}.${column.id}`)),
          ),
        },
      ],
    },
  ];
  return { kind: 'table', id: 'proceedings', labelWidth: 0, width: 15, sections };
}
