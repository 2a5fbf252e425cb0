-- Staged records → the tables of schema.sql. Runs with the new database as the default one; what was read from the
-- records lies in `staged` as it was appended (lib/store/build/staging.ts), numbered by `seq` in order of arrival.

-- One row a report id: of two records with the same id the first one stays (build.ts reports the others).
-- The order of the rows is the order of the file, so a region and an agency are ranges. A township of a prefecture
-- without counties (中山 442000, 儋州 460400) lies in no county: the six digits before its own are the prefecture over again.
CREATE TEMP TABLE ranked AS
SELECT
  (row_number() OVER everywhere - 1)::INTEGER AS report_no,
  (dense_rank() OVER agencies_in_order - 1)::INTEGER AS agency_no,
  *
FROM (SELECT * REPLACE (nullif(county, prefecture * 100) AS county) FROM staged.reports QUALIFY row_number() OVER (PARTITION BY report_id ORDER BY seq) = 1)
WINDOW
  everywhere AS (
    ORDER BY province NULLS FIRST, prefecture NULLS FIRST, county NULLS FIRST, township NULLS FIRST,
             agency_id, year NULLS LAST, report_id),
  agencies_in_order AS (
    ORDER BY province NULLS FIRST, prefecture NULLS FIRST, county NULLS FIRST, township NULLS FIRST, agency_id);

INSERT INTO agencies
SELECT
  agency_no,
  any_value(agency_id),
  arg_max(agency_name, coalesce(year, 0)),
  lower(string_agg(DISTINCT agency_name, ' ' ORDER BY agency_name)),
  any_value(region_code),
  any_value(province),
  any_value(prefecture),
  any_value(county),
  any_value(township),
  arg_max(level, coalesce(year, 0)),
  arg_max(body, coalesce(year, 0)),
  count(*),
  min(year),
  max(year)
FROM ranked
GROUP BY agency_no
ORDER BY agency_no;

-- Scope (contract §4). A region is one integer at its own depth, 0 for the country.
CREATE TEMP TABLE placed AS
SELECT
  report_no,
  year,
  level,
  body,
  scope,
  depth,
  province,
  prefecture,
  county,
  township,
  coalesce(township, county, prefecture, province, 0) AS region,
  CASE level WHEN 'national' THEN 0 WHEN 'province' THEN 1 WHEN 'prefecture' THEN 2 WHEN 'county' THEN 3
             WHEN 'township' THEN 4 END AS level_depth,
  coalesce(body NOT IN ('vertical', 'institution'), true) AS in_totals
FROM ranked;

-- The consolidated reports that may stand for their whole region: not of vertical bodies or institutions, and not of a
-- body below the region's own level (a development zone carries the code of the city around it).
CREATE TEMP TABLE consolidated AS
SELECT *
FROM placed
WHERE scope = 'consolidated'
  AND in_totals
  AND year IS NOT NULL
  AND depth IS NOT NULL
  AND coalesce(level_depth <= depth, true);

-- One of them a region and year stands for it, so that two never leave each other out: government before office
-- before others, then the first in the file.
CREATE TEMP TABLE stands_for_region AS
SELECT year, region, depth, first(report_no ORDER BY body::body NULLS LAST, report_no) AS report_no
FROM consolidated
GROUP BY year, region, depth;

CREATE TEMP TABLE stands_for_level AS
SELECT year, region, level, first(report_no ORDER BY body::body NULLS LAST, report_no) AS report_no
FROM consolidated
WHERE level IS NOT NULL
GROUP BY year, region, level;

-- Every report with every region it lies in, its own one and all above it.
CREATE TEMP TABLE within_region AS
SELECT report_no, year, 0 AS region FROM placed WHERE depth IS NOT NULL
UNION ALL SELECT report_no, year, province FROM placed WHERE province IS NOT NULL
UNION ALL SELECT report_no, year, prefecture FROM placed WHERE prefecture IS NOT NULL
UNION ALL SELECT report_no, year, county FROM placed WHERE county IS NOT NULL
UNION ALL SELECT report_no, year, township FROM placed WHERE township IS NOT NULL;

CREATE TEMP TABLE covered AS
SELECT within_region.report_no, max(depth) AS covered_at, arg_max(stands_for_region.report_no, depth) AS covered_by
FROM within_region
JOIN stands_for_region USING (year, region)
WHERE stands_for_region.report_no <> within_region.report_no
GROUP BY within_region.report_no;

CREATE TEMP TABLE covered_in_level AS
SELECT placed.report_no
FROM placed
JOIN stands_for_level USING (year, region, level)
WHERE stands_for_level.report_no <> placed.report_no AND placed.depth IS NOT NULL;

