/** Beside the tables: what was checked, the source, how the report was identified, what can be taken away. */
import { languageParameter } from '../../lib/i18n/language';
import { formatNumber } from '../../lib/i18n/format';
import type { ReportResult } from '../../lib/query';
import type { ReportRecord } from '../../lib/record';
import type { PageContext } from '../_request/page-context';
import { MixedText } from '../_components/mixed-text';
import type { ReportCells } from './cell/cell-view';
import { CheckList } from './check-list';
import { EvidenceList } from './evidence-list';

type Props = { context: PageContext; answer: ReportResult; cells: ReportCells };

/** The side column of a report page. */
export function ReportSide({ context, answer, cells }: Props) {
  return (
    <aside className="side">
      <CheckList context={context} cells={cells} />
      <SourceFacts context={context} record={answer.record} />
      <EvidenceList context={context} record={answer.record} />
      <TakeAway context={context} answer={answer} />
      <Legend context={context} />
    </aside>
  );
}

/** File, hash, encoding, forms: what was read. */
export function SourceFacts({ context, record }: { context: PageContext; record: ReportRecord }) {
  const { t, language } = context;
  const { source, forms } = record;
  const versions = [...new Set(Object.values(forms.disclosure))].sort();
  const name = source.path.split('/').at(-1) ?? source.path;
  const kilobytes = formatNumber(Math.max(1, Math.round(source.bytes / 1024)), language);
  return (
    <section>
      <h2>{t('side.source')}</h2>
      <dl className="details">
        <Fact name={t('side.file')}>
          {source.url ? (
            <a href={source.url} rel="noreferrer">
              <MixedText text={name} language={language} />
            </a>
          ) : (
            <MixedText text={name} language={language} />
          )}
          {t('side.file_size', { format: source.format, kilobytes })}
        </Fact>
        <Fact name="SHA-256">
          <code title={source.sha256}>{source.sha256.slice(0, 16)}…</code>
        </Fact>
        {source.encoding && <Fact name={t('side.encoding')}>{source.encoding}</Fact>}
        <Fact name={t('side.forms')}>
          {t('side.forms_text', {
            disclosure: versions.join(t('list.and')) || t('value.unknown'),
            requests: forms.requests ?? t('value.unknown'),
          })}
        </Fact>
        {(record.also_at ?? []).length > 0 && (
          <Fact name={t('side.copies')}>
            {(record.also_at ?? []).map((copy) => copy.url ?? copy.path).join(t('list.and'))}
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function TakeAway({ context, answer }: Omit<Props, 'cells'>) {
  const { t, filters, language } = context;
  const { record } = answer;
  const corpus = filters.corpus === 'demo' ? '&corpus=demo' : '';
  const parameter = languageParameter(language);
  const lang = parameter === null ? '' : `&lang=${parameter}`;
  const cells = `/api/v1/cells.csv?agency=${encodeURIComponent(answer.agency_id)}&from=${record.year}&to=${record.year}&basis=all${corpus}${lang}`;
  const json = `/api/v1/reports/${encodeURIComponent(record.id)}${corpus.replace('&', '?')}`;
  return (
    <section>
      <h2>{t('side.take')}</h2>
      <ul className="file-list">
        {record.year !== null && (
          <li>
            <a href={cells}>{t('side.cells_csv')}</a> <span className="muted">{t('side.cells_note')}</span>
          </li>
        )}
        <li>
          <a href={json}>{t('side.record_json')}</a>
        </li>
        <li>
          <a href={`${context.to('/methods')}#cite`}>{t('side.cite')}</a>
        </li>
      </ul>
    </section>
  );
}

/** What the marks on the cells mean. */
export function Legend({ context: { t } }: { context: PageContext }) {
  return (
    <section>
      <h2>{t('legend.title')}</h2>
      <ul className="legend">
        <li>
          <span className="printed sample-number">21</span> {t('legend.number')}{' '}
          <span className="printed zero">0</span> {t('legend.zero')}
        </li>
        <li>
          {(['blank', 'dash', 'unreadable', 'ambiguous', 'absent'] as const).map((state) => (
            <span className="no-number" key={state}>
              {t(`state.${state}`)}
            </span>
          ))}
        </li>
        <li>
          <span className="printed sample part-mark">10</span> {t('legend.part')}{' '}
          <span className="printed sample whole-mark">0</span> {t('legend.whole')}
        </li>
        <li>
          <span className="printed sample doubt-mark">36</span> {t('legend.doubt')}
        </li>
      </ul>
    </section>
  );
}
