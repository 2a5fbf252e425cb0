/** RTF → its tokens, bounded in nesting. Source: Rich Text Format Specification 1.9.1, "RTF Syntax". */
import { DecodeError } from '../../errors';

export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  /** A control word with its number, or a control symbol (`*`, `~`, `_`, `-`). */
  | { kind: 'control'; word: string; value: number | null }
  /** A character given as a byte in the current code page: \'b1, or plain text above ASCII. */
  | { kind: 'byte'; byte: number }
  | { kind: 'text'; text: string };

const MAX_DEPTH = 1000;

/** The tokens in order. Throws DecodeError where groups nest absurdly deep; groups left open at the end are no error. */
export function* readTokens(bytes: Uint8Array): Generator<RtfToken> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const pattern =
    /([{}])|\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([^\\{}\r\n\x80-\xff]+)|([\x80-\xff])|[\r\n]+|\\/gs;
  let depth = 0;
  for (let match = pattern.exec(file); match; match = pattern.exec(file)) {
    const [, brace, hex, word, number, symbol, text, high] = match;
    if (brace === '{') {
      if (++depth > MAX_DEPTH)
        throw new DecodeError('groups nested over 1,000 deep', 'an RTF document', 'save it again');
      yield { kind: 'open' };
    } else if (brace === '}') {
      depth--;
      yield { kind: 'close' };
    } else if (hex !== undefined) yield { kind: 'byte', byte: Number.parseInt(hex, 16) };
    else if (word === 'bin') pattern.lastIndex += Math.max(0, Math.min(Number(number ?? 0), file.length));
    else if (word !== undefined)
      yield { kind: 'control', word, value: number === undefined ? null : Number(number) };
    else if (symbol === '\\' || symbol === '{' || symbol === '}') yield { kind: 'text', text: symbol };
    else if (symbol === '\r' || symbol === '\n') yield { kind: 'control', word: 'par', value: null };
    else if (symbol !== undefined) yield { kind: 'control', word: symbol, value: null };
    else if (text !== undefined) yield { kind: 'text', text };
    else if (high !== undefined) yield { kind: 'byte', byte: high.charCodeAt(0) };
  }
}
