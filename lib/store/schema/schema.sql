-- The database of one corpus. Built once from normalised records, then only read (lib/store/build/index.ts).
--
-- Names: a field id `table.row.column` is the column `table_row_column`; an id in the tables below is the id of the
-- contract. Counts are INTEGER, money is DOUBLE. NULL means the report gives no number (blank, dash, unreadable,
-- ambiguous, absent): it is never 0, and `cells.state` says which of them it is.
-- Beside this file lies one with the evidence (schema-evidence.sql), attached as `evidence`: printed texts, places and
-- sources, 200 rows a report, which no chart reads.
-- Codes of GB/T 2260 are integers without trailing zeros: 61 province, 6101 prefecture, 610111 county,
-- 610111001 township. The type `field` (every field id, in form order) is made from lib/form before this file runs;
-- what stands in double braces is filled in from there too (lib/store/sql/form-sql.ts).

CREATE TYPE level AS ENUM ('national', 'province', 'prefecture', 'county', 'township');
CREATE TYPE body AS ENUM ('government', 'department', 'office', 'subdistrict', 'vertical', 'institution');
CREATE TYPE scope AS ENUM ('consolidated', 'own', 'unknown');
CREATE TYPE form AS ENUM ({{forms}});
CREATE TYPE applicant AS ENUM ('natural_person', 'org_commercial', 'org_research', 'org_public_interest',
                               'org_legal_service', 'org_other', 'total');
CREATE TYPE channel AS ENUM ('reconsideration', 'litigation_direct', 'litigation_after_reconsideration');
CREATE TYPE severity AS ENUM ('info', 'warning', 'error');

-- Grain: one row a region that a report or one of its parents lies in. `depth`: 1 province … 4 township.
CREATE TABLE regions (
  code INTEGER NOT NULL,
  depth TINYINT NOT NULL,
  parent INTEGER,
  name VARCHAR,
  pinyin VARCHAR
);

-- Grain: one row an agency. `agency_id` is the id of its reports without the year and does not change when other
-- agencies are added; `agency_no` is its position in this build. Name, level and body are those of its latest report,
-- `names` has every name its reports give in small letters, for searching.
CREATE TABLE agencies (
  agency_no INTEGER NOT NULL,
  agency_id VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  names VARCHAR NOT NULL,
  region_code VARCHAR,
  province INTEGER,
  prefecture INTEGER,
  county INTEGER,
  township INTEGER,
  level level,
  body body,
  reports INTEGER NOT NULL,
  first_year SMALLINT,
  last_year SMALLINT
);

