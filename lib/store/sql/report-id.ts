/**
 * Ids of reports. Nearly all are the id of the agency and the year, so the store keeps only the others: an eighth of the
 * file of 1.6 million reports were ids.
 */

/** SQL of a report's id, over a row of `reports` and the one of `agencies` joined to it. */
export const REPORT_ID_SQL = "coalesce(reports.own_id, agencies.agency_id || '-' || reports.year)";

/** SQL of the number of the report with the id `$id`, null when there is none; it takes what `idParameters` gives. */
export const REPORT_NO_SQL = `(
  SELECT report_no FROM reports WHERE own_id = $id
  UNION ALL
  SELECT report_no FROM reports
  WHERE own_id IS NULL AND year = $year AND agency_no = (SELECT agency_no FROM agencies WHERE agency_id = $agency)
  LIMIT 1
)`;

/** The parameters of `REPORT_NO_SQL` for an id. */
export function idParameters(id: string): { id: string; agency: string; year: number } {
  const [, agency = '', year = ''] = /^(.*)-(\d{4})$/su.exec(id) ?? [];
  return { id, agency, year: Number(year) };
}