INSERT INTO reports BY NAME
SELECT
  ranked.* EXCLUDE (
    seq, report_id, agency_id, agency_name, published, title, path, url, sha256, bytes, format, encoding, also_at,
    agency_as_written, scope_evidence, region_code, province_name, prefecture_name, county_name, township_name,
    region_evidence, year_evidence, period_start, period_end, disclosure_forms),
  nullif(ranked.report_id, ranked.agency_id || '-' || ranked.year) AS own_id,
  ranked.published::DATE AS published,
  placed.in_totals,
  coalesce(covered.covered_at, -1) AS covered_at,
  covered.covered_by,
  covered_in_level.report_no IS NOT NULL AS covered_in_level,
  EXISTS (
    SELECT 1 FROM ranked AS earlier
    WHERE earlier.agency_no = ranked.agency_no AND earlier.year = ranked.year - 1 AND earlier.scope = ranked.scope
  ) AS has_year_before
FROM ranked
JOIN placed USING (report_no)
LEFT JOIN covered USING (report_no)
LEFT JOIN covered_in_level USING (report_no)
ORDER BY ranked.report_no;

INSERT INTO evidence.sources BY NAME
SELECT
  report_no, title, path, url, sha256, bytes, format, encoding, also_at, agency_name, agency_as_written, scope_evidence, region_code,
  province_name, prefecture_name, county_name, township_name, region_evidence, year_evidence,
  period_start::DATE AS period_start, period_end::DATE AS period_end, disclosure_forms
FROM ranked
ORDER BY report_no;

INSERT INTO requests_by_applicant BY NAME
SELECT ranked.report_no, incoming.* EXCLUDE (seq)
FROM staged.requests AS incoming
JOIN ranked USING (seq)
ORDER BY ranked.report_no, applicant::applicant;

INSERT INTO evidence.cells BY NAME
SELECT ranked.report_no, fields.field, incoming.* EXCLUDE (seq, position) REPLACE ((enum_range(NULL::evidence.cell_state))[state + 1] AS state)
FROM staged.cells AS incoming
JOIN staged.fields AS fields USING (position)
JOIN ranked USING (seq)
ORDER BY ranked.report_no, incoming.position;

INSERT INTO issues BY NAME
SELECT ranked.report_no, incoming.* EXCLUDE (seq) REPLACE (from_json(fields, '["VARCHAR"]') AS fields)
FROM staged.issues AS incoming
JOIN ranked USING (seq)
ORDER BY ranked.report_no, position;

INSERT INTO findings BY NAME
SELECT ranked.report_no, incoming.* EXCLUDE (seq) REPLACE (from_json(fields, '["VARCHAR"]') AS fields)
FROM staged.findings AS incoming
JOIN ranked USING (seq)
ORDER BY ranked.report_no, position;

INSERT INTO evidence.narrative BY NAME
SELECT ranked.report_no, incoming.* EXCLUDE (seq)
FROM staged.narrative AS incoming
JOIN ranked USING (seq)
ORDER BY ranked.report_no, position;

INSERT INTO evidence.extra_rows BY NAME
SELECT ranked.report_no, incoming.* EXCLUDE (seq)
FROM staged.extra_rows AS incoming
JOIN ranked USING (seq)
ORDER BY ranked.report_no, position;

-- Every region with a report in it, named by the gazetteer, else by the records, else by the words that GB/T 2260
-- prints for the groups that are no place (市辖区, 省直辖县级行政区划 …).
CREATE TEMP TABLE named AS
SELECT province AS code, 1 AS depth, NULL::INTEGER AS parent, max(province_name) AS name
FROM ranked WHERE province IS NOT NULL GROUP BY ALL
UNION ALL SELECT prefecture, 2, province, max(prefecture_name) FROM ranked WHERE prefecture IS NOT NULL GROUP BY ALL
UNION ALL SELECT county, 3, prefecture, max(county_name) FROM ranked WHERE county IS NOT NULL GROUP BY ALL
UNION ALL SELECT township, 4, county, max(township_name) FROM ranked WHERE township IS NOT NULL GROUP BY ALL;

INSERT INTO regions
SELECT
  named.code,
  named.depth,
  named.parent,
  coalesce(
    gazetteer.name,
    named.name,
    CASE
      WHEN named.depth <> 2 THEN NULL
      WHEN named.code IN (1101, 1201, 3101, 5001) THEN '市辖区'
      WHEN named.code = 5002 THEN '县'
      WHEN named.code = 6590 THEN '自治区直辖县级行政区划'
      WHEN named.code % 100 = 90 THEN '省直辖县级行政区划'
    END),
  gazetteer.pinyin
FROM named
LEFT JOIN staged.gazetteer AS gazetteer USING (code)
ORDER BY named.code;
