/** Name and equation of each audit rule. */
import type { rules as chinese } from '../zh-CN/rules';

export const rules: Record<keyof typeof chinese, string> = {
  'rule.requests.flow': 'Flow of requests',
  'rule.requests.flow.equation':
    'New requests + carried in = total handled + carried out, one equation a column (printed on the form)',
  'rule.requests.outcomes': 'Outcomes add up',
  'rule.requests.outcomes.equation': 'Total handled = the sum of the outcome rows, one equation a column',
  'rule.requests.columns': 'Applicants add up',
  'rule.requests.columns.equation':
    'Total = natural persons + the five kinds of organisation, one equation a row',
  'rule.requests.carry_over': 'Carry-over meets last year',
  'rule.requests.carry_over.equation':
    'Carried in = carried out of last year’s report, same agency and scope',
  'rule.proceedings.total': 'Proceedings add up',
  'rule.proceedings.total.equation': 'Total = upheld + corrected + other + pending, one equation a group',
  'rule.disclosure.stock': 'Stock of documents',
  'rule.disclosure.stock.equation': 'In force = in force last year + issued − repealed (soft)',
  'rule.narrative.agreement': 'Prose agrees with table',
  'rule.narrative.agreement.equation':
    'A count stated in prose = the table’s (soft: prose may mean another scope)',
  'rule.history.copied_table': 'Table copied from last year',
  'rule.history.copied_table.equation':
    'The table equals last year’s cell by cell and is not all zero (soft)',
  'rule.history.unit_slip': 'Unit may have slipped',
  'rule.history.unit_slip.equation': 'About ten thousand times last year’s figure (soft)',
  'rule.history.jump': 'Unusual change',
  'rule.history.jump.equation': 'An unusual change against the agency’s own years (soft)',
  'rule.identity.name_overwritten': 'Agency name overwritten',
  'rule.identity.name_overwritten.equation':
    'The name on the page disagrees with the other evidence in the text',
  'rule.identity.year_conflict': 'Years disagree',
  'rule.identity.year_conflict.equation': 'The year of the title and the period of the text disagree',
};
