/** One agency among its peers in one rate: a tick an agency, a box for the middle half, a line for the median. */
import { formatPercent } from '../i18n/format';
import type { PeerStanding } from '../query';
import { niceAxis } from './axis';
import type { ChartContext } from './scale';
import type { StripSpec } from './spec';

/** The strip of a rate, in words where neither the agency nor its peers have a value. `name` is that of the rate. */
export function peerStrip(
  standing: PeerStanding,
  name: string,
  small: boolean,
  { language, t }: ChartContext,
): StripSpec {
  const { own, values, quartiles } = standing;
  const per = (rate: number) => rate * 100;
  const greatest = Math.max(...values.map(per), per(own.value ?? 0));
  const { end } = niceAxis(greatest);
  const said = (rate: number) => formatPercent(rate, language);
  return {
    kind: 'strip',
    label: t(quartiles ? 'peers.strip' : 'peers.strip_alone', {
      name,
      own: own.value === null ? t('value.no_rate') : said(own.value),
      peers: standing.peers,
      ...(quartiles
        ? { q1: said(quartiles.q1), median: said(quartiles.median), q3: said(quartiles.q3) }
        : { q1: '', median: '', q3: '' }),
    }),
    values: values.map(per),
    box: quartiles ? { q1: per(quartiles.q1), median: per(quartiles.median), q3: per(quartiles.q3) } : null,
    own: own.value === null ? null : per(own.value),
    words: {
      half: quartiles ? t('peers.mark_half', { q1: said(quartiles.q1), q3: said(quartiles.q3) }) : '',
      median: quartiles ? t('peers.mark_median', { value: said(quartiles.median) }) : '',
      own: own.value === null ? '' : t('peers.mark_own', { value: said(own.value) }),
    },
    absent: own.value === null && values.length === 0 ? t('peers.none') : null,
    small,
    axis: {
      end,
      ticks: [0, end / 2, end].map((at) => ({
        at,
        text: formatPercent(at / 100, language, at % 1 === 0 ? 0 : 1),
      })),
    },
  };
}
