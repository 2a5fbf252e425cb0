/** Which recognised figures a record may state: sums and second looks decide, never trust alone. */
import { expect, it } from 'vitest';
import { checkRecord } from '../../lib/audit';
import { gateRecognised } from '../../lib/audit/recognised';
import type { RecognisedText } from '../../lib/document';
import { APPLICANT_COLUMNS } from '../../lib/form';
import type { ReportRecord } from '../../lib/record';

const COLUMNS = [...APPLICANT_COLUMNS, 'total'];

/** A record whose row of new requests is a picture, its cells side by side, ten points each. */
function rowOf(values: readonly number[], lines: Partial<RecognisedText>[] = []) {
  const row = Object.fromEntries(COLUMNS.map((column, i) => [column, values[i] ?? null]));
  const cells = COLUMNS.map((column, i) => [
    `requests.new_requests.${column}`,
    { raw: String(values[i]), state: 'number', at: { page: 1, box: [10 * i, 0, 10, 10] } },
  ]);
  const record = {
    forms: { disclosure: {}, requests: '2021' },
    requests: { new_requests: row },
    proceedings: {},
    disclosure: {},
    narrative: [],
    extra_rows: [],
    issues: [],
    cells: Object.fromEntries(cells),
  } as unknown as ReportRecord;
  const recognised = COLUMNS.map(
    (_, i): RecognisedText => ({
      page: 1,
      box: [10 * i + 3, 3, 4, 4],
      trust: 0.99,
      isConfirmed: true,
      ...lines[i],
    }),
  );
  return gateRecognised(record, recognised, checkRecord);
}

const valuesOf = (record: ReportRecord) => COLUMNS.map((column) => record.requests['new_requests']?.[column]);
const RIGHT = [1, 2, 3, 0, 0, 4, 10];

it('figures whose sum holds are stated, with by and trust', () => {
  const record = rowOf(RIGHT);
  expect(valuesOf(record)).toEqual(RIGHT);
  expect(record.cells['requests.new_requests.total']).toMatchObject({
    state: 'number',
    by: 'ocr',
    trust: 0.99,
  });
  expect(record.issues).toEqual([]);
});

it('a sum that does not hold takes all its figures with it, however sure the recogniser is', () => {
  const record = rowOf([1, 2, 8, 0, 0, 4, 10]);
  expect(valuesOf(record)).toEqual(COLUMNS.map(() => null));
  expect(record.issues).toMatchObject([{ code: 'cell.recognition_doubtful' }]);
  expect(record.issues[0]?.fields).toHaveLength(COLUMNS.length);
  expect(record.cells['requests.new_requests.org_research']).toMatchObject({ raw: '8', state: 'unreadable' });
});

it('a figure that a second look does not confirm is none, and its sum then tells nothing', () => {
  const record = rowOf(RIGHT, [{}, {}, { isConfirmed: false }]);
  expect(valuesOf(record)).toEqual([1, 2, null, 0, 0, 4, 10]);
});

it('without a sum that holds, only figures of high trust are stated', () => {
  const record = rowOf(RIGHT, [{ trust: 0.8 }, {}, { isConfirmed: false }]);
  expect(valuesOf(record)).toEqual([null, 2, null, 0, 0, 4, 10]);
});

it('words that are numbers are no figures in a picture', () => {
  const record = rowOf(RIGHT);
  const word = { ...record, cells: { ...record.cells } };
  const field = 'requests.new_requests.natural_person';
  word.cells[field] = { ...(word.cells[field] as (typeof word.cells)[string]), raw: '一', state: 'number' };
  const line: RecognisedText = { page: 1, box: [3, 3, 4, 4], trust: 0.99, isConfirmed: true };
  expect(gateRecognised(word, [line], checkRecord).cells[field]?.state).toBe('unreadable');
});

it('a record without pictures is left as it is', () => {
  const record = rowOf(RIGHT);
  expect(gateRecognised(record, [], checkRecord)).toBe(record);
});
