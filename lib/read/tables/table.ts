/** What reading a statutory table yields, and how a read row becomes cells of it. */
import type { FormVersion } from '../../form/index';
import { type Issue, issue } from '../../issue';
import type { ExtraRow } from '../../record';
import type { Reading, Slot } from '../fit/resolve';

export type ReadTable = {
  /** Field id → cell with its value; every field of the form that was decided for has one. */
  cells: Map<string, Reading[number]>;
  extraRows: ExtraRow[];
  issues: Issue[];
};

export type RequestsTable = ReadTable & { form: FormVersion | null };
export type DisclosureTable = ReadTable & { forms: Record<string, FormVersion> };

/** Puts a row's cells into a table. */
export function putRow(table: ReadTable, slots: readonly Slot[], reading: Reading): void {
  reading.forEach((cell, index) => {
    const slot = slots[index];
    if (slot) table.cells.set(slot.field.id, cell);
  });
}

/** Leaves a row without values: unreadable where its label stands, absent where nothing does. Never zero. */
export function leaveRow(table: ReadTable, slots: readonly Slot[], hasLabel: boolean): void {
  const state = hasLabel ? 'unreadable' : 'absent';
  putRow(
    table,
    slots,
    slots.map(() => ({ raw: '', state, at: null, value: null, issues: [] })),
  );
}

/** Holds a second print of cells against the first: where they differ the cell is ambiguous. The fields that do. */
export function mergeCells(
  table: ReadTable,
  again: readonly (readonly [string, Reading[number]])[],
): string[] {
  const open: string[] = [];
  for (const [id, cell] of again) {
    const before = table.cells.get(id);
    if (!before || (before.value === cell.value && before.state === cell.state)) continue;
    open.push(id);
    table.cells.set(id, {
      raw: `${before.raw.trim() || '␣'} | ${cell.raw.trim() || '␣'}`,
      state: 'ambiguous',
      at: before.at,
      value: null,
      issues: [],
    });
  }
  return open;
}

/**
 * Names the figures of a row whose last cell, the total, is blank: nothing tells whether they stand in their columns, or
 * whether a page number was taken for one. `slots` are the parts and then their total.
 */
export function noteBareParts(table: ReadTable, slots: readonly Slot[]): void {
  const cells = slots.map((slot) => ({ id: slot.field.id, cell: table.cells.get(slot.field.id) }));
  const total = cells.at(-1);
  if (total?.cell?.state !== 'blank' && total?.cell?.state !== 'dash') return;
  const parts = cells.filter(({ cell }) => cell !== undefined && cell.value !== null && cell.value !== 0);
  const [first] = parts;
  if (!first) return;
  const figures = parts.map(({ cell }) => cell?.raw.trim()).join(', ');
  table.issues.push(
    issue(
      'row.total_blank',
      first.cell?.at ?? null,
      `${figures} beside a blank total`,
      'a total of the row',
      [...parts.map(({ id }) => id), total.id],
    ),
  );
}
