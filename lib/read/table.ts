/** What reading a statutory table yields, and how a read row becomes cells of it. */
import type { FormVersion } from '../form';
import type { Issue } from '../issue';
import type { ExtraRow } from '../record';
import type { Reading, Slot } from './settle';

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
