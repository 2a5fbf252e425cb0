import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditRecord, checkRecord } from '../../lib/audit';
import { APPLICANT_COLUMNS, REQUEST_COLUMNS, outcomeRows, requestRows } from '../../lib/form';
import { reportWith } from '../build';

/** Printed cells of table 3 that add up: outcomes by applicant, everything else computed. */
const consistent = fc
  .record({
    form: fc.constantFrom('2019' as const, '2021' as const),
    outcomes: fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 150, maxLength: 150 }),
    carriedIn: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 6, maxLength: 6 }),
    carriedOut: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ form, outcomes, carriedIn, carriedOut }) => {
    const printed: Record<string, number> = {};
    const rows = outcomeRows(form);
    APPLICANT_COLUMNS.forEach((column, c) => {
      let total = 0;
      rows.forEach((row, r) => {
        const value = outcomes[c * 24 + r] ?? 0;
        printed[`requests.${row}.${column}`] = value;
        total += value;
      });
      // Requests cannot be fewer than what is left of them: carry enough out.
      const out = (carriedOut[c] as number) + (carriedIn[c] as number);
      printed[`requests.outcomes_total.${column}`] = total;
      printed[`requests.carried_in.${column}`] = carriedIn[c] as number;
      printed[`requests.carried_out.${column}`] = out;
      printed[`requests.new_requests.${column}`] = total + out - (carriedIn[c] as number);
    });
    for (const row of requestRows(form))
      printed[`requests.${row}.total`] = APPLICANT_COLUMNS.reduce(
        (sum, column) => sum + (printed[`requests.${row}.${column}`] ?? 0),
        0,
      );
    return { form, printed: printed };
  });

describe('a report that adds up', () => {
  it('has no finding', () => {
    fc.assert(
      fc.property(consistent, ({ form, printed }) => {
        expect(auditRecord(reportWith(printed, form))).toEqual([]);
      }),
    );
  });

  it('has a finding naming the cell as soon as one printed number is another', () => {
    fc.assert(
      fc.property(consistent, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ form, printed }, at, more) => {
        const fields = requestRows(form).flatMap((row) =>
          REQUEST_COLUMNS.map((column) => `requests.${row}.${column.id}`),
        );
        const field = fields[at % fields.length] as string;
        const findings = auditRecord(
          reportWith({ ...printed, [field]: (printed[field] as number) + more }, form),
        );
        expect(
          findings.some(
            (finding) => finding.fields.includes(field) && Math.abs(finding.difference ?? 0) === more,
          ),
        ).toBe(true);
      }),
    );
  });

  it('counts a blank beside figures as nothing, and cannot tell where a cell could not be read', () => {
    expect(auditRecord(reportWith({ 'requests.granted.org_other': 'blank' }))).toEqual([]);
    const unread = checkRecord(
      reportWith({ 'requests.granted.org_other': 'unreadable', 'requests.granted.total': 5 }),
    );
    expect(unread.filter((check) => check.holds === false).map((check) => check.left.fields[0])).toEqual([
      'requests.outcomes_total.total',
    ]);
    expect(unread.some((check) => check.holds === null)).toBe(true);
  });
});

describe('proceedings', () => {
  it('are held group by group', () => {
    const findings = auditRecord(
      reportWith({
        'proceedings.reconsideration.upheld': 10,
        'proceedings.reconsideration.corrected': 1,
        'proceedings.litigation_direct.pending': 2,
        'proceedings.litigation_direct.total': 2,
      }),
    );
    expect(findings).toMatchObject([
      { rule: 'proceedings.total', left: 0, right: 11, difference: -11, left_fields: 1 },
    ]);
  });
});

describe('prose', () => {
  const at = { line: 1 };
  it('that states another number than the table is a finding, once', () => {
    const record = reportWith({ 'disclosure.normative_documents.issued': 0 }, '2021', {
      narrative: [{ field: 'narrative.normative_documents', value: 12, at }],
    });
    expect(auditRecord(record)).toMatchObject([
      {
        rule: 'narrative.agreement',
        left: 12,
        right: 0,
        fields: ['disclosure.normative_documents.issued'],
        left_fields: 0,
      },
    ]);
  });
  it('that states the table’s number is none, nor are other counts of the same thing beside it', () => {
    const record = reportWith({}, '2021', {
      narrative: [
        { field: 'requests.new_requests.total', value: 0, at },
        { field: 'requests.new_requests.total', value: 7, at },
      ],
    });
    expect(auditRecord(record)).toEqual([]);
  });
});
