/** Errors of reading → the reason a person is told. Nothing of the server's inside goes along. */
import { DecodeError } from '../errors';
import type { ReadOutcome, RejectReason } from './outcome';

/** What a DecodeError says it found, or expected, and the reason it means; the first that fits. */
const REASONS: readonly [RegExp, RejectReason][] = [
  [/^an empty|^no text/, 'empty'],
  [/picture/, 'picture'],
  [/zip bomb|packed (twice|over)|stream of over|unpacked$| of \d+ bytes|members$/, 'bomb'],
  [/password/, 'locked'],
  [/^an? (RAR|7z|gzip)|archives nested|cannot be unpacked/, 'packed'],
  [/binary data|of kind|^an? (RTF|MIME|OLE|Excel 97)|older than/, 'other_format'],
  [/^a file of|characters|cells/, 'too_large'],
  [/nested|takes over|attributes|cannot be parted/, 'tangled'],
  [/document beginning/, 'other_document'],
  [/damaged|without/, 'damaged'],
];

/** Messages of libraries may name files of the server. */
const LIKE_A_PATH = /(?:^|[\s("'])(?:file:|[A-Za-z]:\\|\/)[^\s"')]*/u;

/** The outcome for an error of reading. The detail of a `fault`, which is no verdict on the file, is for our log alone. */
export function rejectOf(name: string, error: unknown): ReadOutcome & { kind: 'reject' } {
  if (error instanceof DecodeError) {
    const text = `${error.found}\n${error.expected}`;
    const why =
      REASONS.find(([pattern]) => pattern.test(error.found) || pattern.test(text))?.[1] ?? 'damaged';
    const detail = error.message.replaceAll(/\s+/gu, ' ').slice(0, 300);
    return { kind: 'reject', name, why, detail: LIKE_A_PATH.test(detail) ? null : detail };
  }
  const why = faultReason(error);
  return { kind: 'reject', name, why, detail: why === 'fault' ? String(error) : null };
}

function faultReason(error: unknown): RejectReason {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'memory';
  return error instanceof RangeError && /call stack/.test(message) ? 'tangled' : 'fault';
}
