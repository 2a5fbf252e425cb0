/** Web archives. */

/** A web archive as Chromium saves one: the page in quoted-printable, a picture behind it. */
export function mhtOf(
  html: Buffer,
  { charset = 'utf-8', encoding = 'quoted-printable', crlf = '\r\n' } = {},
): Uint8Array {
  const body =
    encoding === 'base64'
      ? html.toString('base64').replace(/.{76}/g, (line) => line + crlf)
      : quotedPrintable(html, crlf);
  const lines = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://www.jiaxian.gov.cn/art/2023/1/5/art_1.html',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----MultipartBoundary--a1----"',
    '',
    '------MultipartBoundary--a1----',
    `Content-Type: text/html; charset=${charset}`,
    'Content-ID: <frame-1@mhtml.blink>',
    `Content-Transfer-Encoding: ${encoding}`,
    'Content-Location: https://www.jiaxian.gov.cn/art/2023/1/5/art_1.html',
    '',
    body,
    '------MultipartBoundary--a1----',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '------MultipartBoundary--a1------',
    '',
  ];
  return Buffer.from(lines.join(crlf), 'latin1');
}

function quotedPrintable(bytes: Buffer, crlf: string): string {
  let line = '';
  let text = '';
  for (const byte of bytes) {
    if (byte === 10) {
      text += line + crlf;
      line = '';
      continue;
    }
    if (byte === 13) continue;
    const piece =
      byte === 61 || byte > 126 || byte < 32
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte);
    if (line.length + piece.length > 75) {
      text += `${line}=${crlf}`;
      line = '';
    }
    line += piece;
  }
  return text + line;
}
