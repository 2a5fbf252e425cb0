/** Rules for the text of a cell that hold in every format. */

/** Lines of a cell as one text: blank ones left out, unless all are. */
export function joinLines(lines: readonly string[]): string {
  const shown = lines.filter((line) => line.trim() !== '');
  return shown.length > 0 ? shown.join('\n') : (lines.find((line) => line !== '') ?? '');
}

/**
 * Raised or struck-out text in brackets. Joined to the number before it, a footnote mark would make another number.
 */
export function markedText(text: string): string {
  return text.trim() === '' ? text : /^[[〔(（]/.test(text) ? ` ${text}` : ` [${text}]`;
}
