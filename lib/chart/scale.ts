/** In which unit a chart writes its counts (件, 万件, 百万件): said once above the axis, never in the table. */
import { formatFixed, formatNumber } from '../i18n/format';
import { dictionaryOf, type Language } from '../words';
import type { MessageKey, Translate } from '../i18n/message';
import { niceAxis } from './axis';

/** What a chart file needs to speak the language of the page. */
export type ChartContext = { language: Language; t: Translate };

export type CountScale = { divisor: number; prefix: MessageKey };

/** Counts under this are written out. */
const WRITTEN_OUT = 10_000;

/** The largest unit of the language that the greatest value reaches; one for values that are short enough as they are. */
export function countScale(greatest: number, language: Language): CountScale {
  const found = dictionaryOf(language).countScales.find((scale) => greatest >= scale.divisor);
  return greatest < WRITTEN_OUT || !found ? { divisor: 1, prefix: 'scale.one' } : found;
}

/** A count written in a scale with about three digits, so that labels keep apart: `1.23`, `58.7`, `1,047`. */
export function scaledText(value: number, scale: CountScale, language: Language): string {
  if (scale.divisor === 1) return formatNumber(value, language);
  const scaled = value / scale.divisor;
  return formatFixed(scaled, language, scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2);
}

/** Unit of counts in a scale: 万件, thousand requests. */
export function scaledUnit(scale: CountScale, unit: string, t: Translate): string {
  return t(scale.prefix, { unit });
}

/** A value axis from 0 for counts, its ticks written in the scale. */
export function countAxis(greatest: number, scale: CountScale, language: Language) {
  const { end, ticks } = niceAxis(greatest / scale.divisor, scale.divisor === 1);
  return {
    end: end * scale.divisor,
    ticks: ticks.map((tick) => ({ at: tick * scale.divisor, text: formatNumber(tick, language) })),
  };
}

/** A value axis from 0 for rates given as ratios, in per cent. */
export function rateAxis(greatest: number, language: Language) {
  const { end, ticks } = niceAxis(greatest * 100);
  return { end, ticks: ticks.map((tick) => ({ at: tick, text: formatNumber(tick, language) })) };
}
