/**
 * A row's cells by the headers that stand over its columns. Used where each header has a column to itself and the row ends where the
 * rows of headers do: empty columns beyond the table and cells that were repeated for their span then count for nothing.
 */
import { type LabelSet, headersFound } from '../labels/similarity';
import { plainLabel } from '../labels/normalise';
import type { Segment } from '../lines/segments';
import type { Token } from '../lines/tokens';

const endOf = (token: Token): number => (token.column ?? 0) + token.span;
const lastEnd = (tokens: readonly Token[]): number => Math.max(0, ...tokens.map(endOf));

/**
 * The cells under the headers of the given columns, in their order, one for each; null where headers or cells do not tell. `columns` may
 * hold an id several times: the headers must then stand in that very order.
 */
export function cellsUnderHeaders(
  { headerCells, values }: Pick<Segment, 'headerCells' | 'values'>,
  columns: readonly string[],
  set: LabelSet,
): Token[] | null {
  if (headerCells.length === 0 || lastEnd(headerCells) !== lastEnd(values)) return null;
  if (hasPushedCell({ headerCells, values })) return null;
  const headers = headersOf(headerCells, columns, set);
  if (headers === null) return null;
  const cells = headers.map((group) => {
    const under = values.filter((value) => value.column !== null && group.includes(value.column));
    const [first] = under;
    // A cell that was repeated for its span says the same each time.
    return first && under.every(({ text }) => text.trim() === first.text.trim()) ? { first, under } : null;
  });
  const used = new Set(cells.flatMap((cell) => cell?.under ?? []));
  if (
    cells.some((cell) => cell === null) ||
    used.size !== cells.reduce((sum, cell) => sum + (cell?.under.length ?? 0), 0)
  )
    return null;
  // What stands under a header of its own, a share or a remark, is another column's.
  const isApart = (value: Token): boolean =>
    headerCells.some(
      (header) =>
        header.kind === 'text' && header.span === 1 && header.column === value.column && value.span === 1,
    );
  if (values.some((value) => value.kind !== 'blank' && !used.has(value) && !isApart(value))) return null;
  return cells.map((cell) => ({ ...(cell?.first as Token), optional: false, inferred: false }));
}

/** Whether a row has more cells than headers over them, and a figure twice in succession: the second may be a slip that pushed the others aside. */
export function hasPushedCell({ headerCells, values }: Pick<Segment, 'headerCells' | 'values'>): boolean {
  const first = values[0]?.column ?? null;
  const over = headerCells.filter(({ column }) => column !== null && first !== null && column >= first);
  return (
    over.length > 0 &&
    over.length < values.length &&
    values.some(
      (value, index) => value.kind === 'value' && value.text.trim() === values[index - 1]?.text.trim(),
    )
  );
}

/** For each column the places of its header: one, or several side by side where a header was repeated for its span. */
function headersOf(
  headerCells: readonly Token[],
  columns: readonly string[],
  set: LabelSet,
): number[][] | null {
  const found = headerCells
    .flatMap((cell) => {
      const [id] = cell.kind === 'text' ? columnsSaid(cell.text, columns, set) : [];
      return id === undefined
        ? []
        : [{ id, text: plainLabel(cell.text), column: cell.column ?? 0, span: cell.span }];
    })
    .sort((one, other) => one.column - other.column);
  const groups: { id: string; text: string; places: number[]; end: number }[] = [];
  for (const { id, text, column, span } of found) {
    const last = groups.at(-1);
    if (last && last.id === id && last.text === text && last.end === column) last.places.push(column);
    else if (last && column < last.end) return null;
    else groups.push({ id, text, places: [column], end: 0 });
    (groups.at(-1) as { end: number }).end = column + span;
  }
  if (groups.map(({ id }) => id).join() !== columns.join()) return null;
  return groups.map(({ places }) => places);
}

const columnsSaid = (text: string, columns: readonly string[], set: LabelSet): string[] => {
  const said = headersFound([text], set);
  return [...new Set(columns)].filter((column) => said.has(column));
};

/** How many figures a row has; one that was repeated under a repeated header, for the span of both, counts once. */
export function figuresIn({ headerCells, values }: Pick<Segment, 'headerCells' | 'values'>): number {
  const headerOver = new Map(headerCells.map((cell) => [cell.column, cell.text.trim()]));
  const figures = values.filter((value) => value.kind === 'value');
  const isRepeated = (value: Token, before: Token | undefined): boolean => {
    const header = headerOver.get(value.column);
    return (
      before !== undefined &&
      header !== undefined &&
      header !== '' &&
      value.column === endOf(before) &&
      header === headerOver.get(before.column) &&
      value.text.trim() === before.text.trim()
    );
  };
  return figures.filter((value, index) => !isRepeated(value, figures[index - 1])).length;
}
