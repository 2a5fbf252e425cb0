/** Automatic numbers of lists in OpenDocument texts: 一、 is often a number format. Source: ODF 1.3 part 3, 5.3 and 16.30. */
import { hanNumeral } from '../../han-numerals';
import { attribute, type Element, elementsIn, localName } from '../xml';

type Level = { format: string; prefix: string; suffix: string; start: number; shown: number };
/** Formats of each level (from 1) by the list style's name. */
export type ListStyles = Map<string, Level[]>;

/** The numbered list styles among the style elements of content.xml and styles.xml. */
export function readListStyles(parents: readonly Element[]): ListStyles {
  const styles: ListStyles = new Map();
  for (const style of parents.flatMap((parent) => elementsIn(parent, 'list-style'))) {
    const levels: Level[] = [];
    for (const level of elementsIn(style)) {
      if (localName(level) !== 'list-level-style-number') continue;
      levels[Number(attribute(level, 'level') ?? 1)] = {
        format: attribute(level, 'num-format') ?? '',
        prefix: attribute(level, 'num-prefix') ?? '',
        suffix: attribute(level, 'num-suffix') ?? '',
        start: Number(attribute(level, 'start-value') ?? 1),
        shown: Number(attribute(level, 'display-levels') ?? 1),
      };
    }
    styles.set(attribute(style, 'name') ?? '', levels);
  }
  return styles;
}

/** Counts the items of lists; a list that continues another goes on counting where it ended. */
export class ListCounter {
  private readonly counts = new Map<string, number[]>();

  constructor(private readonly styles: ListStyles) {}

  /** Begins a list of a style at a level; unless it continues, its items count from the start. */
  open(style: string, level: number, continues: boolean): void {
    const counts = this.counts.get(style) ?? [];
    this.counts.set(style, counts);
    if (!continues || level > 1) counts[level] = (this.styles.get(style)?.[level]?.start ?? 1) - 1;
  }

  /** The label of the next item of a level; empty for bullets and lists without a number. */
  next(style: string, level: number, start?: number): string {
    const counts = this.counts.get(style) ?? [];
    const format = this.styles.get(style)?.[level];
    if (!format) return '';
    counts[level] = start ?? (counts[level] ?? format.start - 1) + 1;
    if (format.format === '') return '';
    const numbers: string[] = [];
    for (let each = level - format.shown + 1; each <= level; each++) {
      const other = this.styles.get(style)?.[each];
      if (other && other.format !== '') numbers.push(numberIn(other.format, counts[each] ?? other.start));
    }
    return format.prefix + numbers.join('.') + format.suffix;
  }
}

/** A count as ODF's num-format writes it: 一, 二, 三, ... · 1 · a · ①, … ; others come out in digits. */
function numberIn(format: string, count: number): string {
  if (/^[一壹]/u.test(format)) return hanNumeral(count);
  if (format.startsWith('①'))
    return count >= 1 && count <= 20 ? String.fromCharCode(0x245f + count) : String(count);
  if (format === 'a' || format === 'A') return String.fromCharCode(format.charCodeAt(0) + ((count - 1) % 26));
  return String(count);
}
