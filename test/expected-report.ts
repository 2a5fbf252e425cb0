/** What a person read off a report (key.json, or a shared golden), and how a record is held against it. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { z } from 'zod';
import { valueOf } from '../lib/figures';
import type { ReportRecord } from '../lib/record';

const table = z.record(z.string(), z.record(z.string(), z.number().nullable()));
const keySchema = z.object({
  file: z.string().optional(),
  title: z.string().nullable(),
  year: z.number().nullable(),
  published: z.string().nullable(),
  agency: z.object({
    name: z.string(),
    as_written: z.string(),
    also_right: z.array(z.string()),
    body: z.string(),
    scope: z.string(),
  }),
  region: z.object({ code: z.string().nullable(), level: z.string() }),
  requests: table,
  proceedings: table,
  disclosure: table,
  extra_rows: z
    .array(
      z.object({ block: z.string(), label: z.string(), values: z.record(z.string(), z.number().nullable()) }),
    )
    .optional(),
  uncertain: z.array(z.object({ path: z.string(), accept: z.array(z.string().nullable()) })).optional(),
  expected_findings: z.array(
    z.object({ rule: z.string(), row: z.string().optional(), column: z.string().optional() }),
  ),
});
export type ReportKey = z.infer<typeof keySchema>;

/** The key in a JSON file; throws when it has another shape. */
export const readKey = (path: string): ReportKey => keySchema.parse(JSON.parse(readFileSync(path, 'utf8')));

/** Field id → value for every cell that a key states. */
export function keyCells(key: ReportKey): [string, number | null][] {
  return (['requests', 'proceedings', 'disclosure'] as const).flatMap((name) =>
    Object.entries(key[name]).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, value]): [string, number | null] => [
        `${name}.${row}.${column}`,
        value,
      ]),
    ),
  );
}

/** Asserts that every cell is as the key says, with a state that fits, and that no value stands in a cell the key does not have. */
export function expectCells(record: ReportRecord, key: ReportKey): void {
  const wrong = keyCells(key).filter(([field, value]) => valueOf(record, field) !== value);
  expect(
    wrong.map(
      ([field, value]) =>
        `${field}: ${value}, read ${valueOf(record, field)} from ${JSON.stringify(record.cells[field])}`,
    ),
  ).toEqual([]);
  const stated = new Set(keyCells(key).map(([field]) => field));
  for (const [field, cell] of Object.entries(record.cells)) {
    expect(cell.state === 'number', `${field} ${cell.state}`).toBe(valueOf(record, field) !== null);
    if (!stated.has(field)) expect(valueOf(record, field), field).toBeNull();
  }
}

/** Asserts who, where and when. */
export function expectIdentity(record: ReportRecord, key: ReportKey): void {
  const accept = (path: string) => key.uncertain?.find((each) => each.path === path)?.accept ?? [];
  expect(record.year).toBe(key.year);
  expect(record.title).toBe(key.title);
  expect(record.published).toBe(key.published);
  expect([key.region.code, ...accept('region_code')]).toContain(record.region.code);
  expect(record.region.level).toBe(key.region.level);
  expect([key.agency.name, ...key.agency.also_right, ...accept('agency')]).toContain(record.agency.name);
  expect(record.agency.as_written).toBe(key.agency.as_written);
  expect([key.agency.body, ...accept('body')]).toContain(record.agency.body);
  expect(record.agency.scope).toBe(key.agency.scope);
}

/** Asserts the findings a person expects; the record may have more. */
export function expectFindings(record: ReportRecord, key: ReportKey): void {
  for (const expected of key.expected_findings)
    expect(
      record.findings.some(
        (finding) =>
          finding.rule === expected.rule &&
          (expected.row === undefined ||
            finding.fields.some((field) => field.split('.')[1] === expected.row)) &&
          (expected.column === undefined ||
            finding.fields.every((field) => field.endsWith(`.${expected.column}`))),
      ),
      JSON.stringify(expected),
    ).toBe(true);
}
