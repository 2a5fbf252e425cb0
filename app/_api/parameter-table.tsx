/** Parameters with meaning, values and default. On a phone each row becomes a block, so nothing scrolls sideways. */
import type { PageContext } from '../_request/page-context';
import type { Schema } from './document';
import type { OwnParameter } from './groups';
import { parameterText } from './words';

type Props = { context: PageContext; name: string; parameters: readonly OwnParameter[] };

/** One row a parameter. */
export function ParameterTable({ context, name, parameters }: Props) {
  const { t, language } = context;
  return (
    <table className="data-table params" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{t('api.parameter')}</th>
          <th scope="col">{t('api.meaning')}</th>
          <th scope="col">{t('api.values')}</th>
          <th scope="col">{t('api.default')}</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map((parameter) => (
          <tr key={parameter.name}>
            <th scope="row">
              <code>{parameter.name}</code>
              {parameter.required && <span className="must"> {t('api.required')}</span>}
            </th>
            <td>
              {parameterText(parameter, language)}
              {parameter.only.length > 0 && (
                <span className="muted"> {t('api.only', { formats: parameter.only.join(', ') })}</span>
              )}
            </td>
            <td>
              <Values context={context} schema={parameter.schema} />
            </td>
            <td>
              <Preset context={context} value={parameter.schema.default} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Values({ context, schema }: { context: PageContext; schema: Schema }) {
  const { t } = context;
  const one = schema.items ?? schema;
  const { minimum, maximum } = one;
  return (
    <>
      {schema.items && <span>{t('api.list')} </span>}
      {one.enum
        ? one.enum.map((value) => (
            <span key={value}>
              <code>{value}</code>{' '}
            </span>
          ))
        : one.type === 'integer'
          ? t('api.integer', { from: String(minimum ?? ''), to: String(maximum ?? '') })
          : t('api.text')}
    </>
  );
}

function Preset({ context: { t }, value }: { context: PageContext; value: unknown }) {
  const isWritten = typeof value === 'number' || (typeof value === 'string' && value !== '');
  return isWritten ? (
    <>
      <span className="small-label">{t('api.default_is')} </span>
      <code>{value}</code>
    </>
  ) : (
    <span className="none">{t('api.no_default')}</span>
  );
}
