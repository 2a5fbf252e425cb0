import { describe, expect, it } from 'vitest';
import { replaceHistory, seriesOf, withHistory } from '../../lib/history';
import { ingestBytes } from '../../lib/ingest';
import type { ReportRecord } from '../../lib/record';
import { flow, reportText } from '../batch/report-text';

const read = (agency: string, year: number, fields: Record<string, number>) =>
  ingestBytes(Buffer.from(reportText({ agency, year, fields })), { path: `${year}.txt`, url: null });

async function all(records: ReportRecord[]): Promise<ReportRecord[]> {
  const out: ReportRecord[] = [];
  for await (const record of withHistory(records)) out.push(record);
  return out;
}

describe('records with their findings over the years', () => {
  it('come in the order in which they went in, each agency by itself, and the same a second time', async () => {
    const records = [
      await read('合肥市庐阳区人民政府', 2021, flow(9, 0, 4)),
      await read('合肥市庐阳区人民政府', 2022, flow(9, 3, 0)),
      await read('合肥市蜀山区人民政府', 2023, flow(9, 7, 0)),
    ];
    const once = await all(records);
    expect(once.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    expect(once.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
      [],
      ['requests.carry_over', 'requests.carry_over'],
      [],
    ]);
    expect(await all(once)).toEqual(once);
    expect(await all([...records].reverse())).toEqual([...once].reverse());
  });

  it('are refused where an agency comes back, since its years would not be seen together', async () => {
    const [a, b, c] = [
      await read('合肥市庐阳区人民政府', 2021, {}),
      await read('合肥市蜀山区人民政府', 2021, {}),
      await read('合肥市庐阳区人民政府', 2022, {}),
    ] as const;
    await expect(all([a, b, c])).rejects.toThrow(/found 340103-庐阳区 again after other agencies/);
  });

  it('are compared with none where agency, region or year is not known', async () => {
    const record = await read('', 2021, {});
    expect(seriesOf(record)).toBeNull();
    expect(await all([record, record])).toHaveLength(2);
  });

  it('keep the findings of the report itself', async () => {
    const record = await read('合肥市庐阳区人民政府', 2021, { 'requests.granted.total': 5 });
    expect(record.findings.length).toBeGreaterThan(0);
    expect(replaceHistory(record.findings, [])).toEqual(record.findings);
  });
});
