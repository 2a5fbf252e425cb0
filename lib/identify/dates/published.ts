/** When a report was published: what the page's meta or a labelled line says, else the day in its address. */
import type { Document } from '../../document';
import type { Evidence } from '../../record';
import { evidence } from '../evidence';
import type { Line } from '../lines';
import type { FoundTitle } from '../title/find-title';

const DATE = /(?<!\d)(20[0-4]\d)\s*[-年./]\s*(1[0-2]|0?[1-9])\s*[-月./]\s*(3[01]|[12]\d|0?[1-9])(?!\d)/;
const LABELLED =
  /(?:发布|发文|公开|公布|成文|生成|印发|信息|录入|添加|发表|上传|编辑|制发)?(?:日期|时间)\s*[:：]?\s*\[?\s*(?=20)|(?:发布于|发表于|发布)\s*[:：]?\s*(?=20)/g;
const CHANGED = /(?:更新|修改|浏览|访问|当前|打印|截止|截至|统计|今天|现在)(?:日期|时间)?/;
/** A day on which something was written or put in: believed only where none of publication stands. */
const WRITTEN = /成文|生成|制发|录入|编辑|添加/;
const META =
  /^(?:pubdate|publishdate|publish_?time|publication_?date|firstpublishedtime|article:published_time|dc\.date|releasedate|pubtime)$/i;
const META_WRITTEN = /^createdate$/i;

/** A day and nothing else, perhaps with the time of day. */
const DAY_ALONE =
  /^\[?\s*20[0-4]\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?\s*(?:\d{1,2}:\d\d(?::\d\d)?)?\s*\]?$/;
/** A line that is the label of the day on the next line. */
const LABEL_ALONE = /^\[?(?:发布|发文|公开|公布|发表|上传)(?:日期|时间)\s*[:：]?\]?$/;
const LINES_READ = 200;
const LONGEST_LINE = 300;

/** Publication day as YYYY-MM-DD with its evidence; null where nothing tells it. Today's date in a page's header does not. */
export function findPublished(
  document: Document | null,
  lines: Line[],
  urls: string[],
  title: FoundTitle | null = null,
): { published: string | null; evidence: Evidence[] } {
  const told = inMeta(document, META) ?? inLines(lines, title) ?? inMeta(document, META_WRITTEN);
  if (told) return { published: told.day, evidence: [told.evidence] };
  for (const url of urls) {
    const day = dayInAddress(url);
    if (day)
      return { published: day, evidence: [evidence('path', url.slice(-40), null, `published ${day}`)] };
  }
  return { published: null, evidence: [] };
}

type Told = { day: string; evidence: Evidence };

function inMeta(document: Document | null, keys: RegExp): Told | null {
  for (const [key, value] of Object.entries(document?.meta ?? {})) {
    const day = keys.test(key.trim()) ? readDay(value) : null;
    if (day) return { day, evidence: evidence('meta', `${key}: ${value}`, null, `published ${day}`) };
  }
  return null;
}

/**
 * The first labelled day before or behind the report, also with its label on the line before, or a day alone on the line
 * under the title; a day of writing only where no other is labelled.
 */
function inLines(lines: Line[], title: FoundTitle | null): Told | null {
  let written: Told | null = null;
  const told = lines.filter((candidate) => candidate.part !== 'body').slice(0, LINES_READ);
  const under = title?.from === 'line' ? told[told.findIndex((line) => line.at === title.at) + 1] : undefined;
  for (const [i, line] of told.entries()) {
    const before = told[i - 1];
    if (line.text.length > LONGEST_LINE) continue;
    if (DAY_ALONE.test(line.text) && (line === under || LABEL_ALONE.test(before?.text ?? ''))) {
      const day = readDay(line.text);
      if (day) return { day, evidence: evidence('date', line.text, line.at, `published ${day}`) };
    }
    for (const { index, 0: label } of line.text.matchAll(LABELLED)) {
      if (CHANGED.test(line.text.slice(Math.max(0, index - 2), index + label.length))) continue;
      const dated = line.text.slice(index);
      const day = readDay(dated);
      if (!day) continue;
      const told = { day, evidence: evidence('date', dated, line.at, `published ${day}`) };
      if (!WRITTEN.test(label)) return told;
      written ??= told;
    }
  }
  return written;
}

/** First whole date in a text, as YYYY-MM-DD; null for a date with eaten digits or one that no calendar has. */
function readDay(text: string): string | null {
  const match = DATE.exec(text);
  return match ? isoDay(match[1] as string, match[2] as string, match[3] as string) : null;
}

/** Day in an address such as t20230109_5248417.html, /2023/1/31/ or /2010-04/06/; null where only a month stands. */
function dayInAddress(url: string): string | null {
  const match =
    /\/t(20[0-4]\d)([01]\d)([0-3]\d)_/.exec(url) ??
    /\/(20[0-4]\d)[-/](0?[1-9]|1[0-2])[-/](0[1-9]|[12]\d|3[01]|[1-9])\//.exec(url) ??
    /\/(20[0-4]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\//.exec(url) ??
    /\/(20[0-4]\d)\/(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])\//.exec(url) ??
    // A time of day behind the day: 2023042315081546967
    /\/(20[0-4]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d\d{3,}[/.]/.exec(url);
  return match ? isoDay(match[1] as string, match[2] as string, match[3] as string) : null;
}

/** Year and month in an address such as /202301/; null where there are none. */
export function monthInAddress(url: string): { year: number; month: number } | null {
  const day = dayInAddress(url);
  const match = day ? /^(\d{4})-(\d\d)/.exec(day) : /\/(20[0-4]\d)[-/]?(0[1-9]|1[0-2])\//.exec(url);
  return match ? { year: Number(match[1]), month: Number(match[2]) } : null;
}

function isoDay(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}
