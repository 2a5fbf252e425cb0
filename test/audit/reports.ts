/** Reports of one agency as the rules over the years see them. */
import type { YearReport } from '../../lib/audit/rules/rule';
import type { ReportRecord } from '../../lib/record';

type Facts = {
  fields?: Record<string, number | null>;
  /** Fields that are null with another state than blank. */
  states?: Record<string, ReportRecord['cells'][string]['state']>;
  scope?: ReportRecord['agency']['scope'];
  requests?: '2019' | '2021' | null;
  disclosure?: ReportRecord['forms']['disclosure'];
};

/** A report of a year with these fields; a field that is null is blank unless a state is given. */
export function yearReport(year: number, facts: Facts = {}): YearReport {
  const { fields = {}, states = {}, scope = 'consolidated', requests = '2021', disclosure = {} } = facts;
  const report: YearReport = {
    id: `340103-庐阳区-${year}`,
    year,
    agency: { scope },
    forms: { requests, disclosure },
    requests: {},
    proceedings: {},
    disclosure: {},
    cells: {},
  };
  const all = { ...fields, ...Object.fromEntries(Object.keys(states).map((id) => [id, null])) };
  for (const [id, value] of Object.entries(all)) {
    const [table, row, column] = id.split('.') as ['requests' | 'proceedings' | 'disclosure', string, string];
    report[table][row] = { ...report[table][row], [column]: value };
    const state = states[id] ?? (value === null ? 'blank' : 'number');
    report.cells[id] = { raw: String(value ?? ''), state, at: null };
  }
  return report;
}
