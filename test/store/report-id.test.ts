/** Every id of a report leads to that report, whether the store keeps it or makes it of agency and year. */
import { expect, test } from 'vitest';
import { DEFAULT_FILTERS } from '../../lib/filters';
import { selectReport, selectReportTable } from '../../lib/query';
import { corpusIn, record, temporaryFolder } from './small-corpus';

test('ids are the same going in and out, and each finds its own report', async () => {
  const { path, remove } = await temporaryFolder();
  const usual = record({ name: '甲局', year: 2023 });
  const records = [
    usual,
    { ...usual, id: `${usual.id}b` },
    { ...record({ name: '乙,局', year: 2022 }), id: '320000-乙,局-2022' },
    { ...record({ name: '乙局', year: 2021 }), id: '320000-乙局-unknown', year: null },
  ];
  const corpus = await corpusIn(path, records);
  const filters = { ...DEFAULT_FILTERS, basis: 'all' as const };
  const table = await selectReportTable(corpus, filters, {
    columns: ['agency'],
    sorts: [],
    page: 1,
    pageSize: 50,
  });
  const listed = table.rows.map((row) => String(row.values.report_id));
  expect(new Set(listed)).toEqual(new Set(records.map(({ id }) => id)));
  for (const { id, agency } of records) {
    const found = await selectReport(corpus, id);
    expect([found?.record.id, found?.record.agency.name]).toEqual([id, agency.name]);
  }
  for (const none of ['', '320000-乙，局-2022', `${usual.id}c`, '甲局-2023', 'x-2023'])
    expect([none, await selectReport(corpus, none)]).toEqual([none, null]);
  await remove();
});
