/**
 * A whole card as one svg file of fixed width: title, subtitle, key, panels, source, filters and corpus version inside,
 * in colours that are written out, so that it stands alone in a document.
 */
import { escapeHtml } from '../../html';
import { type ChartSpec, drawChart, panelsBeside } from '../chart';
import { textWidth } from './text-width';
import { wrapText } from './wrap-text';

/** What a panel comes to, in words beside its title: a value, what it rests on, and at the right end its place. */
export type PanelWords = {
  value: string;
  /** The value is a word for one that is not there. */
  absent: boolean;
  rests: string;
  end: string;
  /** Rests on fewer than 30 cases: grey. */
  small: boolean;
};

export type PicturePanel = { title: string | null; words?: PanelWords; spec: ChartSpec };
export type KeyItem = { name: string; colour: string; hatched?: boolean; value?: string };

export type CardPicture = {
  title: string;
  subtitle: string;
  summary: string | null;
  key: readonly KeyItem[];
  panels: readonly PicturePanel[];
  /** Source, coverage, filters, corpus version, address: a line each. */
  foot: readonly string[];
};

/** Names of the tokens in `theme.css` with their values. */
export type Tokens = Readonly<Record<string, string>>;

const WIDTH = 860;
const PAD = 28;
const INNER = WIDTH - 2 * PAD;
const GUTTER = 24;
const FONT =
  "'PingFang SC','HarmonyOS Sans SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

type Piece = { svg: string; height: number };

/** The file's text. Every colour variable must be among the tokens; an unknown one throws. */
export function drawCardPicture(card: CardPicture, tokens: Tokens): string {
  const pieces: Piece[] = [
    lines(card.title, 18, 'var(--ink)', true),
    lines(card.subtitle, 13, 'var(--ink-3)'),
    ...(card.summary ? [space(8), lines(card.summary, 14, 'var(--ink)')] : []),
    space(12),
    ...(card.key.length > 0 ? [keyRow(card.key), space(8)] : []),
    panelGrid(card.panels),
    space(16),
    { svg: `<line x2="${INNER}" stroke="var(--line-2)"/>`, height: 10 },
    ...card.foot.map((text) => lines(text, 12, 'var(--ink-3)')),
  ];
  let y = PAD;
  const body = pieces
    .map(({ svg, height }) => {
      const placed = svg === '' ? '' : `<g transform="translate(${PAD},${y})">${svg}</g>`;
      y += height;
      return placed;
    })
    .join('');
  const height = Math.ceil(y + PAD - 8);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONT}" font-size="12" role="img"><title>${escapeHtml(card.title)}</title><desc>${escapeHtml([card.subtitle, ...card.foot].join(' '))}</desc><rect width="100%" height="100%" fill="var(--surface)"/>${body}</svg>`;
  return writeColours(svg, tokens);
}

function writeColours(svg: string, tokens: Tokens): string {
  return svg.replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const value = tokens[name];
    if (value === undefined) throw new Error(`unknown colour token: ${name}`);
    return value;
  });
}

const space = (height: number): Piece => ({ svg: '', height });

function lines(text: string, size: number, fill: string, strong = false): Piece {
  const step = Math.round(size * 1.5);
  const wrapped = wrapText(text, INNER, size, strong);
  const svg = wrapped
    .map(
      (line, index) =>
        `<text y="${size + index * step}" font-size="${size}"${strong ? ' font-weight="600"' : ''} fill="${fill}">${escapeHtml(line)}</text>`,
    )
    .join('');
  return { svg, height: wrapped.length * step + 2 };
}

function keyRow(items: readonly KeyItem[]): Piece {
  let x = 0;
  let y = 0;
  const svg = items
    .map((item) => {
      const text = item.value ? `${item.name} ${item.value}` : item.name;
      const width = 16 + textWidth(text) + 16;
      if (x > 0 && x + width > INNER) {
        x = 0;
        y += 20;
      }
      const at = x;
      x += width;
      const swatch = item.hatched
        ? `<rect x="${at + 0.5}" y="${y + 0.5}" width="10" height="10" fill="none" stroke="${item.colour}" stroke-dasharray="2 2"/>`
        : `<rect x="${at}" y="${y}" width="11" height="11" fill="${item.colour}"/>`;
      return `${swatch}<text x="${at + 16}" y="${y + 10}" fill="var(--ink-2)">${escapeHtml(text)}</text>`;
    })
    .join('');
  return { svg, height: y + 22 };
}

/** Panels beside each other, as many as stay readable. */
function panelGrid(panels: readonly PicturePanel[]): Piece {
  const columns = Math.min(panels.length, ...panels.map(({ spec }) => panelsBeside(spec)));
  const width = Math.floor((INNER - (columns - 1) * GUTTER) / columns);
  let y = 0;
  let rowHeight = 0;
  const svg = panels
    .map(({ title, words, spec }, index) => {
      const column = index % columns;
      if (column === 0 && index > 0) {
        y += rowHeight + 14;
        rowHeight = 0;
      }
      const head = panelHead(title, words, width);
      const chart = drawChart(spec, `panel-${index}`, width);
      const height = Number(/ height="([\d.]+)"/.exec(chart)?.[1] ?? 0);
      rowHeight = Math.max(rowHeight, head.height + 4 + height);
      const inner = chart
        .replace('<svg ', `<svg y="${head.height + 4}" `)
        // A viewer may refuse styles: what a class or a style says on a page is said by attributes in a file.
        .replaceAll('class="upright"', 'writing-mode="vertical-rl"')
        .replace(/ style="[^"]*"/, '')
        // What stands in its place is smaller and of another family than was measured: the file's own is inherited.
        .replace(/ font-size="10" font-family="[^"]*"/, '');
      return `<g transform="translate(${column * (width + GUTTER)},${y})">${head.svg}${inner}</g>`;
    })
    .join('');
  return { svg, height: y + rowHeight };
}

/** Title and end in one line while they fit, the value with what it rests on below them. */
function panelHead(title: string | null, words: PanelWords | undefined, width: number): Piece {
  const place = words ? textWidth(words.end, 13, true) + 12 : 0;
  const titles = title === null ? [] : wrapText(title, width - place, 13, true);
  const values = words ? wrapText(`${words.value} ${words.rests}`, width) : [];
  const end = words
    ? `<text x="${width}" y="13" text-anchor="end" font-size="13"${words.small ? '' : ' font-weight="600"'} fill="var(${words.small ? '--ink-3' : '--ink'})">${escapeHtml(words.end)}</text>`
    : '';
  const line = (text: string, at: number, look: string) =>
    `<text y="${13 + at * 18}" ${look}>${escapeHtml(text)}</text>`;
  const svg = [
    ...titles.map((text, at) => line(text, at, 'font-size="13" font-weight="600" fill="var(--ink)"')),
    end,
    ...values.map((text, at) => line(text, titles.length + at, 'fill="var(--ink-2)"')),
  ].join('');
  return { svg, height: (titles.length + values.length) * 18 };
}
