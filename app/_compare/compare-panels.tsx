/** One measure by year, a panel a subject, all on the same axes. */
import { countLineChart } from '../../lib/chart/count-lines';
import { drawChart } from '../../lib/chart/draw';
import { rateLinesChart } from '../../lib/chart/rate-lines';
import type { LinesSpec } from '../../lib/chart/spec';
import { languageOfName } from '../../lib/i18n/province-names';
import { metricById } from '../../lib/metrics';
import type { MetricsRow } from '../../lib/query';
import { Picture, ViewCard } from '../_agency/view-card';
import { CardNotes } from '../_components/card-notes';
import { CardDataTable } from '../_components/card-data-table';
import { groupTable } from '../_components/card-table';
import type { PageContext } from '../_shell/page-context';
import { COMPARED } from './compare-parameters';
import { type Compared, SubjectLink } from './compare-table';
import { yearsOf } from './compared-years';

type Props = { context: PageContext; compared: Compared[]; metric: string; corpusVersion: string };

/** The card of small multiples with a form for the measure. */
export function ComparePanels({ context, compared, metric, corpusVersion }: Props) {
  const { t, label, language } = context;
  const measure = metricById(metric);
  if (!measure) return null;
  const years = yearsOf(compared);
  const panels = compared.map((each) => ({ ...each, rows: sharedYears(each.answer.rows, years) }));
  const specs = panels.map(({ rows }) => specOf(rows, metric, context));
  const end = Math.max(...specs.map((spec) => spec?.axis.end ?? 0));
  const axis = specs.find((spec) => spec?.axis.end === end)?.axis;
  // A caption is in one language: beside a name in another it is the measure's, with the panel's place.
  const captionOf = (name: string, index: number): string =>
    languageOfName(name) === 'zh-CN' && language !== 'zh-CN'
      ? `${measure[label]} (${index + 1}/${panels.length})`
      : name;
  return (
    <ViewCard
      context={context}
      id="panels"
      title={t('compare.panels', { name: measure[label] })}
      subtitle={t('compare.panels_lead', {
        unit: measure.kind === 'rate' ? '%' : measure.unit[label],
        years: [...new Set([years.at(0), years.at(-1)])].join('–'),
      })}
      source={measure.source[label]}
      coverage={coverageText(context, compared, metric)}
      taken={{
        corpusVersion,
        metrics: ['reports', metric],
        by: 'year',
        slices: compared.map(({ subject, filters }) => ({ name: subject.name, filters })),
      }}
      views={{
        chart: (
          <>
            <MeasureForm context={context} metric={metric} />
            <div className="multiples">
              {panels.map(({ subject }, index) => {
                const spec = specs[index];
                return (
                  <div key={subject.id}>
                    <p className="panel-title">
                      <SubjectLink context={context} subject={subject} />
                    </p>
                    {spec && axis ? (
                      <Picture svg={drawChart({ ...spec, axis }, `panel-${index}`)} />
                    ) : (
                      <p className="muted">{t('compare.no_year')}</p>
                    )}
                  </div>
                );
              })}
            </div>
          </>
        ),
        table: (
          <>
            {panels.map(({ subject, answer }, index) => (
              <div key={subject.id}>
                <p className="panel-title" lang="zh-CN">
                  {subject.name}
                </p>
                <CardDataTable
                  context={context}
                  table={groupTable(context, { ...answer, metrics: [metric] })}
                  caption={captionOf(subject.name, index)}
                />
              </div>
            ))}
          </>
        ),
        notes: <CardNotes context={context} metrics={[metric]} />,
      }}
    />
  );
}

/** How many subjects, and how many of their reports have the figure. */
function coverageText({ t }: PageContext, compared: readonly Compared[], metric: string): string {
  const rows = compared.flatMap(({ answer }) => answer.rows);
  return t('compare.coverage', {
    subjects: compared.length,
    counted: rows.reduce((sum, row) => sum + (row.values[metric]?.reports ?? 0), 0),
    all: rows.reduce((sum, row) => sum + row.reports, 0),
  });
}

function specOf(rows: readonly MetricsRow[], metric: string, context: PageContext): LinesSpec | null {
  const { t } = context;
  if (metricById(metric)?.kind !== 'rate') return countLineChart(rows, metric, context);
  const spec = rateLinesChart(rows, { metrics: [metric], unit: '%', interval: false }, context);
  // the panel's title names the subject, the card's title the measure: the line needs its value only
  return (
    spec && {
      ...spec,
      height: 176,
      series: spec.series.map((series) => ({ ...series, name: series.end || t('value.no_rate'), end: '' })),
    }
  );
}

/** The rows with every year that any subject has, so that the panels share their axis of years. */
function sharedYears(rows: readonly MetricsRow[], years: readonly number[]): MetricsRow[] {
  const own = new Set(rows.map((row) => row.key.year));
  const lacking = [...years.slice(0, 1), ...years.slice(-1)].filter((year) => !own.has(year));
  const empty = [...new Set(lacking)].map(
    (year): MetricsRow => ({ key: { year }, names: {}, reports: 0, values: {} }),
  );
  return [...rows, ...empty];
}

function MeasureForm({
  context: { t, parameters, path, label },
  metric,
}: {
  context: PageContext;
  metric: string;
}) {
  return (
    <form method="get" action={`${path}#panels`} className="peer-form" aria-label={t('compare.measure')}>
      {['lang', 'corpus', 'with', 'year', 'basis'].map(
        (name) =>
          parameters[name] !== undefined && (
            <input key={name} type="hidden" name={name} value={parameters[name]} />
          ),
      )}
      <div className="f">
        <label htmlFor="f-metric">{t('compare.measure')}</label>
        <select id="f-metric" name="metric" defaultValue={metric}>
          {COMPARED.map((id) => (
            <option key={id} value={id}>
              {metricById(id)?.[label]}
            </option>
          ))}
        </select>
      </div>
      <button className="btn">{t('filter.apply')}</button>
    </form>
  );
}
