/** The key of a stack: its parts in their order, with their shares in the newest row that has some. */
import type { StackSpec } from '../../lib/chart/kinds/stack/stack';
import { formatFixed } from '../../lib/i18n/format';
import type { CardModel, CardRequest } from './model';

/** `withValues` false leaves the shares out, where the rows are no years. */
export function stackKey(
  { t, language }: Pick<CardRequest, 't' | 'language'>,
  spec: StackSpec,
  withValues = true,
): NonNullable<CardModel['key']> {
  const latest = withValues ? spec.rows.findLast((row) => row.shares !== null) : undefined;
  const shareText = (share: number | null): string =>
    share === null ? t('state.absent') : formatFixed(share, language, 1);
  return {
    name: latest ? t('chart.key', { year: latest.name }) : t('chart.key_plain'),
    items: spec.parts.map((part, index) => ({
      name: part.name,
      colour: part.colour,
      ...(part.hatched ? { hatched: true } : {}),
      ...(latest ? { value: shareText(latest.shares?.[index] ?? null) } : {}),
    })),
  };
}
