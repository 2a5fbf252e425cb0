/** What a file's kind is told by: its beginning, the names inside a ZIP or OLE container, and its name. */
export type Sample = {
  name: string;
  /** The first 1,024 bytes as Latin-1. */
  head: string;
  /** `head` without a byte order mark and leading white space. */
  start: string;
  /** The first 64 KB as Latin-1 without zero bytes, so that tags in UTF-16 can be found. */
  sniff: string;
  isZip: boolean;
  isOle: boolean;
  /** Whether a ZIP archive has a member of this name. */
  has: (member: string) => boolean;
  /** Whether an OLE container has a stream of this name. */
  hasStream: (stream: string) => boolean;
  /** What the first member `mimetype` of an OpenDocument or EPUB package says, else empty. */
  mimetype: string;
};

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** Members looked at: an Office document names its own among the first. */
const MAX_MEMBERS = 10_000;

/** The sample of a file; nothing is unpacked. */
export function openSample(bytes: Uint8Array, name: string): Sample {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.toString('latin1', 0, 1024);
  const isZip = head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06');
  const isOle = head.startsWith(OLE);
  let members: Set<string> | null = null;
  return {
    name,
    head,
    start: head.replace(/^(?:\xef\xbb\xbf)?\s*/, ''),
    sniff: file.toString('latin1', 0, 65_536).replaceAll('\0', ''),
    isZip,
    isOle,
    has: (member) => isZip && (members ??= memberNames(file)).has(member),
    hasStream: (stream) => isOle && hasEntry(file, stream),
    mimetype:
      isZip && head.startsWith('mimetype', 30)
        ? (/^application\/[\w.+-]{1,90}/.exec(head.slice(38))?.[0] ?? '')
        : '',
  };
}

/** Names in a ZIP archive's central directory, which stands at the end. */
function memberNames(file: Buffer): Set<string> {
  const names = new Set<string>();
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = end >= 0 && end + 20 <= file.length ? file.readUInt32LE(end + 16) : file.length;
  for (let count = 0; count < MAX_MEMBERS && at + 46 <= file.length; count++) {
    if (file.readUInt32LE(at) !== 0x02014b50) break;
    const length = file.readUInt16LE(at + 28);
    names.add(
      file
        .toString('latin1', at + 46, at + 46 + length)
        .replaceAll('\\', '/')
        .replace(/^\//, ''),
    );
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return names;
}

/** Whether an OLE directory has an entry of this whole name: the name in UTF-16, its length in bytes with the ending zero behind. */
function hasEntry(file: Buffer, stream: string): boolean {
  const name = Buffer.from(`${stream}\0`, 'utf16le');
  for (let at = file.indexOf(name); at >= 0; at = file.indexOf(name, at + 2))
    if (at % 128 === 0 && at + 66 <= file.length && file.readUInt16LE(at + 64) === name.length) return true;
  return false;
}
