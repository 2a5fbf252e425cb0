-- One corpus in a ClickHouse cluster named `ogi`: what questions about metrics need, under the names, units and meanings
-- of ../schema.sql, filled from the folder `engine` of a Parquet set. A column that may be empty is Nullable, and no
-- column has a default. Rows of reports and applicants that belong together lie on the same shard; the rest is small.
-- On one server leave out ON CLUSTER, Replicated and the Distributed tables, and the ending `_local`
-- (`npm run load-clickhouse` does so unless it is told of a cluster).

-- Grain: one row an agency.
CREATE TABLE agencies ON CLUSTER ogi (
  agency_no Int32,
  agency_id String,
  name String,
  names String,
  region_code Nullable(String),
  province Nullable(Int32),
  prefecture Nullable(Int32),
  county Nullable(Int32),
  township Nullable(Int32),
  level Nullable(Enum8('national' = 1, 'province' = 2, 'prefecture' = 3, 'county' = 4, 'township' = 5)),
  body Nullable(Enum8('government' = 1, 'department' = 2, 'office' = 3, 'subdistrict' = 4, 'vertical' = 5, 'institution' = 6)),
  reports Int32,
  first_year Nullable(Int16),
  last_year Nullable(Int16)
) ENGINE = ReplicatedMergeTree ORDER BY agency_no;

-- Grain: one row a region.
CREATE TABLE regions ON CLUSTER ogi (
  code Int32,
  depth Int8,
  parent Nullable(Int32),
  name Nullable(String),
  pinyin Nullable(String)
) ENGINE = ReplicatedMergeTree ORDER BY code;

-- Grain: one row an applicant column of table 3; the total is not among them.
CREATE TABLE applicants ON CLUSTER ogi (
  applicant Enum8('natural_person' = 1, 'org_commercial' = 2, 'org_research' = 3, 'org_public_interest' = 4, 'org_legal_service' = 5, 'org_other' = 6, 'total' = 7)
) ENGINE = ReplicatedMergeTree ORDER BY applicant;

-- Grain: one row a report.
CREATE TABLE reports_local ON CLUSTER ogi (
  report_no Int32,
  own_id Nullable(String),
  agency_no Int32,
  year Nullable(Int16),
  published Nullable(Date32),
  level Nullable(Enum8('national' = 1, 'province' = 2, 'prefecture' = 3, 'county' = 4, 'township' = 5)),
  body Nullable(Enum8('government' = 1, 'department' = 2, 'office' = 3, 'subdistrict' = 4, 'vertical' = 5, 'institution' = 6)),
  scope Enum8('consolidated' = 1, 'own' = 2, 'unknown' = 3),
  form Nullable(Enum8({{forms}})),
  depth Nullable(Int8),
  province Nullable(Int32),
  prefecture Nullable(Int32),
  county Nullable(Int32),
  township Nullable(Int32),
  in_totals Bool,
  covered_at Int8,
  covered_by Nullable(Int32),
  covered_in_level Bool,
  issues Int32,
  doubts Int32,
  findings Int32,
  has_requests Bool,
  has_proceedings Bool,
  has_disclosure Bool,
  split_whole Bool,
  requests_new_requests_total Nullable(Int32),
  requests_carried_in_total Nullable(Int32),
  requests_granted_total Nullable(Int32),
  requests_partial_total Nullable(Int32),
  requests_denied_state_secret_total Nullable(Int32),
  requests_denied_prohibited_by_law_total Nullable(Int32),
  requests_denied_security_stability_total Nullable(Int32),
  requests_denied_third_party_total Nullable(Int32),
  requests_denied_internal_affairs_total Nullable(Int32),
  requests_denied_process_information_total Nullable(Int32),
  requests_denied_enforcement_files_total Nullable(Int32),
  requests_denied_administrative_inquiry_total Nullable(Int32),
  requests_unable_not_held_total Nullable(Int32),
  requests_unable_needs_creation_total Nullable(Int32),
  requests_unable_unclear_total Nullable(Int32),
  requests_not_processed_petition_total Nullable(Int32),
  requests_not_processed_repeat_total Nullable(Int32),
  requests_not_processed_publication_total Nullable(Int32),
  requests_not_processed_abusive_total Nullable(Int32),
  requests_not_processed_confirm_total Nullable(Int32),
  requests_other_amendment_overdue_total Nullable(Int32),
  requests_other_fee_overdue_total Nullable(Int32),
  requests_other_misc_total Nullable(Int32),
  requests_other_total_total Nullable(Int32),
  requests_outcomes_total_total Nullable(Int32),
  requests_carried_out_total Nullable(Int32),
  proceedings_reconsideration_upheld Nullable(Int32),
  proceedings_reconsideration_corrected Nullable(Int32),
  proceedings_reconsideration_other_result Nullable(Int32),
  proceedings_reconsideration_pending Nullable(Int32),
  proceedings_reconsideration_total Nullable(Int32),
  proceedings_litigation_direct_upheld Nullable(Int32),
  proceedings_litigation_direct_corrected Nullable(Int32),
  proceedings_litigation_direct_other_result Nullable(Int32),
  proceedings_litigation_direct_pending Nullable(Int32),
  proceedings_litigation_direct_total Nullable(Int32),
  proceedings_litigation_after_reconsideration_upheld Nullable(Int32),
  proceedings_litigation_after_reconsideration_corrected Nullable(Int32),
  proceedings_litigation_after_reconsideration_other_result Nullable(Int32),
  proceedings_litigation_after_reconsideration_pending Nullable(Int32),
  proceedings_litigation_after_reconsideration_total Nullable(Int32),
  disclosure_rules_new_made Nullable(Int32),
  disclosure_rules_newly_disclosed Nullable(Int32),
  disclosure_rules_disclosed_total Nullable(Int32),
  disclosure_rules_issued Nullable(Int32),
  disclosure_rules_repealed Nullable(Int32),
  disclosure_rules_in_force Nullable(Int32),
  disclosure_normative_documents_new_made Nullable(Int32),
  disclosure_normative_documents_newly_disclosed Nullable(Int32),
  disclosure_normative_documents_disclosed_total Nullable(Int32),
  disclosure_normative_documents_issued Nullable(Int32),
  disclosure_normative_documents_repealed Nullable(Int32),
  disclosure_normative_documents_in_force Nullable(Int32),
  disclosure_licensing_items_last_year Nullable(Int32),
  disclosure_licensing_items_change Nullable(Int32),
  disclosure_licensing_decisions Nullable(Int32),
  disclosure_other_services_items_last_year Nullable(Int32),
  disclosure_other_services_items_change Nullable(Int32),
  disclosure_other_services_decisions Nullable(Int32),
  disclosure_penalties_items_last_year Nullable(Int32),
  disclosure_penalties_items_change Nullable(Int32),
  disclosure_penalties_decisions Nullable(Int32),
  disclosure_compulsory_measures_items_last_year Nullable(Int32),
  disclosure_compulsory_measures_items_change Nullable(Int32),
  disclosure_compulsory_measures_decisions Nullable(Int32),
  disclosure_administrative_fees_items_last_year Nullable(Int32),
  disclosure_administrative_fees_items_change Nullable(Int32),
  disclosure_administrative_fees_amount_10k_yuan Nullable(Float64),
  disclosure_procurement_projects Nullable(Int32),
  disclosure_procurement_amount_yuan Nullable(Float64)
) ENGINE = ReplicatedMergeTree ORDER BY report_no;
CREATE TABLE reports ON CLUSTER ogi AS reports_local ENGINE = Distributed('ogi', currentDatabase(), 'reports_local', report_no);

