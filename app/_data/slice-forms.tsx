/** Choosing columns and adding a condition: two plain GET forms that fold away. */
import { LIST_COLUMNS, type ListColumn, serializeSorts, type Sort } from '../../lib/filters/columns';
import { isMessageKey } from '../../lib/i18n/message';
import type { PageContext } from '../_request/page-context';
import { columnName, SIGNS } from './data-parameters';

type Props = { context: PageContext; columns: readonly string[]; sorts: readonly Sort[] };

const GROUPS = ['report', 'metric', 'field'] as const;

/** Both forms, and the keys of the order as chips. */
export function SliceForms({ context, columns, sorts }: Props) {
  return (
    <div className="slice-forms">
      <ColumnForm context={context} columns={columns} />
      <ConditionForm context={context} />
      <SortKeys context={context} sorts={sorts} />
    </div>
  );
}

function ColumnForm({ context, columns }: Omit<Props, 'sorts'>) {
  const { t, label, path, here } = context;
  return (
    <details>
      <summary>{t('data.columns', { count: columns.length })}</summary>
      <form method="get" action={path} aria-label={t('data.choose_columns')}>
        <Carried context={context} without={['columns', 'page', 'add', 'sign', 'value', 'or']} />
        {GROUPS.map((group) => (
          <fieldset key={group}>
            <legend>{t(`data.group_${group}`)}</legend>
            <div className="checks">
              {LIST_COLUMNS.filter((column) => column.group === group).map((column) => (
                <label key={column.id}>
                  <input
                    type="checkbox"
                    name="columns"
                    value={column.id}
                    defaultChecked={columns.includes(column.id)}
                  />
                  {column[label]}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <button className="button">{t('filter.apply')}</button>{' '}
        <a href={here({ columns: null })}>{t('data.usual_columns')}</a>
      </form>
    </details>
  );
}

function ConditionForm({ context }: { context: PageContext }) {
  const { t, label, path, filters } = context;
  const operands = LIST_COLUMNS.filter((column) => column.group !== 'report' || ASKED.includes(column.id));
  return (
    <details>
      <summary>{t('data.condition')}</summary>
      <form method="get" action={path} aria-label={t('data.condition')} className="condition">
        <Carried context={context} without={['page', 'add', 'sign', 'value', 'or']} />
        <div className="field">
          <label htmlFor="f-add">{t('data.operand')}</label>
          <select id="f-add" name="add">
            {GROUPS.map((group) => (
              <optgroup key={group} label={t(`data.group_${group}`)}>
                {operands
                  .filter((column: ListColumn) => column.group === group)
                  .map((column) => (
                    <option key={column.id} value={column.id}>
                      {column[label]}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="f-sign">{t('data.sign')}</label>
          <select id="f-sign" name="sign" defaultValue=">=">
            {SIGNS.map((sign) => (
              <option key={sign} value={sign}>
                {signName(context, sign)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="f-value">{t('data.value')}</label>
          <input id="f-value" name="value" inputMode="decimal" placeholder={t('data.value_example')} />
        </div>
        {filters.where.length > 0 && (
          <label className="or">
            <input type="checkbox" name="or" value="1" /> {t('data.or')}
          </label>
        )}
        <button className="button">{t('data.add')}</button>
      </form>
    </details>
  );
}

/** Properties of a report that conditions can ask for. */
const ASKED = ['year', 'published', 'issues', 'findings'];

function signName({ t }: PageContext, sign: string): string {
  if (!sign.startsWith(':')) return sign.replace('>=', '≥').replace('<=', '≤').replace('!=', '≠');
  const negated = sign.startsWith(':!');
  const state = sign.slice(negated ? 2 : 1);
  const key = `state.${state}`;
  const word = isMessageKey(key) ? t(key) : t('data.missing');
  return t(negated ? 'data.is_not' : 'data.is', { word });
}

function SortKeys({ context, sorts }: { context: PageContext; sorts: readonly Sort[] }) {
  const { t, here, label } = context;
  if (sorts.length === 0) return null;
  return (
    <p className="chips">
      <span className="muted">{t('data.sorted')}</span>
      {sorts.map((sort) => (
        <a
          key={sort.by}
          className="chip"
          href={here({ sort: serializeSorts(sorts.filter((each) => each !== sort)) || null })}
        >
          <span className="visually-hidden">{t('filter.remove')}</span>
          {columnName(sort.by, label)} {sort.descending ? '▼' : '▲'}
          <span aria-hidden="true" className="muted">
            ×
          </span>
        </a>
      ))}
    </p>
  );
}

/** Parameters that a form does not show but must not lose. */
function Carried({ context: { parameters }, without }: { context: PageContext; without: string[] }) {
  return Object.entries(parameters)
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
