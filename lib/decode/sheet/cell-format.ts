/** Numbers and dates of a spreadsheet as their number format shows them, as far as reports use formats. */

/**
 * The value as shown: decimals, thousands commas, percent, literal text and the sections for negative and zero of an
 * Excel number format. Formats beyond these come out as General: up to 12 significant digits, as stored.
 */
export function showValue(value: number | Date, format: string): string {
  if (value instanceof Date) return showDate(value, format);
  const sections = format.split(';');
  const isNegative = value < 0;
  const section =
    (value === 0 ? sections[2] : isNegative ? sections[1] : undefined) ?? sections[0] ?? 'General';
  const own = section !== sections[0];
  const clean = section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/_./g, '')
    .replace(/\*./g, '');
  const pattern = /[#0?][#0?,.]*/.exec(
    clean.replace(/"[^"]*"|\\./g, (literal) => '\u0001'.repeat(literal.length)),
  );
  if (!pattern) return /general|@/i.test(clean) || clean === '' ? general(value) : literals(clean);
  const [digits] = pattern;
  if (/e[+-]|\//i.test(clean)) return general(value);
  const isPercent = clean.includes('%');
  // In a zero section of "-"?? the question marks only hold a place.
  if (value === 0 && /^\?+$/.test(digits)) return literals(clean.replace(digits, ''));
  const decimals = digits.includes('.') ? digits.slice(digits.indexOf('.') + 1).replace(/,/g, '') : '';
  const most = decimals.length;
  const least = decimals.replace(/[#?]/g, '').length;
  let shown = Math.abs(isPercent ? value * 100 : value).toFixed(most);
  if (most > least && shown.includes('.')) {
    const keep = shown.indexOf('.') + 1 + least;
    shown = shown.slice(0, keep) + shown.slice(keep).replace(/0+$/, '');
    shown = shown.replace(/\.$/, '');
  }
  if (/[#0?],[#0?]/.test(digits)) shown = shown.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
  const sign = isNegative && !own ? '-' : '';
  const before = literals(clean.slice(0, pattern.index));
  const after = literals(clean.slice(pattern.index + digits.length));
  return `${sign}${before}${shown}${after}`;
}

function general(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** Literal text of a format: quoted, escaped, or standing for itself. */
function literals(part: string): string {
  return part.replace(/"([^"]*)"|\\(.)/g, (_, quoted: string | undefined, escaped: string | undefined) => {
    return quoted ?? escaped ?? '';
  });
}

/** Dates are stored without a zone; a format with 年 is shown so, all others as year-month-day. */
function showDate(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return '';
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (format.includes('年')) return `${year}年${month}月${format.includes('日') ? `${day}日` : ''}`;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
