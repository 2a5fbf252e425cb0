/** One GET form for all pages: label above control, options with counts. Works without JavaScript. */
import { languageOfName } from '../../lib/i18n/province-names';
import type { FilterOptions } from '../../lib/query';
import type { PageContext } from '../_request/page-context';
import {
  applicantChoices,
  type Choice,
  counted,
  regionControls,
  valueChoices,
  yearChoices,
} from './filter-choices';
import { setFilters } from './filter-chips';

type Props = { context: PageContext; options: FilterOptions; all?: boolean; carry?: readonly string[] };

/**
 * The filter bar; `all` adds the filters that only lists of reports need, `carry` names the page's own parameters. With
 * a script (`FilterSubmit`) a choice applies at once.
 */
export function FilterBar({ context, options, all = false, carry = [] }: Props) {
  const { t, filters, path } = context;
  const set = setFilters(context, options).length;
  const carried = all
    ? ['lang', 'corpus', 'agency', 'where', 'applicant', 'sort', 'order', ...carry]
    : ['lang', 'corpus', 'agency', 'where', 'form', 'findings', ...carry];
  return (
    <div className="filters">
      <div className="wrap">
        <details>
          <summary>
            <span>
              <b>{t('filter.title')}</b> · {t('filter.set', { count: set })}
            </span>
            <span className="muted">{t('action.open')} ▾</span>
          </summary>
          <form method="get" action={path} aria-label={t('filter.title')} autoComplete="off" data-filters>
            <Carried context={context} names={carried} />
            <YearRange context={context} options={options} />
            {regionControls(context, options).map(({ name, choices }) => (
              <Field key={name} name={name} label={t(`filter.${name}`)} choices={choices} />
            ))}
            <Field
              name="level"
              label={t('filter.level')}
              choices={valueChoices(context, 'level', options.levels)}
            />
            <Field
              name="body"
              label={t('filter.body')}
              choices={valueChoices(context, 'body', options.bodies)}
            />
            {!all && (
              <Field name="applicant" label={t('filter.applicant')} choices={applicantChoices(context)} />
            )}
            <Field
              name="basis"
              label={t('filter.basis')}
              choices={valueChoices(context, 'basis', options.bases)}
            />
            {all && (
              <>
                <Field
                  name="form"
                  label={t('filter.form')}
                  choices={valueChoices(context, 'form', options.forms)}
                />
                <Field
                  name="findings"
                  label={t('filter.findings')}
                  choices={valueChoices(context, 'findings', options.findings)}
                />
              </>
            )}
            <div className="field">
              <label htmlFor="f-q">{t('filter.q')}</label>
              <input
                id="f-q"
                name="q"
                type="search"
                defaultValue={filters.q}
                placeholder={t('filter.q_example')}
              />
            </div>
            <button className="button">{t('filter.apply')}</button>
          </form>
        </details>
      </div>
    </div>
  );
}

function YearRange({ context, options }: { context: PageContext; options: FilterOptions }) {
  const { t, filters } = context;
  return (
    <fieldset className="field">
      <legend>{t('filter.years')}</legend>
      <div className="pair">
        <Choices
          name="from"
          label={t('filter.from')}
          choices={yearChoices(context, options, filters.from, 'from')}
        />
        <span aria-hidden="true">–</span>
        <Choices name="to" label={t('filter.to')} choices={yearChoices(context, options, filters.to, 'to')} />
      </div>
    </fieldset>
  );
}

function Field({ name, label, choices }: { name: string; label: string; choices: Choice[] }) {
  return (
    <div className="field">
      <label htmlFor={`f-${name}`}>{label}</label>
      <Choices name={name} choices={choices} />
    </div>
  );
}

function Choices({ name, label, choices }: { name: string; label?: string; choices: Choice[] }) {
  return (
    <select
      id={`f-${name}`}
      name={name}
      aria-label={label}
      defaultValue={choices.find((choice) => choice.selected)?.value}
    >
      {choices.map((choice) => (
        <option
          key={choice.value}
          value={choice.value}
          lang={choice.foreign ? languageOfName(choice.text) : undefined}
        >
          {counted(choice)}
        </option>
      ))}
    </select>
  );
}

/** Parameters that the form does not show but must not lose. */
function Carried({ context, names }: { context: PageContext; names: string[] }) {
  return names.map((name) => {
    const value = context.parameters[name];
    return value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />;
  });
}
