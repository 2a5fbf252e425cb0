/**
 * What stands behind a number: printed text, state, place, its row as printed, its equations, our doubts. A native
 * popover: Esc and a click outside close it, without a script.
 */
import type { Translate } from '../../../lib/i18n/message';
import type { EquationText } from './equation-text';
import { type Html, html } from '../../../lib/html';
import type { PopoverView } from './popover-view';

/** The words every popover of a page shares. */
export type PopoverWords = Record<
  'close' | 'raw' | 'blank' | 'note' | 'state' | 'place' | 'field' | 'row',
  string
>;

/** The shared words in a language. */
export function popoverWords(t: Translate): PopoverWords {
  return {
    close: t('action.close'),
    raw: t('cell.raw'),
    blank: t('state.blank'),
    note: t('cell.note'),
    state: t('cell.state'),
    place: t('cell.place'),
    field: t('cell.field'),
    row: t('cell.row'),
  };
}

/** The popover `cell-<field>` of one cell. */
export function cellPopover(view: PopoverView, words: PopoverWords): Html {
  const id = `${view.prefix}cell-${view.field}`;
  const raw = view.raw === null ? html`<span class="no-number">${words.blank}</span>` : printedText(view.raw);
  return html`<div id="${id}" popover="auto" class="popover" role="dialog" aria-label="${view.title}">
<div class="popover-head"><b>${view.title}</b><button type="button" popovertarget="${id}" popovertargetaction="hide" aria-label="${words.close}">×</button></div>
<dl>${fact(words.raw, html`${raw}${view.readAs && html` <span class="muted">${view.readAs}</span>`}`)}${
    view.note && fact(words.note, printedText(view.note))
  }${fact(words.state, html`${view.state}`)}${fact(words.place, html`${view.place}`)}${fact(
    words.field,
    html`<a href="#${view.prefix}${view.field}"><code>${view.field}</code></a>`,
  )}</dl>
${view.row.length > 0 && rowAsPrinted(view.row, words.row)}${view.equations.map(equationLine)}${view.doubts.map(
  (doubt) => html`<p class="doubt">${doubt}</p>`,
)}</div>`;
}

/** `① 行政复议：维持 10 ＋ 纠正 1 ＝ 11 ≠ 总计 0，相差 11`. */
export function equationLine(text: EquationText & { sign: string }): Html {
  return html`<p class="equation"><span class="finding-sign">${text.sign}</span><span>${text.subject}${text.parts} <b>${text.partsSum}</b> <b class="finding">≠</b> ${text.whole} <b>${text.wholeSum}</b>${text.difference}</span></p>`;
}

const rowAsPrinted = (row: PopoverView['row'], name: string): Html =>
  html`<p class="neighbours printed" lang="zh-CN"><span class="visually-hidden">${name}</span>${row.map(
    ({ text, current }) => (current ? html`<mark>${text}</mark>` : html`<span>${text}</span>`),
  )}</p>`;

const fact = (name: string, content: Html): Html => html`<div><dt>${name}</dt><dd>${content}</dd></div>`;

const printedText = (text: string): Html => html`<span class="printed raw" lang="zh-CN">${text}</span>`;
