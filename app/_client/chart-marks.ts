/** The marks of a served chart and the ways between them. */

export type ChartMark = { element: Element; series: number; order: number; text: string };

/**
 * The marks that carry words, in the order of reading. Their `<title>` is taken out, so that the browser's own tooltip
 * does not stand beside ours; the words stay in the name of the picture for those who read it whole.
 */
export function marksOf(svg: Element): ChartMark[] {
  const marks = [...svg.querySelectorAll('[data-series]')].map((element) => {
    const title = element.querySelector('title');
    const text = element.getAttribute('data-text') ?? title?.textContent ?? '';
    element.setAttribute('data-text', text);
    title?.remove();
    return {
      element,
      series: Number(element.getAttribute('data-series')),
      order: Number(element.getAttribute('data-order')),
      text,
    };
  });
  return marks.sort((a, b) => a.series - b.series || a.order - b.order);
}

/** Farthest distance in px at which a pointer still means a mark. */
const REACH = 28;

/** The mark under the pointer, else the nearest one; lines and year bars are found by their place along x alone. */
export function nearestMark(
  marks: readonly ChartMark[],
  x: number,
  y: number,
  kind: string,
): ChartMark | null {
  const byColumn = kind === 'lines' || kind === 'bars';
  let best: ChartMark | null = null;
  let least = byColumn ? Number.POSITIVE_INFINITY : REACH;
  for (const mark of marks) {
    const box = mark.element.getBoundingClientRect();
    const dx = Math.max(box.left - x, 0, x - box.right);
    const dy = Math.max(box.top - y, 0, y - box.bottom);
    const distance = byColumn ? dx * 100 + dy : Math.hypot(dx, dy);
    if (distance < least) {
      least = distance;
      best = mark;
    }
  }
  return best;
}

const STEPS: Record<string, [along: number, across: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The mark to which a key leads; null for a key that is none of ours, or at the end. */
export function stepFrom(
  marks: readonly ChartMark[],
  current: ChartMark | null,
  key: string,
): ChartMark | null {
  if (key === 'Home') return marks[0] ?? null;
  if (key === 'End') return marks.at(-1) ?? null;
  const step = STEPS[key];
  if (!step) return null;
  if (!current) return marks[0] ?? null;
  const single = marks.every((mark) => mark.series === current.series);
  const [along, across] = step;
  if (across === 0 || single) return marks[marks.indexOf(current) + along + (single ? across : 0)] ?? null;
  const next = marks
    .map((mark) => mark.series)
    .filter((series) => (across > 0 ? series > current.series : series < current.series));
  const series = across > 0 ? Math.min(...next) : Math.max(...next);
  const centre = (mark: ChartMark) => {
    const box = mark.element.getBoundingClientRect();
    return box.left + box.width / 2;
  };
  const from = centre(current);
  return (
    marks
      .filter((mark) => mark.series === series)
      .sort((a, b) => Math.abs(centre(a) - from) - Math.abs(centre(b) - from))[0] ?? null
  );
}
