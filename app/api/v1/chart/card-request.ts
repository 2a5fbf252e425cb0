/** The request of a card file: filters, language and the card's own parameters, as a page reads them. */
import { LANGUAGES, parseLanguage } from '../../../../lib/i18n/language';
import { type Filters, repeatedProblem, serializeFilters } from '../../../../lib/filters';
import { translator } from '../../../../lib/i18n/message';
import { corpusOf, selectFilterOptions } from '../../../../lib/query';
import type { CardDefinition, CardRequest } from '../../../_card/model';
import { takenFilters } from '../../../_card/taken-filters';
import { readParameters } from '../../_http/parameters';
import { ParameterProblems } from '../../_http/problem';

export type CardFileRequest = { filters: Filters; bom: boolean; cardOf: () => Promise<CardRequest> };

/** Reads the parameters; throws ParameterProblems for what is not understood. `cardOf` asks the store. */
export function cardRequest(params: URLSearchParams, card: CardDefinition): CardFileRequest {
  const { filters: written, lang, bom } = readParameters(params, ['lang', 'bom']);
  const filters = takenFilters(card, written);
  const own = Object.entries(card.own ?? {}).flatMap(([name, pattern]) => {
    const values = params.getAll(name).filter((value) => value !== '');
    const [value] = values;
    if (value === undefined) return [];
    const repeated = repeatedProblem(name, values);
    if (repeated) throw new ParameterProblems([repeated]);
    if (!pattern.test(value))
      throw new ParameterProblems([{ parameter: name, value, expected: pattern.source }]);
    return [[name, value] as const];
  });
  const language = parseLanguage(lang) ?? LANGUAGES[0];
  return {
    filters,
    bom,
    cardOf: async () => ({
      language,
      label: lang,
      t: translator(language),
      filters,
      parameters: {
        ...Object.fromEntries(new URLSearchParams(serializeFilters(filters))),
        ...Object.fromEntries(own),
      },
      options: await selectFilterOptions(corpusOf(filters.corpus), filters),
    }),
  };
}