-- Grain: one row a report, sorted by region, agency and year; `report_no` is the position.
-- Dimensions, what the audit found, and every cell of the three tables except the six applicant columns.
CREATE TABLE reports (
  report_no INTEGER NOT NULL,
  own_id VARCHAR,                   -- the report's id where it is not agency_id-year (store/report-id.ts)
  agency_no INTEGER NOT NULL,
  year SMALLINT,
  published DATE,
  level level,
  body body,
  scope scope NOT NULL,
  form form,                        -- version of table 3
  depth TINYINT,                    -- how deep its region lies: 0 country … 4 township
  province INTEGER,
  prefecture INTEGER,
  county INTEGER,
  township INTEGER,
  in_totals BOOLEAN NOT NULL,       -- false: vertical bodies and institutions, never part of region totals
  covered_at TINYINT NOT NULL,      -- deepest region at which another consolidated report covers it; -1 none
  covered_by INTEGER,               -- report_no of that report
  covered_in_level BOOLEAN NOT NULL,-- whether a consolidated report of its own level and region covers it
  issues INTEGER NOT NULL,
  doubts INTEGER NOT NULL,          -- issues of severity warning or error
  findings INTEGER NOT NULL,
  has_requests BOOLEAN NOT NULL,    -- at least one number in table 3, 4, 2
  has_proceedings BOOLEAN NOT NULL,
  has_disclosure BOOLEAN NOT NULL,
  split_whole BOOLEAN NOT NULL,     -- each applicant column has a number in every row of the form and in no other
  tested UTINYINT NOT NULL,         -- the rules with an equation that can be told in it, a bit each (lib/audit/testable.ts)
  has_year_before BOOLEAN NOT NULL, -- whether its agency has a report of the year before with the same scope

  -- table 3, column total (requests)
  requests_new_requests_total INTEGER,
  requests_carried_in_total INTEGER,
  requests_granted_total INTEGER,
  requests_partial_total INTEGER,
  requests_denied_state_secret_total INTEGER,
  requests_denied_prohibited_by_law_total INTEGER,
  requests_denied_security_stability_total INTEGER,
  requests_denied_third_party_total INTEGER,
  requests_denied_internal_affairs_total INTEGER,
  requests_denied_process_information_total INTEGER,
  requests_denied_enforcement_files_total INTEGER,
  requests_denied_administrative_inquiry_total INTEGER,
  requests_unable_not_held_total INTEGER,
  requests_unable_needs_creation_total INTEGER,
  requests_unable_unclear_total INTEGER,
  requests_not_processed_petition_total INTEGER,
  requests_not_processed_repeat_total INTEGER,
  requests_not_processed_publication_total INTEGER,
  requests_not_processed_abusive_total INTEGER,
  requests_not_processed_confirm_total INTEGER,
  requests_other_amendment_overdue_total INTEGER,
  requests_other_fee_overdue_total INTEGER,
  requests_other_misc_total INTEGER,
  requests_other_total_total INTEGER,
  requests_outcomes_total_total INTEGER,
  requests_carried_out_total INTEGER,

  -- table 4 (cases)
  proceedings_reconsideration_upheld INTEGER,
  proceedings_reconsideration_corrected INTEGER,
  proceedings_reconsideration_other_result INTEGER,
  proceedings_reconsideration_pending INTEGER,
  proceedings_reconsideration_total INTEGER,
  proceedings_litigation_direct_upheld INTEGER,
  proceedings_litigation_direct_corrected INTEGER,
  proceedings_litigation_direct_other_result INTEGER,
  proceedings_litigation_direct_pending INTEGER,
  proceedings_litigation_direct_total INTEGER,
  proceedings_litigation_after_reconsideration_upheld INTEGER,
  proceedings_litigation_after_reconsideration_corrected INTEGER,
  proceedings_litigation_after_reconsideration_other_result INTEGER,
  proceedings_litigation_after_reconsideration_pending INTEGER,
  proceedings_litigation_after_reconsideration_total INTEGER,

  -- table 2 (documents, items, decisions; money in the unit of the name)
  disclosure_rules_new_made INTEGER,
  disclosure_rules_newly_disclosed INTEGER,
  disclosure_rules_disclosed_total INTEGER,
  disclosure_rules_issued INTEGER,
  disclosure_rules_repealed INTEGER,
  disclosure_rules_in_force INTEGER,
  disclosure_normative_documents_new_made INTEGER,
  disclosure_normative_documents_newly_disclosed INTEGER,
  disclosure_normative_documents_disclosed_total INTEGER,
  disclosure_normative_documents_issued INTEGER,
  disclosure_normative_documents_repealed INTEGER,
  disclosure_normative_documents_in_force INTEGER,
  disclosure_licensing_items_last_year INTEGER,
  disclosure_licensing_items_change INTEGER,
  disclosure_licensing_decisions INTEGER,
  disclosure_other_services_items_last_year INTEGER,
  disclosure_other_services_items_change INTEGER,
  disclosure_other_services_decisions INTEGER,
  disclosure_penalties_items_last_year INTEGER,
  disclosure_penalties_items_change INTEGER,
  disclosure_penalties_decisions INTEGER,
  disclosure_compulsory_measures_items_last_year INTEGER,
  disclosure_compulsory_measures_items_change INTEGER,
  disclosure_compulsory_measures_decisions INTEGER,
  disclosure_administrative_fees_items_last_year INTEGER,
  disclosure_administrative_fees_items_change INTEGER,
  disclosure_administrative_fees_amount_10k_yuan DOUBLE,
  disclosure_procurement_projects INTEGER,
  disclosure_procurement_amount_yuan DOUBLE
);

