/** Messages of the page about checks and coverage. */
import type { quality as chinese } from '../zh-CN/quality';

export const quality: Record<keyof typeof chinese, string> = {
  'nav.quality': 'Quality',
  'quality.title': 'What does not add up',
  'quality.lead':
    'What the reports themselves got wrong (mismatches) stands apart from what we could not read well (reading notes). No number is ever changed. Reports are counted here, not added up, so the basis plays no part; lists are in order of region and rank nobody.',
  'quality.count':
    '<b>{reports, number}</b> {reports, plural, one {report} other {reports}} from <b>{agencies, number}</b> {agencies, plural, one {agency} other {agencies}}.',
  'quality.rules_title': 'The reports: rule by rule',
  'quality.rules_lead':
    'Reports that break the rule over reports in which it could be tested. Equations inside a report: both sides of at least one can be read; rules over the years: a report of the year before by the same agency and scope; rules of identity: every report. A number leads to the list.',
  'quality.by_year': 'Rules by year',
  'quality.by_province': 'Rules by province',
  'quality.rule': 'Rule',
  'quality.reports': 'reports: {reports}',
  'quality.untested': 'not testable',
  'quality.list_title': 'One by one',
  'quality.list_lead':
    '{findings} in all, in order of region, agency and year. Each side of an equation leads to its cell.',
  'quality.every_rule': 'Every rule',
  'quality.none': 'Nothing to list under these filters.',
  'quality.issues_title': 'Our reading: kinds of trouble',
  'quality.issues_lead':
    'What was doubtful in turning files into tables, whatever the report says. “Value missing”: the number could not be read; “value doubtful”: it may be read otherwise.',
  'quality.no_issues': 'Reading met no trouble.',
  'quality.issue': 'Trouble',
  'quality.severity': 'Effect',
  'quality.severity_error': 'value missing',
  'quality.severity_warning': 'value doubtful',
  'quality.severity_info': 'settled',
  'quality.times': 'Times',
  'quality.board_title': 'What is here, and whether it came in time',
  'quality.board_lead':
    'A cell has the date of publication the report states (month-day). Later than 31 March of the following year is marked late; departments are due on 31 January, the later day is taken for all. “Not here” means only that this corpus lacks the report, not that it was never published.',
  'quality.board_pages': 'Pages of the board',
  'quality.all_in_time': 'In time',
  'quality.all_late': 'Late',
  'quality.all_undated': 'No date stated',
  'quality.all_absent': 'Not here',
  'quality.absent': 'not here',
  'quality.undated': 'no date',
  'quality.late': 'late',
  'problem.rule': 'one of the rules on this page',
  'problem.board': 'a page number from 1',
};
