/** Excel 97–2003 workbooks (XLS, and WPS's ET) → one grid a visible sheet, numbers as the sheet shows them. */
import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { Block, Document, GridCell } from '../../document';
import { DecodeError } from '../../errors';
import { issue, type Issue } from '../../issue';
import { checkChains } from '../word/ole-chains';

const MAX_CELLS = 200_000;
const MAX_COLUMNS = 1000;

/**
 * The workbook as a document. Places: sheet, row and cell (its column) as Excel counts them, and table. Hidden sheets
 * are left out. Issues: `decode.truncated` for a sheet too large. Throws DecodeError for locked and damaged files.
 */
export async function decodeXls(bytes: Uint8Array): Promise<Document> {
  const excel = await import('@e965/xlsx');
  const read = excel.read ?? (excel as unknown as { default: typeof excel }).default.read;
  let workbook: ReturnType<typeof read>;
  try {
    if (isOle(bytes)) checkChains(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    workbook = read(bytes, {
      type: 'array',
      cellNF: true,
      cellText: true,
      cellHTML: false,
      sheetRows: 20_000,
    });
  } catch (error) {
    throw asDecodeError(error as Error);
  }
  const blocks: Block[] = [];
  const issues: Issue[] = [];
  const isHidden = (index: number) => (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
  const isAllHidden = workbook.SheetNames.every((_, index) => isHidden(index));
  let tables = 0;
  workbook.SheetNames.forEach((name, index) => {
    const sheet = workbook.Sheets[name];
    if (!sheet || (isHidden(index) && !isAllHidden)) return;
    blocks.push({ kind: 'paragraph', text: name, at: { sheet: name } });
    const grid = readSheet(sheet, name, tables + 1, issues);
    if (sheet['!fullref'] !== undefined && sheet['!fullref'] !== sheet['!ref'])
      issues.push(
        issue(
          'decode.truncated',
          { sheet: name, row: 1 },
          `a sheet of ${String(sheet['!fullref'])}`,
          'at most 20,000 rows',
        ),
      );
    if (grid.length > 0) tables++;
    blocks.push(...grid);
  });
  if (tables === 0) throw new DecodeError('an empty workbook', 'a report');
  const title = workbook.Props?.Title?.trim() || null;
  return { format: 'xls', encoding: null, title, meta: {}, url: null, blocks, issues };
}

/** Older workbooks are a bare stream of records, without a container. */
const isOle = (bytes: Uint8Array) => bytes[0] === 0xd0 && bytes[1] === 0xcf;

function readSheet(sheet: WorkSheet, name: string, table: number, issues: Issue[]): Block[] {
  const written = Object.entries(sheet).flatMap(([address, cell]) => {
    const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d+)$/.exec(address) ?? [];
    const shown = letters === '' ? '' : shownText(cell as CellObject);
    return shown === '' ? [] : [{ row: Number(row) - 1, column: columnNumber(letters), shown }];
  });
  if (written.length === 0) return [];
  const merges = (sheet['!merges'] ?? []).filter(({ s }) => s.c < MAX_COLUMNS);
  const shown = new Map(written.map((cell) => [`${cell.row} ${cell.column}`, cell.shown]));
  const height = Math.max(...written.map((cell) => cell.row)) + 1;
  const width = Math.min(
    MAX_COLUMNS,
    Math.max(
      ...written.map((cell) => cell.column + 1),
      ...merges.filter(({ s }) => s.r < height).map(({ e }) => Math.min(e.c + 1, MAX_COLUMNS)),
    ),
  );
  if (height * width > MAX_CELLS) {
    issues.push(
      issue('decode.truncated', { sheet: name, row: 1 }, 'a sheet of over 200,000 cells', 'a form'),
    );
    return [];
  }
  const taken = new Set<string>();
  const spans = new Map<string, { rowspan: number; colspan: number }>();
  for (const { s, e } of merges) {
    if (s.r >= height) continue;
    const [bottom, right] = [Math.min(e.r, height - 1), Math.min(e.c, width - 1)];
    // Ranges that reach over one another, as in a damaged file, are no cells: the first one holds.
    if (!isFree(taken, s.r, s.c, bottom, right)) continue;
    spans.set(`${s.r} ${s.c}`, { rowspan: bottom - s.r + 1, colspan: right - s.c + 1 });
    for (let r = s.r; r <= bottom; r++) for (let c = s.c; c <= right; c++) taken.add(`${r} ${c}`);
  }
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column): GridCell | null => {
      const key = `${row} ${column}`;
      if (taken.has(key) && !spans.has(key)) return null;
      const at = { sheet: name, table, row: row + 1, cell: column + 1 };
      return {
        text: shown.get(key) ?? '',
        row,
        column,
        ...(spans.get(key) ?? { rowspan: 1, colspan: 1 }),
        at,
      };
    }).filter((cell) => cell !== null),
  );
  return [{ kind: 'grid', rows, width, at: { sheet: name, table } }];
}

function isFree(
  taken: ReadonlySet<string>,
  top: number,
  left: number,
  bottom: number,
  right: number,
): boolean {
  for (let r = top; r <= bottom; r++)
    for (let c = left; c <= right; c++) if (taken.has(`${r} ${c}`)) return false;
  return true;
}

/** What the cell shows: the formatted text of numbers and dates, strings as they are, errors by their sign. */
function shownText(cell: CellObject): string {
  if (cell.t === 'z' || cell.v === undefined) return '';
  if (cell.t === 's') return String(cell.v);
  return cell.w ?? String(cell.v);
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function asDecodeError(error: Error): DecodeError {
  if (/password|encrypt/i.test(error.message))
    return new DecodeError('a workbook locked by a password', 'an open workbook', 'remove the password', {
      cause: error,
    });
  return new DecodeError(`a damaged workbook (${error.message})`, 'an Excel 97 workbook', 'save it again', {
    cause: error,
  });
}