-- Grain: one row a report and applicant column that is not all zero (the column total stands in reports). Unit: requests.
-- A pair without a row printed 0 in every row that the report's form of table 3 has. Pairs with a missing cell always
-- have a row, as have all six of a report without a form or with a number in a row that its form does not print.
CREATE TABLE requests_by_applicant (
  report_no INTEGER NOT NULL,
  applicant applicant NOT NULL,
  new_requests INTEGER,
  carried_in INTEGER,
  granted INTEGER,
  partial INTEGER,
  denied_state_secret INTEGER,
  denied_prohibited_by_law INTEGER,
  denied_security_stability INTEGER,
  denied_third_party INTEGER,
  denied_internal_affairs INTEGER,
  denied_process_information INTEGER,
  denied_enforcement_files INTEGER,
  denied_administrative_inquiry INTEGER,
  unable_not_held INTEGER,
  unable_needs_creation INTEGER,
  unable_unclear INTEGER,
  not_processed_petition INTEGER,
  not_processed_repeat INTEGER,
  not_processed_publication INTEGER,
  not_processed_abusive INTEGER,
  not_processed_confirm INTEGER,
  other_amendment_overdue INTEGER,
  other_fee_overdue INTEGER,
  other_misc INTEGER,
  other_total INTEGER,
  outcomes_total INTEGER,
  carried_out INTEGER
);

-- Grain: one row a report and column of table 3, zeros and the column total among them.
CREATE VIEW requests AS
SELECT
  reports.report_no,
  columns.applicant,
  {{requests}}
FROM reports
CROSS JOIN (SELECT unnest(enum_range(NULL::applicant)[1:6]) AS applicant) AS columns
LEFT JOIN requests_by_applicant AS stored
  ON stored.report_no = reports.report_no AND stored.applicant = columns.applicant
UNION ALL
SELECT
  report_no,
  'total'::applicant AS applicant,
  requests_new_requests_total AS new_requests,
  requests_carried_in_total AS carried_in,
  requests_granted_total AS granted,
  requests_partial_total AS partial,
  requests_denied_state_secret_total AS denied_state_secret,
  requests_denied_prohibited_by_law_total AS denied_prohibited_by_law,
  requests_denied_security_stability_total AS denied_security_stability,
  requests_denied_third_party_total AS denied_third_party,
  requests_denied_internal_affairs_total AS denied_internal_affairs,
  requests_denied_process_information_total AS denied_process_information,
  requests_denied_enforcement_files_total AS denied_enforcement_files,
  requests_denied_administrative_inquiry_total AS denied_administrative_inquiry,
  requests_unable_not_held_total AS unable_not_held,
  requests_unable_needs_creation_total AS unable_needs_creation,
  requests_unable_unclear_total AS unable_unclear,
  requests_not_processed_petition_total AS not_processed_petition,
  requests_not_processed_repeat_total AS not_processed_repeat,
  requests_not_processed_publication_total AS not_processed_publication,
  requests_not_processed_abusive_total AS not_processed_abusive,
  requests_not_processed_confirm_total AS not_processed_confirm,
  requests_other_amendment_overdue_total AS other_amendment_overdue,
  requests_other_fee_overdue_total AS other_fee_overdue,
  requests_other_misc_total AS other_misc,
  requests_other_total_total AS other_total,
  requests_outcomes_total_total AS outcomes_total,
  requests_carried_out_total AS carried_out
FROM reports;

-- Grain: one row a report and channel of table 4. Unit: cases.
CREATE VIEW proceedings AS
SELECT
  report_no,
  'reconsideration'::channel AS channel,
  proceedings_reconsideration_upheld AS upheld,
  proceedings_reconsideration_corrected AS corrected,
  proceedings_reconsideration_other_result AS other_result,
  proceedings_reconsideration_pending AS pending,
  proceedings_reconsideration_total AS total
FROM reports
UNION ALL
SELECT
  report_no,
  'litigation_direct'::channel AS channel,
  proceedings_litigation_direct_upheld AS upheld,
  proceedings_litigation_direct_corrected AS corrected,
  proceedings_litigation_direct_other_result AS other_result,
  proceedings_litigation_direct_pending AS pending,
  proceedings_litigation_direct_total AS total
FROM reports
UNION ALL
SELECT
  report_no,
  'litigation_after_reconsideration'::channel AS channel,
  proceedings_litigation_after_reconsideration_upheld AS upheld,
  proceedings_litigation_after_reconsideration_corrected AS corrected,
  proceedings_litigation_after_reconsideration_other_result AS other_result,
  proceedings_litigation_after_reconsideration_pending AS pending,
  proceedings_litigation_after_reconsideration_total AS total
FROM reports;

