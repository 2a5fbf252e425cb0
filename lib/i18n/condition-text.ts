/** Conditions (lib/filters/conditions) in words for people. */
import { type Condition, parseConditions } from '../filters/conditions';
import { operandById } from '../filters/operands';
import { formatPercent, printedNumber } from './format';
import { type Language, labelKey } from './language';
import { translator } from './message';

const SIGNS = { '=': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;

/** A group of conditions as one phrase: `公开率 < 50% 或 予以公开·总计：空白`. A text that is no condition comes back as it is. */
export function conditionText(group: string, language: Language): string {
  const parsed = parseConditions(group);
  if (!parsed.ok) return group;
  return parsed.value
    .map((condition) => phraseOf(condition, language))
    .join(translator(language)('condition.or'));
}

function phraseOf(condition: Condition, language: Language): string {
  const t = translator(language);
  const operand = operandById(condition.operand);
  const name = operand?.[labelKey(language)] ?? condition.operand;
  if ('state' in condition) {
    const state = t(`state.${condition.state}`);
    return t(condition.negated ? 'condition.is_not' : 'condition.is', { name, state });
  }
  const { comparison, value } = condition;
  return `${name} ${SIGNS[comparison]} ${valueText(value, operand?.metric?.kind === 'rate', language)}`;
}

/** Years and counts as they are written; rates as percentages without digits that nobody gave. */
function valueText(value: number | string, isRate: boolean, language: Language): string {
  if (typeof value === 'string') return value;
  if (!isRate) return printedNumber(value);
  const decimals = String(value).split('.')[1]?.length ?? 0;
  return formatPercent(value, language, Math.max(decimals - 2, 0));
}
