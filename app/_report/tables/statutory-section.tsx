/** One of the three tables with its heading, what was read of it, its findings in words, and its popovers. */
import type { ReactNode } from 'react';
import { valueOf } from '../../../lib/figures';
import type { ReportRecord } from '../../../lib/record';
import type { PageContext } from '../../_request/page-context';
import type { Mark, ReportCells } from '../cell/cell-view';
import { cellPopover, equationLine, popoverWords } from '../cell/cell-popover';
import { equationText } from '../cell/equation-text';
import { viewPopover } from '../cell/popover-view';

type Props = {
  context: PageContext;
  record: ReportRecord;
  cells: ReportCells;
  /** `requests`, `proceedings` or `disclosure`: findings of this table are listed under it. */
  table: string;
  heading: { zh: string; en: string };
  form: string;
  /** The printed rows, each as its field ids in order. */
  rows: readonly (readonly string[])[];
  children: ReactNode;
};

/** Findings stand under the table that holds their first field, with the rule and both sums. */
export function StatutorySection({ context, record, cells, table, heading, form, rows, children }: Props) {
  const { t, to, idPrefix } = context;
  const source = { context, record, cells };
  const words = popoverWords(t);
  const popovers = rows.flatMap((row) =>
    row.map((field) => cellPopover(viewPopover(source, cells.cell(field), row), words).text),
  );
  const equation = (mark: Mark) =>
    equationLine({ sign: mark.sign, ...equationText(context, (field) => valueOf(record, field), mark) }).text;
  const fields = rows.flat();
  const states = fields.map((field) => cells.cell(field).state);
  const read = states.filter((state) => state === 'number' || state === 'blank' || state === 'dash').length;
  const marks = cells.marks.filter((mark) => mark.finding.fields[0]?.startsWith(`${table}.`));
  return (
    <section className="section" id={idPrefix + table}>
      <header>
        <h2>
          <span lang="zh-CN">{heading.zh}</span>
          {context.label !== 'zh' && <small className="gloss">{heading[context.label]}</small>}
        </h2>
        <p className="subtitle">
          {[form, t('report.read', { read, all: fields.length })].filter(Boolean).join(' · ')}
          {marks.length > 0 && (
            <>
              {' · '}
              <span className="finding">{t('report.findings', { count: marks.length })}</span>
            </>
          )}
        </p>
      </header>
      {children}
      {marks.length > 0 && (
        <ol className="notes">
          {marks.map((mark) => (
            <li key={mark.id} id={idPrefix + mark.id}>
              <div dangerouslySetInnerHTML={{ __html: equation(mark) }} />
              <p className="muted">
                {t('finding.rule')}{' '}
                <a href={`${to('/methods')}#${mark.finding.rule}`}>
                  <code>{mark.finding.rule}</code>
                </a>
                {' · '}
                {t('finding.as_printed')}
              </p>
            </li>
          ))}
        </ol>
      )}
      <div dangerouslySetInnerHTML={{ __html: popovers.join('') }} />
    </section>
  );
}