-- Grain: one row a report; one column a cell of table 2.
CREATE VIEW disclosures AS
SELECT
  report_no,
  disclosure_rules_new_made AS rules_new_made,
  disclosure_rules_newly_disclosed AS rules_newly_disclosed,
  disclosure_rules_disclosed_total AS rules_disclosed_total,
  disclosure_rules_issued AS rules_issued,
  disclosure_rules_repealed AS rules_repealed,
  disclosure_rules_in_force AS rules_in_force,
  disclosure_normative_documents_new_made AS normative_documents_new_made,
  disclosure_normative_documents_newly_disclosed AS normative_documents_newly_disclosed,
  disclosure_normative_documents_disclosed_total AS normative_documents_disclosed_total,
  disclosure_normative_documents_issued AS normative_documents_issued,
  disclosure_normative_documents_repealed AS normative_documents_repealed,
  disclosure_normative_documents_in_force AS normative_documents_in_force,
  disclosure_licensing_items_last_year AS licensing_items_last_year,
  disclosure_licensing_items_change AS licensing_items_change,
  disclosure_licensing_decisions AS licensing_decisions,
  disclosure_other_services_items_last_year AS other_services_items_last_year,
  disclosure_other_services_items_change AS other_services_items_change,
  disclosure_other_services_decisions AS other_services_decisions,
  disclosure_penalties_items_last_year AS penalties_items_last_year,
  disclosure_penalties_items_change AS penalties_items_change,
  disclosure_penalties_decisions AS penalties_decisions,
  disclosure_compulsory_measures_items_last_year AS compulsory_measures_items_last_year,
  disclosure_compulsory_measures_items_change AS compulsory_measures_items_change,
  disclosure_compulsory_measures_decisions AS compulsory_measures_decisions,
  disclosure_administrative_fees_items_last_year AS administrative_fees_items_last_year,
  disclosure_administrative_fees_items_change AS administrative_fees_items_change,
  disclosure_administrative_fees_amount_10k_yuan AS administrative_fees_amount_10k_yuan,
  disclosure_procurement_projects AS procurement_projects,
  disclosure_procurement_amount_yuan AS procurement_amount_yuan
FROM reports;

-- Grain: one row a trouble in reading a report, in the order of the record.
CREATE TABLE issues (
  report_no INTEGER NOT NULL,
  position INTEGER NOT NULL,
  code VARCHAR NOT NULL,
  severity severity NOT NULL,
  actual VARCHAR NOT NULL,
  expected VARCHAR NOT NULL,
  place VARCHAR,
  fields VARCHAR[] NOT NULL
);

-- Grain: one row a rule that a report breaks. Of each side either the number or the text is set.
CREATE TABLE findings (
  report_no INTEGER NOT NULL,
  position INTEGER NOT NULL,
  rule VARCHAR NOT NULL,
  severity severity NOT NULL,
  fields VARCHAR[] NOT NULL,
  left_fields INTEGER NOT NULL,
  left_number DOUBLE,
  left_text VARCHAR,
  right_number DOUBLE,
  right_text VARCHAR,
  difference DOUBLE
);

-- Grain: one row a report; see schema-evidence.sql.
CREATE VIEW sources AS SELECT * FROM evidence.sources;

-- Grain: one row a report and field that its form asks; see schema-evidence.sql.
CREATE VIEW cells AS SELECT * FROM evidence.cells;

-- Grain: one row a count stated in a report's prose; see schema-evidence.sql.
CREATE VIEW narrative AS SELECT * FROM evidence.narrative;

-- Grain: one row a local row of table 2; see schema-evidence.sql.
CREATE VIEW extra_rows AS SELECT * FROM evidence.extra_rows;

-- Grain: one row. Written last: a database without it is not whole and is never served.
CREATE TABLE manifest (
  schema_version INTEGER NOT NULL,
  layout INTEGER NOT NULL,          -- of these tables (lib/store/schema/layout.ts)
  corpus VARCHAR NOT NULL,
  synthetic BOOLEAN NOT NULL,
  corpus_version VARCHAR NOT NULL,  -- hash of the contents
  inputs VARCHAR NOT NULL,          -- hash of what it was built from
  reports INTEGER NOT NULL,
  agencies INTEGER NOT NULL,
  cells BIGINT NOT NULL,
  one_a_year BOOLEAN NOT NULL,      -- no agency has two reports of one year: counting reports of a year counts agencies
  evidence VARCHAR NOT NULL,        -- name of the file with the evidence, in the same folder
  first_year SMALLINT,
  last_year SMALLINT,
  published_until DATE              -- latest publication date among the reports; no clock, so builds are repeatable
);
