/** One finding in a line: what differs, both sides, by how much, each side leading to its cells. */
import { fieldById } from '../../lib/form';
import type { Finding } from '../../lib/audit/rules';
import type { PageContext } from '../_request/page-context';
import { markOf } from './cell/cell-view';
import { equationText, type ValueAt } from './cell/equation-text';

type Props = {
  context: PageContext;
  finding: Finding;
  valueAt: ValueAt;
  /** Address of the report that prints the cells. */
  report: string;
};

/** `总计：予以公开 3 ＋ … ＝ 11 ≠ 总计 10，相差 1`, the sides as links; a finding about no cell has its two texts. */
export function FindingLine({ context, finding, valueAt, report }: Props) {
  const { t } = context;
  if (!finding.fields.some(fieldById))
    return (
      <span>
        {t(`rule.${finding.rule}`)}
        {t('list.colon')}
        <Printed>{String(finding.left)}</Printed> <b className="finding">≠</b>{' '}
        <Printed>{String(finding.right)}</Printed>
      </span>
    );
  const mark = markOf(finding, 0);
  const text = equationText(context, valueAt, mark);
  return (
    <span>
      {text.subject}
      <Side href={cellAddress(report, mark.parts)}>
        {text.parts} <b>{text.partsSum}</b>
      </Side>{' '}
      <b className="finding">≠</b>{' '}
      <Side href={cellAddress(report, mark.whole)}>
        {text.whole} <b>{text.wholeSum}</b>
      </Side>
      {text.difference}
    </span>
  );
}

/** Address of the first cell of a side; null where the side stands in no cell of this report. */
const cellAddress = (report: string, fields: readonly string[]): string | null =>
  fields[0] === undefined ? null : `${report}#${fields[0]}`;

function Side({ href, children }: { href: string | null; children: React.ReactNode }) {
  return href === null ? <span>{children}</span> : <a href={href}>{children}</a>;
}

const Printed = ({ children }: { children: string }) => (
  <span className="printed" lang="zh-CN">
    {children}
  </span>
);
