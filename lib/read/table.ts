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

/** Whether two readings of one row print the same values. */
export function sameReading(a: Reading, b: Reading): boolean {
  return a.every((cell, index) => cell.value === b[index]?.value && cell.state === b[index]?.state);
}

/** Marks cells as ambiguous where two prints of one row differ; the number of cells that did. */
export function mergeRepeated(table: ReadTable, slots: readonly Slot[], again: Reading): string[] {
  const open: string[] = [];
  again.forEach((cell, index) => {
    const id = slots[index]?.field.id;
    const before = id === undefined ? undefined : table.cells.get(id);
    if (id === undefined || !before || (before.value === cell.value && before.state === cell.state)) return;
    open.push(id);
    table.cells.set(id, {
      raw: `${before.raw.trim() || '␣'} | ${cell.raw.trim() || '␣'}`,
      state: 'ambiguous',
      at: before.at,
      value: null,
      issues: [],
    });
  });
  return open;
}
