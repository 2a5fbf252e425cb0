/** The years of an agency as the page asks them: gaps kept, cells by year and field. */
import { DISCLOSURE_BLOCKS, disclosureFields, fieldById, requestFields } from '../../lib/form';
import type { CarryPair } from '../../lib/chart/kinds/carry';
import type { YearCell, YearReport } from '../../lib/query';

/** A year from the first to the last report, with its report or null. */
export type Year = { year: number; report: YearReport | null };

/** Every year from the first to the last that has a report; reports without a year are left to the lists below. */
export function yearsOf(reports: readonly YearReport[]): Year[] {
  const byYear = new Map(reports.map((report) => [report.year, report]));
  const years = reports.flatMap((report) => report.year ?? []);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => ({
    year: first + index,
    report: byYear.get(first + index) ?? null,
  }));
}

/** What stands in a field of a report: its cell, `absent` where the form asks it and nothing was found, null where it is not asked. */
export function cellOf(report: YearReport, field: string): YearCell | null {
  const cell = report.cells.get(field);
  if (cell) return cell;
  return asks(report, field) ? { value: null, state: 'absent', raw: '' } : null;
}

/** Whether the form of the report has this field; of a table whose form is not known it may. */
function asks(report: YearReport, id: string): boolean {
  const field = fieldById(id);
  if (field?.table === 'proceedings') return true;
  if (field?.table === 'requests')
    return report.form === null || requestFields(report.form).some((each) => each.id === id);
  return DISCLOSURE_BLOCKS.some(({ id: block }) => {
    const form = report.disclosure_forms[block];
    return form !== undefined && disclosureFields(block, form).some((each) => each.id === id);
  });
}

/** The difference from the year before; null unless both years print a number for the same bodies. */
export function differenceOf(before: YearReport | null, report: YearReport, field: string): number | null {
  if (!before || before.scope !== report.scope) return null;
  const then = before.cells.get(field)?.value ?? null;
  const now = report.cells.get(field)?.value ?? null;
  return then === null || now === null ? null : now - then;
}

/** Every two years that follow one another: what the earlier carried out and the later carried in. */
export function carryPairs(years: readonly Year[]): CarryPair[] {
  return years.slice(1).map(({ year, report }, index) => {
    const before = years[index]?.report ?? null;
    return {
      year,
      out: before?.cells.get('requests.carried_out.total')?.value ?? null,
      in: report?.cells.get('requests.carried_in.total')?.value ?? null,
      comparable: !before || !report || before.scope === report.scope,
    };
  });
}
