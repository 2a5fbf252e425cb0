/**
 * What an audit rule is. One rule a file of this folder, listed in `index.ts`; findings, pages, docs and SQL loop over that
 * list. A rule says what differs; the list gives the finding its id and severity. Nothing is ever corrected.
 */
import type { Figures, Sides } from '../../figures';
import type { Severity } from '../../issue';

/** Two things that should be equal and are not, as a finding holds them. */
export type Disagreement = {
  /** Field ids involved: those of the left side first, then those of the right side. */
  fields: string[];
  left: number | string;
  right: number | string;
  /** left − right where both are numbers. */
  difference: number | null;
  /** How many of `fields` belong to the left side. */
  left_fields: number;
  /** The part of the right side that another year's report prints: its record id and its fields there. */
  other?: { id: string; fields: string[] };
};

type Described = {
  /** Stable: in records, addresses and docs. The name of the file with a dot for its first hyphen. */
  id: string;
  /** `warning` for equations that the form prints, `info` for soft rules, which have lawful exceptions. */
  severity: Severity;
  /** For docs/issues.md: the rule in field ids, and what a difference often means. */
  formula: string;
  often: string;
  /** Whose name heads a finding: of the column or the row of its first field; else the first part of the field's. */
  about?: 'row' | 'column';
};

/** A rule inside one report: every equation of it, both sides. A side that cannot be told is null, and then it is no finding. */
export type ReportRule = Described & { scope: 'report'; check: (report: Figures) => Sides[] };

/** The part of a record that the rules over the years read. */
export type YearReport = Omit<Figures, 'narrative'> & {
  id: string;
  year: number | null;
  agency: { scope: string };
};

/** A report and the one of the year before. */
export type YearPair = { report: YearReport; before: YearReport };

/**
 * A rule over the reports of one agency, at most one a year, in any order: record id → what disagrees there. Silent where a
 * value or a year is missing and, unless it says otherwise, where two reports speak for different bodies.
 */
export type YearsRule = Described & {
  scope: 'years';
  check: (years: readonly YearReport[]) => [string, Disagreement][];
};

/** A rule about who speaks and for which year: checked in `lib/identify`, where all the evidence is. */
export type IdentityRule = Described & { scope: 'identity' };

export type Rule = ReportRule | YearsRule | IdentityRule;

/** The finding that a rule makes of a disagreement. */
export const findingOf = <Id extends string>(
  { id, severity }: { id: Id; severity: Severity },
  disagreement: Disagreement,
): { rule: Id; severity: Severity } & Disagreement => ({ rule: id, severity, ...disagreement });

/** The disagreement of two texts or numbers that no field of the form holds. */
export const disagreeing = <Told extends number | string>(left: Told, right: Told): Disagreement => ({
  fields: [],
  left,
  right,
  difference: typeof left === 'number' && typeof right === 'number' ? left - right : null,
  left_fields: 0,
});

/** The disagreement of two sides that can be told and differ, else null. */
export const unequal = ({ left, right }: Sides): Disagreement | null =>
  left.sum === null || right.sum === null || left.sum === right.sum
    ? null
    : {
        fields: [...left.fields, ...right.fields],
        left: left.sum,
        right: right.sum,
        difference: left.sum - right.sum,
        left_fields: left.fields.length,
      };

/** Whether both reports speak for the same bodies, so that their figures can be compared. */
export const isSameScope = ({ report, before }: YearPair): boolean =>
  report.agency.scope === before.agency.scope;

/** The check of a rule that compares each report with that of the year before: what disagrees is on the later one. */
export const overPairs =
  (check: (pair: YearPair) => Disagreement[]): YearsRule['check'] =>
  (years) => {
    const byYear = new Map(years.map((report) => [report.year, report]));
    return years.flatMap((report) => {
      const before = byYear.get((report.year ?? 0) - 1);
      const found = before ? check({ report, before }) : [];
      return found.map((each): [string, Disagreement] => [report.id, each]);
    });
  };

/** Two numbers of different years that differ: `fields` and `left` of this report, `right` of the `other` one. */
export const numbersDiffer = (
  fields: readonly string[],
  left: number,
  right: number,
  other: { id: string; fields: readonly string[] },
): Disagreement => ({
  fields: [...fields],
  left,
  right,
  difference: left - right,
  left_fields: 1,
  other: { id: other.id, fields: [...other.fields] },
});