-- Grain: one row a report and applicant column that is not all zero.
CREATE TABLE requests_by_applicant_local ON CLUSTER ogi (
  report_no Int32,
  applicant Enum8('natural_person' = 1, 'org_commercial' = 2, 'org_research' = 3, 'org_public_interest' = 4, 'org_legal_service' = 5, 'org_other' = 6, 'total' = 7),
  new_requests Nullable(Int32),
  carried_in Nullable(Int32),
  granted Nullable(Int32),
  partial Nullable(Int32),
  denied_state_secret Nullable(Int32),
  denied_prohibited_by_law Nullable(Int32),
  denied_security_stability Nullable(Int32),
  denied_third_party Nullable(Int32),
  denied_internal_affairs Nullable(Int32),
  denied_process_information Nullable(Int32),
  denied_enforcement_files Nullable(Int32),
  denied_administrative_inquiry Nullable(Int32),
  unable_not_held Nullable(Int32),
  unable_needs_creation Nullable(Int32),
  unable_unclear Nullable(Int32),
  not_processed_petition Nullable(Int32),
  not_processed_repeat Nullable(Int32),
  not_processed_publication Nullable(Int32),
  not_processed_abusive Nullable(Int32),
  not_processed_confirm Nullable(Int32),
  other_amendment_overdue Nullable(Int32),
  other_fee_overdue Nullable(Int32),
  other_misc Nullable(Int32),
  other_total Nullable(Int32),
  outcomes_total Nullable(Int32),
  carried_out Nullable(Int32)
) ENGINE = ReplicatedMergeTree ORDER BY (report_no, applicant);
CREATE TABLE requests_by_applicant ON CLUSTER ogi AS requests_by_applicant_local ENGINE = Distributed('ogi', currentDatabase(), 'requests_by_applicant_local', report_no);

-- Grain: one row a report and field that its form asks and that gives no number.
CREATE TABLE cells_local ON CLUSTER ogi (
  report_no Int32,
  field LowCardinality(String),
  state LowCardinality(String)
) ENGINE = ReplicatedMergeTree ORDER BY (field, state, report_no);
CREATE TABLE cells ON CLUSTER ogi AS cells_local ENGINE = Distributed('ogi', currentDatabase(), 'cells_local', report_no);

-- Grain: one row a report and applicant column, zeros among them.
CREATE VIEW requests ON CLUSTER ogi AS
SELECT
  reports.report_no AS report_no,
  applicants.applicant AS applicant,
  {{requests}}
FROM reports
CROSS JOIN applicants
LEFT JOIN requests_by_applicant AS stored
  ON stored.report_no = reports.report_no AND stored.applicant = applicants.applicant;

-- Grain: one row. Written last: what has none is not whole and is never asked.
CREATE TABLE manifest ON CLUSTER ogi (
  corpus_version String
) ENGINE = ReplicatedMergeTree ORDER BY corpus_version;
