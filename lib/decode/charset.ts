/**
 * Bytes of text → characters. Strict UTF-8 first, then what the file declares, then a judged choice between
 * GB18030 and Big5 by how many frequent characters each table yields. Characters are never converted or repaired;
 * what cannot be decoded stays U+FFFD and is reported. Binary data is refused.
 */
import { DecodeError } from '../errors';
import { issue, type Issue } from '../issue';
import { FREQUENT } from './han-frequency';

export type DecodedText = { text: string; encoding: string; issues: Issue[] };

/** The one table used for each family of labels; GB18030 contains GBK, which contains GB 2312. */
const FAMILIES: [RegExp, string][] = [
  [/^(gb|x-gbk|cp936|ms936|936|euc-cn|iso-ir-58|csgb|chinese)/, 'gb18030'],
  [/^(big5|x-x-big5|cn-big5|cp950|950|csbig5)/, 'big5'],
  [/^utf-?16be/, 'utf-16be'],
  [/^(utf-?16|ucs-?2|unicode$)/, 'utf-16le'],
  [/^(utf-?8|unicode-1-1-utf-8)/, 'utf-8'],
];

/** How many characters beyond ASCII are enough to judge an encoding. */
const SAMPLE = 20_000;
/** A declared encoding is believed unless another scores better by this much. */
const TOLERANCE = 0.15;
/** Chinese text scores above 0.7; noise read as Chinese stays below this. */
const LEAST_SCORE = 0.15;

/**
 * Text of the bytes with the encoding used (`utf-8`, `utf-16le`, `utf-16be`, `gb18030` or `big5`), without a byte
 * order mark. `declared` is the label the file or its server states, or null. Issues: `decode.encoding_guessed`,
 * `decode.replacement_characters`. Throws DecodeError for binary data.
 */
export function decodeText(bytes: Uint8Array, declared: string | null): DecodedText {
  const marked = encodingByMark(bytes);
  const issues: Issue[] = [];
  let encoding = marked;
  let text: string | null = null;
  if (!encoding && !bytes.includes(0)) {
    text = strictUtf8(bytes);
    if (text !== null) encoding = 'utf-8';
  }
  if (!encoding) {
    const choice = chooseEncoding(bytes, encodingFamily(declared));
    if (choice.score < LEAST_SCORE && bytes.length > 60) throw binaryData();
    ({ encoding, text } = choice);
    if (!choice.isDeclared)
      issues.push(
        issue(
          'decode.encoding_guessed',
          null,
          `${declared ? `declared ${declared}` : 'no declared encoding'}, read as ${encoding}`,
          'an encoding that is declared and true',
        ),
      );
  }
  text ??= new TextDecoder(encoding).decode(bytes);
  checkCharacters(text, issues);
  return { text, encoding, issues };
}

/** The encoding a label stands for, or null for none or one that cannot hold Chinese. */
export function encodingFamily(label: string | null | undefined): string | null {
  if (!label) return null;
  const plain = label.trim().toLowerCase().replaceAll('_', '-');
  return FAMILIES.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** The label declared by an HTTP content type, an XML declaration or an HTML meta element, or null. */
export function declaredCharset(bytes: Uint8Array, contentType?: string): string | null {
  const fromHeader = /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1];
  if (fromHeader && encodingFamily(fromHeader)) return fromHeader;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1];
  const meta = /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  const label = meta ?? xml ?? null;
  // A meta element that can be read as ASCII cannot truly be in UTF-16 (HTML standard, "prescan a byte stream").
  return label && encodingFamily(label)?.startsWith('utf-16') ? 'utf-8' : label;
}

function encodingByMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return 'gb18030';
  return null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Scores every table that could hold Chinese; UTF-16 only where zero bytes make it possible. */
function chooseEncoding(bytes: Uint8Array, declared: string | null) {
  const names = bytes.includes(0)
    ? ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5']
    : ['gb18030', 'big5', 'utf-8'];
  const tried = names.map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    return { encoding, text, score: frequencyScore(text) };
  });
  const best = tried.reduce((a, b) => (b.score > a.score ? b : a));
  const stated = tried.find((t) => t.encoding === declared);
  const chosen = stated && stated.score >= best.score - TOLERANCE ? stated : best;
  return { ...chosen, isDeclared: chosen === stated };
}

/** Share of frequent characters among those beyond ASCII, less the impossible ones: 1 is surely right, below 0 wrong. */
function frequencyScore(text: string): number {
  let seen = 0;
  let frequent = 0;
  let impossible = 0;
  for (let i = 0; i < text.length && seen < SAMPLE; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) impossible++;
    if (code < 0x80) continue;
    seen++;
    if (FREQUENT[code] === 1) frequent++;
    else if (code === 0xfffd || code < 0xa0 || (code >= 0xe000 && code < 0xf900)) impossible++;
  }
  return seen + impossible === 0 ? 0 : (frequent - 3 * impossible) / (seen + impossible);
}

/** Reports undecodable characters; refuses text in which they or control characters are more than one in twenty. */
function checkCharacters(text: string, issues: Issue[]): void {
  let replaced = 0;
  let control = 0;
  let first = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) {
      replaced++;
      if (first < 0) first = i;
    } else if ((code < 0x20 && (code < 9 || code > 13)) || (code >= 0x7f && code < 0xa0 && code !== 0x85))
      control++;
  }
  if (replaced + control > text.length / 20) throw binaryData();
  if (replaced > 0)
    issues.push(
      issue(
        'decode.replacement_characters',
        placeOf(text, first),
        `${replaced} bytes or characters that belong to no character`,
        'text that decodes without loss',
      ),
    );
}

function binaryData(): DecodeError {
  return new DecodeError('binary data', 'a report', 'give a text, HTML, Word, PDF, Excel or CSV file');
}

function placeOf(text: string, offset: number) {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n'), offset };
}
