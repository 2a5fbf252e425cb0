/** A finding as an equation: footnote number, both sides, both sums, the difference. Marked, not judged. */
import type { ReportRecord } from '../../lib/record';
import type { PageContext } from '../_shell/page-context';
import type { Mark } from './cell-view';
import { equationText } from './equation-text';

type Props = { context: PageContext; record: ReportRecord; mark: Mark; subject?: boolean };

/** `① 维持 10 ＋ 纠正 1 ＝ 11 ≠ 总计 0，相差 11`. */
export function Equation({ context, record, mark, subject = false }: Props) {
  const { t } = context;
  const text = equationText(context, record, mark);
  return (
    <p className="eq">
      <span className="fmark">{mark.sign}</span>
      <span>
        {subject && text.subject && `${text.subject}${t('list.colon')}`}
        {text.parts} {t('sign.equals')} <b>{text.partsSum}</b> <b className="ne">≠</b> <b>{text.whole}</b>
        {text.difference}
      </span>
    </p>
  );
}
