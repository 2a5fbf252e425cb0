-- The evidence of one corpus, in a file of its own beside the database (schema.sql), which refers to it as `evidence`:
-- what was printed where, and why it was identified as it was. Built and replaced together with the database.
-- The type `field` (every field id, in form order) is made from lib/form before this file runs.

CREATE TYPE cell_state AS ENUM ('number', 'blank', 'dash', 'unreadable', 'ambiguous', 'absent');

-- Grain: one row a report: where it came from and why it was identified as it was. Columns `…_evidence`, `also_at`
-- and `disclosure_forms` are JSON as in the record; names of regions are those of the record.
CREATE TABLE sources (
  report_no INTEGER NOT NULL,
  title VARCHAR,
  path VARCHAR NOT NULL,
  url VARCHAR,
  sha256 VARCHAR NOT NULL,
  bytes BIGINT NOT NULL,
  format VARCHAR NOT NULL,
  encoding VARCHAR,
  also_at VARCHAR,
  agency_name VARCHAR NOT NULL,
  agency_as_written VARCHAR NOT NULL,
  scope_evidence VARCHAR NOT NULL,
  region_code VARCHAR,
  province_name VARCHAR,
  prefecture_name VARCHAR,
  county_name VARCHAR,
  township_name VARCHAR,
  region_evidence VARCHAR NOT NULL,
  year_evidence VARCHAR NOT NULL,
  period_start DATE,
  period_end DATE,
  disclosure_forms VARCHAR NOT NULL
);

-- Grain: one row a report and field that its form asks: the printed text beside the value read from it.
CREATE TABLE cells (
  report_no INTEGER NOT NULL,
  field field NOT NULL,
  value DOUBLE,
  state cell_state NOT NULL,
  raw VARCHAR NOT NULL,
  place VARCHAR,                    -- JSON, see lib/place.ts
  note VARCHAR
);

-- Grain: one row a count stated in a report's prose.
CREATE TABLE narrative (
  report_no INTEGER NOT NULL,
  position INTEGER NOT NULL,
  field VARCHAR NOT NULL,
  value DOUBLE NOT NULL,
  place VARCHAR NOT NULL,
  quote VARCHAR
);

-- Grain: one row a local row of table 2 that the form does not have. `values` and `cells` are JSON as in the record.
CREATE TABLE extra_rows (
  report_no INTEGER NOT NULL,
  position INTEGER NOT NULL,
  block VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  "values" VARCHAR NOT NULL,
  cells VARCHAR NOT NULL
);

-- Grain: one row. Written last: which database this belongs to.
CREATE TABLE manifest (corpus_version VARCHAR NOT NULL);
