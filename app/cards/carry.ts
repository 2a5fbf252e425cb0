/** Whether what one report carries out the next carries in. */
import { carryOverChart } from '../../lib/chart/kinds/carry';
import type { CardDefinition } from '../_card/model';
import { groupTable } from '../_card/table';
import { queryMetrics, countedReports } from '../_card/query';
import { AGENCY_FILTERS, AGENCY_PATH } from '../_agency/agency-parameters';
import { agencyHistory } from '../_agency/agency-history';
import { carryPairs, yearsOf } from '../_agency/years';

const CARRIED = ['carried_out', 'carried_in'];

export const carryCard: CardDefinition = {
  id: 'carry',
  path: AGENCY_PATH,
  takes: AGENCY_FILTERS,
  title: ({ t }) => t('carry.title'),
  /** Null without one agency in the filters, and for an agency with a single year. */
  async load(request) {
    const { t, filters } = request;
    const [id, ...others] = filters.agency;
    const history = id !== undefined && others.length === 0 ? await agencyHistory(filters.corpus, id) : null;
    const spec = history && carryOverChart(carryPairs(yearsOf(history.reports)), request);
    if (!history || !spec) return null;
    const answer = await queryMetrics(filters, CARRIED, ['year']);
    const told = spec.points.filter((point) => point.state !== 'untold');
    const broken = told.filter((point) => point.state === 'differs');
    return {
      subtitle: t('carry.subtitle', { agency: history.agency.name }),
      summary: [
        t('carry.summary', { told: told.length, equal: told.length - broken.length }),
        ...broken.map((point) => point.title),
      ].join(t('list.separator')),
      source: t('source.table3'),
      key: null,
      panels: [{ id: 'chart', title: null, spec }],
      layout: 'stacked',
      choices: null,
      table: groupTable(request, answer),
      metrics: answer.metrics,
      notes: { text: t('carry.notes'), rule: 'requests.carry_over' },
      counted: countedReports(answer),
      coverage: t('carry.coverage', { told: told.length, all: spec.points.length }),
      meta: answer.meta,
    };
  },
};
