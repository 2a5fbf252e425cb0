/** The cards of a page as they are served: rows of their tables, words of their marks, address of their file. */
import { parseHTML } from 'linkedom';

export type ServedMark = {
  series: number;
  order: number;
  text: string;
};

export type ServedPanel = { kind: string; title: string; marks: ServedMark[] };

export type ServedCard = {
  id: string;
  title: string;
  /** Text of each cell without the small notes, row by row. */
  rows: string[][];
  /** How many of a row's first cells name it. */
  names: number;
  panels: ServedPanel[];
  csv: string;
  svg: string;
  /** The file with a line an agency, of a card that compares agencies. */
  agencies: string;
};

/** The cards of a page that have something to show. */
export function servedCards(html: string): ServedCard[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('section.card')]
    .filter((card) => card.querySelector('.view-table tbody tr') !== null)
    .map((card) => ({
      id: card.id,
      title: card.querySelector('h2')?.textContent ?? '',
      rows: [...card.querySelectorAll('.view-table tbody tr')].map((row) =>
        [...row.children].map((cell) => (cell.firstChild?.textContent ?? '').trim()),
      ),
      names: card.querySelector('.view-table tbody tr')?.querySelectorAll('th').length ?? 0,
      panels: [...card.querySelectorAll('figure.plot')].map((plot) => ({
        kind: plot.getAttribute('data-kind') ?? '',
        title: plot.parentElement?.querySelector('.panel-title')?.textContent ?? '',
        marks: [...plot.querySelectorAll('[data-series]')].map((mark) => ({
          series: Number(mark.getAttribute('data-series')),
          order: Number(mark.getAttribute('data-order')),
          text: mark.querySelector('title')?.textContent ?? '',
        })),
      })),
      csv: card.querySelector('.view-download a[href*=".csv"]')?.getAttribute('href') ?? '',
      svg: card.querySelector('.view-download a[href*=".svg"]')?.getAttribute('href') ?? '',
      agencies: card.querySelector('.view-download a[href*="by=agency"]')?.getAttribute('href') ?? '',
    }));
}

/** Whether a text of the table is the value of the file, as people write it. */
export function isSame(text: string, value: string): boolean {
  if (text === value) return true;
  const shown = Number(text.replaceAll(',', '').replace('−', '-').replace('%', ''));
  const scale = text.endsWith('%') ? 100 : 1;
  return value !== '' && Math.abs(shown - Number(value) * scale) <= (scale === 100 ? 0.051 : 0.0051);
}

/** Whether the texts of a row stand among the values of a line of the file, in their order; words for absence are empty cells. */
export function standIn(texts: readonly string[], values: readonly string[]): boolean {
  let at = 0;
  return texts.every((text) => {
    while (at < values.length && !isSame(text, values[at] ?? '')) at++;
    return at++ < values.length;
  });
}

/** A word for a value that is not there, or for a part that the table has no cell for. */
const WITHOUT_VALUE = /没有报告|不适用|无法计算|未能解释|无审结案件|空白|横线|不清|两读|缺/;

/** What of a picture is not in the table: marks whose value stands in no row they name, and rows told in another order. */
export function strangeMarks(card: ServedCard): string[] {
  return card.panels.flatMap((panel) => {
    const strange: string[] = [];
    const reached = new Map<number, number>();
    const marks = panel.marks.toSorted((a, b) => a.series - b.series || a.order - b.order);
    for (const mark of marks) {
      if (WITHOUT_VALUE.test(mark.text)) continue;
      const words = `${panel.title} ${mark.text}`;
      const candidates = card.rows.flatMap((row, index) => (isNamed(row, card.names, words) ? [index] : []));
      const numbers = numbersOf(mark.text);
      const row = candidates.find((index) =>
        (card.rows[index] ?? []).slice(card.names).some((text) => numbers.includes(text)),
      );
      if (row === undefined) strange.push(`${mark.text} is in no row`);
      else if (panel.kind !== 'tiles') {
        if (row < (reached.get(mark.series) ?? 0)) strange.push(`${mark.text} stands out of order`);
        reached.set(mark.series, row);
      }
    }
    return strange;
  });
}

/** Whether the words name the row: by each of the cells that name it, of `收到 · 上年结转` the last part. */
const isNamed = (row: readonly string[], names: number, words: string): boolean =>
  row.slice(0, names).every((name) => words.includes(name.split(' · ').at(-1) ?? name));

/** The numbers of a mark before the bracket that says what they rest on. */
const numbersOf = (text: string): string[] =>
  text.replace(/（[^（）]*(?:份报告|件)）.*$/, '').match(/−?\d[\d,]*(?:\.\d+)?%?/g) ?? [];
