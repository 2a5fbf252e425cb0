/**
 * Automatic numbers of Word paragraphs. A heading 三、 is often no text at all but a number format, so it has to be
 * counted as Word does. Source: ECMA-376 part 1, 17.9.
 */
import { hanNumeral } from '../../han-numerals';
import type { WordList, WordParagraph } from './docx-tree';

type Level = { start: number; format: string; text: string; style: string | null };
/** Formats by list, and how far each list has counted. */
export type Numbering = {
  levels: Map<string, Level[]>;
  /** Lists that share one counter, by abstract numbering. */
  abstractOf: Map<string, string>;
  counts: Map<string, number[]>;
  /** Lists that styles put their paragraphs in. */
  styles: Map<string, WordList>;
};

const MAX_LEVEL = 8;

/** Number formats of word/numbering.xml and word/styles.xml; with empty texts no paragraph has a number. */
export function readNumbering(xml: string, stylesXml: string): Numbering {
  const numbering: Numbering = {
    levels: new Map(),
    abstractOf: new Map(),
    counts: new Map(),
    styles: new Map(),
  };
  const abstracts = new Map<string, Level[]>();
  for (const [, id = '', body = ''] of xml.matchAll(
    /<w:abstractNum\b[^>]*\bw:abstractNumId="([^"]*)"[^>]*>([\s\S]*?)<\/w:abstractNum>/g,
  ))
    abstracts.set(id, readLevels(body));
  for (const [, id = '', body = ''] of xml.matchAll(
    /<w:num\b[^>]*\bw:numId="([^"]*)"[^>]*>([\s\S]*?)<\/w:num>/g,
  )) {
    const abstract = attribute(body, 'abstractNumId') ?? '';
    const levels = abstracts.get(abstract);
    if (!levels) continue;
    numbering.levels.set(id, levels);
    // An override starts a count of its own.
    numbering.abstractOf.set(id, body.includes('<w:lvlOverride') ? `own ${id}` : abstract);
  }
  for (const [, style = '', body = ''] of stylesXml.matchAll(
    /<w:style\b[^>]*\bw:styleId="([^"]*)"[^>]*>([\s\S]*?)<\/w:style>/g,
  )) {
    const id = attribute(body, 'numId');
    if (!id) continue;
    const level = attribute(body, 'ilvl');
    const own = numbering.levels.get(id)?.findIndex((format) => format?.style === style) ?? -1;
    numbering.styles.set(style, { id, level: level === null ? Math.max(0, own) : Number(level) });
  }
  return numbering;
}

/** The automatic number a paragraph begins with, by itself or by its style, and counts it; empty for none. */
export function paragraphLabel(numbering: Numbering, { list, style }: WordParagraph): string {
  const own = list?.id === '' ? { ...list, id: numbering.styles.get(style)?.id ?? '' } : list;
  const place = own ?? numbering.styles.get(style);
  return place ? nextLabel(numbering, place) : '';
}

function nextLabel(numbering: Numbering, { id, level }: WordList): string {
  const levels = numbering.levels.get(id);
  const format = levels?.[level];
  const key = numbering.abstractOf.get(id);
  if (!levels || !format || key === undefined || level > MAX_LEVEL) return '';
  const counts = numbering.counts.get(key) ?? [];
  numbering.counts.set(key, counts);
  counts[level] = (counts[level] ?? format.start - 1) + 1;
  counts.length = level + 1;
  if (format.format === 'bullet' || format.format === 'none') return '';
  return format.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const other = levels[index];
    return formatNumber(counts[index] ?? other?.start ?? 1, other?.format ?? 'decimal');
  });
}

function readLevels(body: string): Level[] {
  const levels: Level[] = [];
  for (const [, index = '', text = ''] of body.matchAll(
    /<w:lvl\b[^>]*\bw:ilvl="(\d)"[^>]*>([\s\S]*?)<\/w:lvl>/g,
  ))
    levels[Number(index)] = {
      start: Number(attribute(text, 'start') ?? 1),
      format: attribute(text, 'numFmt') ?? 'decimal',
      text: attribute(text, 'lvlText') ?? '',
      style: attribute(text, 'pStyle'),
    };
  return levels;
}

function attribute(xml: string, element: string): string | null {
  return new RegExp(`<w:${element}\\b[^>]*\\bw:val="([^"]*)"`).exec(xml)?.[1] ?? null;
}

/** A count in a number format; formats not used in Chinese reports come out in digits. */
function formatNumber(count: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographDigital':
    case 'japaneseCounting':
    case 'taiwaneseCountingThousand':
      return hanNumeral(count);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return count >= 1 && count <= 20 ? String.fromCharCode(0x245f + count) : String(count);
    case 'decimalFullWidth':
      return String(count).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    case 'lowerLetter':
      return String.fromCharCode(96 + ((count - 1) % 26) + 1);
    case 'upperLetter':
      return String.fromCharCode(64 + ((count - 1) % 26) + 1);
    default:
      return String(count);
  }
}
