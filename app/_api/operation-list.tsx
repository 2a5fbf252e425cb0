/** The operations of one kind: what each answers, its parameters, and an example of every format. */
import type { PageContext } from '../_request/page-context';
import { Part } from '../_methods/part';
import { Example } from './example';
import { exampleAddress } from './examples';
import { formatOf, type Group } from './groups';
import { ParameterTable } from './parameter-table';
import { groupText } from './words';

type Props = { context: PageContext; kind: Group['kind']; groups: readonly Group[]; report: string };

/** A part of the page, one article a group. */
export function OperationList({ context, kind, groups, report }: Props) {
  const { t } = context;
  return (
    <Part id={`${kind}s`} title={t(`api.${kind}s`)} lead={t(`api.${kind}s_lead`)}>
      {groups.map((group) => (
        <OperationArticle key={group.id} context={context} group={group} report={report} />
      ))}
    </Part>
  );
}

function OperationArticle({
  context,
  group,
  report,
}: {
  context: PageContext;
  group: Group;
  report: string;
}) {
  const { t, language, filters } = context;
  const { id, operations, parameters, takesFilters, kind } = group;
  const text = groupText(group, language);
  return (
    <article className="operation" id={id} aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>{text}</h3>
      <ul className="paths">
        {operations.map(({ path, types }) => (
          <li key={path}>
            <code>GET {path}</code> <span className="muted">{types.join(', ')}</span>
          </li>
        ))}
      </ul>
      {parameters.length > 0 && (
        <ParameterTable
          context={context}
          name={t('api.parameters_of', { name: text })}
          parameters={parameters}
        />
      )}
      <p className="subtitle">
        {takesFilters ? (
          <a href="#filters">{t('api.and_filters')}</a>
        ) : (
          parameters.length === 0 && t('api.no_parameters')
        )}
      </p>
      {operations.map((operation) => (
        <Example
          key={operation.path}
          context={context}
          address={exampleAddress(operation, report, filters.corpus)}
          label={
            operations.length > 1
              ? t('api.open_format', { format: formatOf(operation) })
              : t('api.open', { name: text })
          }
          isFile={kind === 'file'}
        />
      ))}
    </article>
  );
}
