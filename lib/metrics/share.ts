/** Shares of single rows, told by their id: what charts of a whole need beside the rates that have names of their own. */
import { fieldLabel, PROCEEDING_ROWS, REQUEST_ROWS } from '../form/index';
import {
  define,
  HANDLED,
  HANDLED_CAVEAT,
  type Metric,
  PENDING_CAVEAT,
  RATIO,
  requestTotal,
} from './definition';

const SUFFIX = '.rate';
const DECIDED: readonly string[] = ['upheld', 'corrected', 'other_result'];

/**
 * The rate that an id such as `requests.denied_internal_affairs.rate` (a row of table 3 over 三（七）总计, in the applicant
 * column chosen) or `proceedings.reconsideration.upheld.rate` (a result over what was decided, 总计 − 尚未审结) names;
 * undefined when it names none.
 */
export function shareMetric(id: string): Metric | undefined {
  if (!id.endsWith(SUFFIX)) return undefined;
  const part = id.slice(0, -SUFFIX.length);
  const row = REQUEST_ROWS.find((each) => `requests.${each.id}` === part && each.group !== null);
  if (row)
    return define({
      id,
      kind: 'rate',
      zh: `${row.zh}占办结`,
      en: `${row.en}, of handled`,
      unit: RATIO,
      numerator: [{ plus: [requestTotal(row.id)] }],
      denominator: HANDLED,
      source: { zh: `表三 ${row.no}${row.zh} ÷ 三（七）`, en: `Table 3, ${row.en} over three (7)` },
      caveat: HANDLED_CAVEAT,
    });
  const channel = PROCEEDING_ROWS.find((each) => part.startsWith(`proceedings.${each.id}.`))?.id;
  const column = part.split('.').at(-1) ?? '';
  if (!channel || part.split('.').length !== 3 || !DECIDED.includes(column)) return undefined;
  const cell = (name: string): string => `proceedings.${channel}.${name}`;
  return define({
    id,
    kind: 'rate',
    zh: `${fieldLabel(part, 'zh')}占已审结`,
    en: `${fieldLabel(part, 'en')}, of decided`,
    unit: RATIO,
    numerator: [{ plus: [part] }],
    denominator: [{ plus: [cell('total')], minus: [cell('pending')] }],
    source: {
      zh: `表四 ${fieldLabel(part, 'zh')} ÷（总计 − 尚未审结）`,
      en: `Table 4, ${fieldLabel(part, 'en')} over (total − pending)`,
    },
    caveat: PENDING_CAVEAT,
  });
}
