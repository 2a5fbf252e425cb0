/** Messages of the cards: `cards.<id>.` and what of the card it is. Words that several cards share begin with `card.`. */
import type { cards as chinese } from '../zh-CN/cards';

export const cards: Record<keyof typeof chinese, string> = {
  'cards.requests.title': 'Requests for government information received',
  'cards.requests.subtitle': '{unit}; {place}; below each year the number of reports',
  'cards.requests.summary':
    '{value} requests in {year}, from {reports, plural, one {# report} other {# reports}}. ',
  'cards.requests.summary_before':
    '{year} had {value} ({reports, plural, one {# report} other {# reports}}); the reports collected differ from year to year, so totals should not be compared directly.',

  'cards.outcomes.title': 'What became of the requests handled',
  'cards.outcomes.subtitle': 'Per cent of the total handled; {place}',
  'cards.outcomes.subtitle_key': 'Per cent of the total handled; {place}; the key has the values of {year}',
  'cards.outcomes.summary':
    'Of the requests handled in {year}, {granted} were granted in full and {partial} in part.',

  'cards.disputes.title': 'Reviews, lawsuits and corrections',
  'cards.disputes.subtitle': 'Per cent; {place}; grey and hollow: fewer than 30 cases',
  'cards.disputes.of_handled': '% of requests handled',
  'cards.disputes.of_decided': '% of cases decided (band: 95% interval)',
  'cards.disputes.summary': 'In {year} the review rate was {review} and the litigation rate {litigation}.',

  'cards.disclosure.title': 'Proactive disclosure: decisions and normative documents',
  'cards.disclosure.subtitle':
    'Counts; {place}; dashed line: the form changed in 2021, the sides are not comparable',
  'cards.disclosure.summary':
    'Decisions mean the same on both forms and run through; normative documents changed from “made” to “issued” and are cut.',

  'cards.requests-by-level.title': 'New requests by level',
  'cards.requests-by-level.subtitle': '{place}; each panel has its own axis',

  'cards.requests-by-applicant.title': 'New requests by kind of applicant',
  'cards.requests-by-applicant.subtitle': '{unit}, {place}',
  'cards.requests-by-applicant.summary':
    'Summed over the years. A report without a column is not counted in it.',

  'cards.requests-carried.title': 'Carried in and carried forward',
  'cards.requests-carried.subtitle': '{place}; hollow: a year whose reports are not all in yet',
  'cards.requests-carried.counts': 'Requests',
  'cards.requests-carried.of_in': 'of new and carried in, %',
  'cards.requests-carried.summary':
    'For one agency, carried in should equal carried forward the year before; totals need not, as each year rests on other reports.',

  'cards.outcomes-by-year.title': 'Outcomes by year',

  'cards.outcomes-by-level.title': 'Outcomes by level',

  'cards.outcomes-flow.title': 'From receipt to outcome',
  'cards.outcomes-flow.subtitle': '{place}; the three rows share one scale and meet where they correspond',
  'cards.outcomes-flow.summary':
    'What came in should equal what was handled plus what was carried forward. Red hatching: what does not add up. Only reports that print every part are counted{missing, plural, =0 {} one {; # lacks one and is left out} other {; # lack one and are left out}}.',

  'cards.outcomes-reasons.title': 'Why requests were not granted',
  'cards.outcomes-reasons.subtitle': '{unit}, {place}; {total} handled',
  'cards.outcomes-reasons.other_2019': 'Other handling (2019 form, one row)',
  'cards.outcomes-reasons.summary':
    'Rows three (3) to (6) of table 3. The 2019 form has one row for other handling, the 2021 form three; all stand here.',

  'cards.outcomes-by-region.title': 'Outcomes by region',

  'cards.dispute-rates.title': 'Review, litigation and dispute rate',
  'cards.dispute-rates.subtitle': '%, {place}; band: 95% interval, grey and hollow: denominator under 30',
  'cards.dispute-rates.unit': 'of requests handled, %',
  'cards.dispute-rates.summary':
    'Some disputes concern decisions of the year before, so the intervals are approximate. Suits after review are not counted again in the dispute rate.',

  'cards.correction-rates.title': 'Correction rates of review and litigation',
  'cards.correction-rates.subtitle': '%, {place}; band: 95% interval, grey and hollow: denominator under 30',
  'cards.correction-rates.unit': 'of decided cases, %',
  'cards.correction-rates.summary': 'The denominator is the total without pending cases.',

  'cards.dispute-results.title': 'Results of each channel',
  'cards.dispute-results.subtitle': '% of decided cases, {place}; at the right: decided / filed',
  'cards.dispute-results.summary':
    'Pending cases come back the next year, so years stand apart and are not added up.',

  'cards.disclosure-documents.title': 'Rules and normative documents',
  'cards.disclosure-documents.subtitle':
    'documents, {place}; dashed line: change of form in 2021, sides not comparable',
  'cards.disclosure-documents.summary':
    'The 2019 form asks for documents newly made, the 2021 form for documents issued; only the latter asks for those in force.',

  'cards.disclosure-decisions.title': 'Licensing, penalty and compulsory decisions',
  'cards.disclosure-decisions.subtitle': 'decisions, {place}',
  'cards.disclosure-decisions.summary': 'They mean the same in both forms and run through.',

  'cards.disclosure-fees.title': 'Administrative fees',
  'cards.disclosure-fees.subtitle':
    '{place}; the 2019 form asks for items, the 2021 form for money (10,000 yuan)',
  'cards.disclosure-fees.summary': 'The two forms ask for different things: two panels, not comparable.',

  'cards.disclosure-by-level.subtitle':
    '{place}; each panel has its own axis; dashed line: change of form in 2021',

  'cards.regions-over-years.title': '{measure} of each region over the years',
  'cards.regions-over-years.subtitle':
    '{place}, {regions, plural, one {# region} other {# regions}}; all panels share one axis',

  'cards.regions-coverage.title': 'Reports held of each region',
  'cards.regions-coverage.subtitle': 'reports counted, {place}; hatched: no report',
  'cards.regions-coverage.summary':
    'Before comparing regions or years, see how much of them is held. Names in the table lead to the level below.',

  'cards.peers.title': 'Place among its peers',
  'cards.peers.subtitle':
    '{agency}, {year}; peers: {who}, {count, plural, one {# other agency} other {# other agencies}}; a rank compares and does not judge',
  'cards.peers.summary':
    'The dot is this agency, each thin line a peer, the box the middle half, the thick line the median.',
  'cards.peers.coverage': '{compared, number} of {count, number} peers have a value of “{rate}”',
  'cards.peers.rate': 'Rate',
  'cards.peers.rank': 'percentile {rank}',
  'cards.peers.no_rank': 'no rank',
  'cards.peers.small': 'fewer than {fewest} cases, no rank',
  'cards.peers.column_own': 'This agency',
  'cards.peers.column_percentile': 'Percentile',
  'cards.peers.column_q1': 'Lower quartile',
  'cards.peers.column_median': 'Median',
  'cards.peers.column_q3': 'Upper quartile',
  'cards.peers.column_compared': 'Compared',
  'cards.peers.column_few': 'Under 30 cases',
  'cards.peers.column_missing': 'No data',
  'cards.peers.notes':
    'Peers are the other agencies of the same year, level and kind. Each tick is one agency, the box is the middle half, the thick line the median, the dot this agency. The percentile is the share of peers with a lower rate, equal ones counted half; a rate on fewer than 30 cases is neither compared nor ranked, and nothing is ranked among fewer than 30 peers.',

  'cards.spread.title': '{name}: the spread among its peers',
  'cards.spread.subtitle': 'Number of agencies; {who}, {year}; the line is {agency}',
  'cards.spread.summary': 'This agency stands at {own}.',
  'cards.spread.coverage':
    '{counted, number} of {all, number} agencies; {few, number} more on fewer than 30 cases, {missing, number} without data',
  'cards.spread.from': 'From',
  'cards.spread.to': 'To below',
  'cards.spread.range': 'Range',
  'cards.spread.agencies': 'Agencies',

  'cards.carry.title': 'Does the carry-over meet?',
  'cards.carry.subtitle':
    '{agency}. Hollow: carried out of the report of the year before; solid: carried into this one. They should be equal',
  'cards.carry.summary': '{equal} of {told} joints that can be told are equal',
  'cards.carry.coverage': '{told}/{all} joints can be told',
  'cards.carry.notes': 'Told only where both reports have the same scope and both cells a number. Rule: ',

  'cards.panels.subject': 'Agency or region',
  'cards.panels.title': '{name} by year',
  'cards.panels.subtitle':
    '{unit}, {years}; all panels share their axes; grey and hollow: fewer than 30 cases',
  'cards.panels.coverage':
    '{subjects, number} subjects, {counted, number} of {all, number} reports have the figure',
};
