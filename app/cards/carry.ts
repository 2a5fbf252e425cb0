/** Whether what one report carries out the next carries in. */
import { carryOverChart } from '../../lib/chart/kinds/carry';
import { resultCard } from '../_card/result-card';
import type { CardDefinition } from '../_card/model';
import { queryMetrics } from '../_card/query';
import { AGENCY_FILTERS, AGENCY_PATH } from '../_agency/agency-parameters';
import { agencyHistory } from '../_agency/agency-history';
import { carryPairs, yearsOf } from '../_agency/years';

const CARRIED = ['carried_out', 'carried_in'];

export const carry: CardDefinition = {
  id: 'carry',
  path: AGENCY_PATH,
  takes: AGENCY_FILTERS,
  title: ({ t }) => t('cards.carry.title'),
  /** Null without one agency in the filters, and for an agency with a single year. */
  async load(request) {
    const { t, filters } = request;
    const [id, ...others] = filters.agency;
    const history = id !== undefined && others.length === 0 ? await agencyHistory(filters.corpus, id) : null;
    const spec = history && carryOverChart(carryPairs(yearsOf(history.reports)), request);
    if (!history || !spec) return null;
    const result = await queryMetrics(filters, CARRIED, ['year']);
    const told = spec.points.filter((point) => point.state !== 'untold');
    const broken = told.filter((point) => point.state === 'differs');
    return resultCard(request, result, {
      subtitle: t('cards.carry.subtitle', { agency: history.agency.name }),
      summary: [
        t('cards.carry.summary', { told: told.length, equal: told.length - broken.length }),
        ...broken.map((point) => point.title),
      ].join(t('list.separator')),
      source: t('source.table3'),
      panels: [{ id: 'chart', title: null, spec }],
      notes: { text: t('cards.carry.notes'), rule: 'requests.carry_over' },
      coverage: t('cards.carry.coverage', { told: told.length, all: spec.points.length }),
    });
  },
};
