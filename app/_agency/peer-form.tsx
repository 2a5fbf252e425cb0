/** Which agencies count as peers: year, region, level and kind, as a plain GET form. */
import type { MessageKey } from '../../lib/i18n/message';
import type { AgencyHistory } from '../../lib/query';
import { BODIES, LEVELS } from '../../lib/record';
import type { PageContext } from '../_request/page-context';
import { peerRegions } from './peers';

type Props = { context: PageContext; history: AgencyHistory };

type Option = { value: string; text: string; lang?: string };

/** The form; a choice that is the default (latest year, whole country, own level and kind) stays out of the address. */
export function PeerForm({ context, history }: Props) {
  const { t, parameters, path } = context;
  const years = history.reports.flatMap((report) => report.year ?? []).toReversed();
  const year = Number(parameters.peer_year ?? years[0]);
  const own = history.reports.find((report) => report.year === year);
  return (
    <form method="get" action={`${path}#peers`} className="peer-form" aria-label={t('peers.choose')}>
      {['lang', 'corpus', 'column', 'metric'].map(
        (name) =>
          parameters[name] !== undefined && (
            <input key={name} type="hidden" name={name} value={parameters[name]} />
          ),
      )}
      <Choice
        name="peer_year"
        label={t('column.year')}
        chosen={parameters.peer_year ?? ''}
        options={years.map((year, index) => ({ value: index === 0 ? '' : String(year), text: String(year) }))}
      />
      <Choice
        name="peer_region"
        label={t('filter.region')}
        chosen={parameters.peer_region ?? ''}
        options={[
          { value: '', text: t('region.country') },
          ...peerRegions(history.agency).map((region) => ({ ...region, lang: 'zh-CN' })),
        ]}
      />
      <Choice
        name="peer_level"
        label={t('filter.level')}
        chosen={parameters.peer_level ?? own?.level ?? ''}
        options={LEVELS.map((level) => ({ value: level, text: t(`level.${level}` as MessageKey) }))}
      />
      <Choice
        name="peer_body"
        label={t('filter.body')}
        chosen={parameters.peer_body ?? own?.body ?? ''}
        options={BODIES.map((body) => ({ value: body, text: t(`body.${body}` as MessageKey) }))}
      />
      <button className="button">{t('filter.apply')}</button>
    </form>
  );
}

type ChoiceProps = { name: string; label: string; chosen: string; options: Option[] };

function Choice({ name, label, chosen, options }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={`f-${name}`}>{label}</label>
      <select id={`f-${name}`} name={name} defaultValue={chosen}>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
