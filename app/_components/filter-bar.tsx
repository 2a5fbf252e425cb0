/** One GET form for all pages: label above control, options with counts. Works without JavaScript. */
import { FILTER_NAMES, type FilterName, filterOf, SHOWN_FILTERS } from '../../lib/filters';
import { isMessageKey } from '../../lib/i18n/message';
import { languageOfName } from '../../lib/i18n/province-names';
import type { FilterOptions } from '../../lib/query';
import type { PageContext } from '../_request/page-context';
import { type Choice, counted, regionControls, valueChoices, yearChoices } from './filter-choices';
import { setFilters } from './filter-chips';
import { filterWords } from './filter-words';

type Props = { context: PageContext; options: FilterOptions; all?: boolean; carry?: readonly string[] };

/**
 * The filter bar; `all` adds the filters that only lists of reports need, `carry` names the page's own parameters. With
 * a script (`FilterSubmit`) a choice applies at once.
 */
export function FilterBar({ context, options, all = false, carry = [] }: Props) {
  const { t, path } = context;
  const set = setFilters(context, options).length;
  const page = all ? 'lists of reports' : 'pages of charts';
  const offered = SHOWN_FILTERS.filter((name) => ['all pages', page].includes(filterOf(name).bar?.on ?? ''));
  const hidden = FILTER_NAMES.filter((name) => !offered.includes(name));
  const carried = ['lang', ...hidden, ...(all ? ['sort', 'order'] : []), ...carry];
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
            {offered.map((name) => (
              <Control key={name} name={name} context={context} options={options} />
            ))}
            <button className="button">{t('filter.apply')}</button>
          </form>
        </details>
      </div>
    </div>
  );
}

type ControlProps = { name: FilterName; context: PageContext; options: FilterOptions };

/** What the bar offers for one filter. */
function Control({ name, context, options }: ControlProps) {
  const label = (of: string): string => filterWords(context, options).message(`filter.${of}`);
  const control = filterOf(name).bar?.control;
  if (control === 'years') return <YearRange context={context} options={options} />;
  if (control === 'text') return <TextField name={name} label={label(name)} context={context} />;
  if (control === 'regions')
    return regionControls(context, options).map((each) => (
      <Field key={each.name} name={each.name} label={label(each.name)} choices={each.choices} />
    ));
  if (control !== 'choices') return null;
  return <Field name={name} label={label(name)} choices={valueChoices(context, name, options)} />;
}

type TextProps = { name: FilterName; label: string; context: PageContext };

function TextField({ name, label, context: { t, filters } }: TextProps) {
  const example = `filter.${name}_example`;
  return (
    <div className="field">
      <label htmlFor={`f-${name}`}>{label}</label>
      <input
        id={`f-${name}`}
        name={name}
        type="search"
        defaultValue={String(filters[name] ?? '')}
        placeholder={isMessageKey(example) ? t(example) : undefined}
      />
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
