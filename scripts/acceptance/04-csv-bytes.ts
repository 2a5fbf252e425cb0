/** The bytes of every CSV: mark, type, name, round trip, guarded text, numbers that stay numbers, problems. */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Criterion, Sheet } from './criterion';
import { changed, type Ground } from '../../test/site/ground';

const SLICE = 'corpus=demo&region=61&from=2020&to=2020';
const FILES = [
  `/api/v1/query.csv?metrics=new_requests,disclosure_rate&by=year,agency&${SLICE}`,
  `/api/v1/reports.csv?${SLICE}`,
  `/api/v1/cells.csv?${SLICE}`,
  `/api/v1/chart/requests-by-region.csv?${SLICE}`,
  `/api/v1/chart/outcomes-flow.csv?${SLICE}`,
];
/** Of the JSON beside a file. */
type Cells = { rows: { report_id: string; field: string; raw: string | null; value: number | null }[] };

export const csvBytes: Criterion = {
  number: 4,
  name: 'CSV bytes',
  async check(ground, sheet) {
    for (const path of FILES) {
      ground.progress(path);
      await checkHead(ground, sheet, path);
      await checkRoundTrip(ground, sheet, path);
      const bad = changed(path, { level: 'middle' });
      const refused = await ground.ask(bad);
      const type = refused.headers.get('content-type') ?? '';
      sheet.expect(
        refused.status === 400 && type.startsWith('application/problem+json'),
        bad,
        `${refused.status} ${type}`,
        '400 application/problem+json',
      );
    }
    await checkGuard(ground, sheet);
  },
};

async function checkHead(ground: Ground, sheet: Sheet, path: string): Promise<void> {
  const answer = await ground.ask(path);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const mark = bytes.subarray(0, 3).toString('hex');
  sheet.expect(mark === 'efbbbf', path, mark, 'a byte-order mark');
  const bare = Buffer.from(await (await ground.ask(changed(path, { bom: '0' }))).arrayBuffer());
  sheet.expect(
    bare.equals(bytes.subarray(3)),
    path,
    `${bare.length} bytes`,
    'with bom=0 the same without the mark',
  );
  const type = answer.headers.get('content-type');
  sheet.expect(type === 'text/csv; charset=utf-8', path, type, 'text/csv; charset=utf-8');
  const disposition = answer.headers.get('content-disposition') ?? '';
  const [, plain] = /^attachment; filename="([\x20-\x7e]+)"; filename\*=/.exec(disposition) ?? [];
  const [, full = ''] = /filename\*=UTF-8''([\w.!#$&+^`|~%-]+)$/.exec(disposition) ?? [];
  const name = decodeURIComponent(full);
  sheet.expect(
    plain !== undefined && name.includes('2020') && name.includes('陕西') && name.endsWith('.csv'),
    path,
    disposition,
    'filename and filename* that name year and province',
  );
}

/** Read strictly and written again it is the same text; every line has as many cells as the head. */
async function checkRoundTrip(ground: Ground, sheet: Sheet, path: string): Promise<void> {
  const text = await ground.text(changed(path, { bom: '0' }));
  const lines: string[][] = parse(text, { relax_column_count: false });
  const again: string[][] = parse(stringify(lines, { record_delimiter: '\r\n' }), {});
  sheet.expect(
    JSON.stringify(again) === JSON.stringify(lines),
    path,
    'other cells',
    'the same cells after a round trip',
  );
  sheet.expect(
    text.endsWith('\r\n') && !/[^\r]\n/.test(text.replaceAll(/"[^"]*"/g, '')),
    path,
    'other line ends',
    'CRLF at the end of every line',
  );
  const numeric = (lines[0] ?? []).map((name) => /\[.*\]$|^(?:year|value)$/.test(name));
  const guarded = lines
    .slice(1)
    .flatMap((line) =>
      line.filter(
        (cell, index) => numeric[index] && cell !== '' && !/^-?\d+(?:\.\d+)?(?:e-?\d+)?$/.test(cell),
      ),
    );
  sheet.expect(guarded.length === 0, path, guarded.slice(0, 5), 'numbers as plain numbers');
  const open = lines
    .slice(1)
    .flatMap((line) => line.filter((cell, index) => !numeric[index] && /^[=+\-@]/.test(cell)));
  sheet.expect(open.length === 0, path, open.slice(0, 5), 'no text that a spreadsheet computes');
}

/** A printed dash is text and gets its apostrophe, a negative change is a number and gets none. */
async function checkGuard(ground: Ground, sheet: Sheet): Promise<void> {
  const query = 'corpus=demo&basis=all&from=2019&to=2020&region=61';
  const lines: Record<string, string>[] = parse(await ground.text(`/api/v1/cells.csv?${query}`), {
    bom: true,
    columns: true,
  });
  const { rows }: Cells = (await (await ground.ask(`/api/v1/cells?${query}&page_size=1000`)).json()) as Cells;
  const raws = new Map(rows.map((row) => [`${row.report_id} ${row.field}`, row]));
  let texts = 0;
  let negatives = 0;
  for (const line of lines) {
    const printed = raws.get(`${line.report_id} ${line.field}`);
    if (Number(line.value) < 0) negatives++;
    if (!printed?.raw || !/^[=+\-@＝＋－＠]/.test(printed.raw)) continue;
    texts++;
    sheet.expect(
      line.raw === `'${printed.raw}`,
      `${line.report_id} ${line.field}`,
      line.raw,
      `'${printed.raw}`,
    );
  }
  sheet.expect(texts > 0, query, `${texts} texts`, 'printed texts that begin like a formula');
  sheet.expect(negatives > 0, query, `${negatives} negative numbers`, 'negative changes as numbers');
  sheet.measured(`${texts} texts guarded, ${negatives} negative numbers untouched`);
}
