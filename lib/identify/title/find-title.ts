/** Where a report's title stands: finding it among what the caller, the page and the text offer. */
import type { Line } from '../lines';
import { cutTitle, isReportTitle, type Title } from './cut-title';

export type FoundTitle = Title & { at: Line['at'] | null; from: 'given' | 'meta' | 'line' | 'container' };

/** Titles told from outside the text, in the order in which they are believed. */
export type OfferedTitles = {
  /** What the caller says it is. */
  given: string | null;
  /** What the page's meta says. */
  meta: string | null;
  /** What the container (HTML title, Word property) or a wiki's address says; often a site's name or an old title. */
  containers: (string | null)[];
};

/** Both scripts: a title may come as it was printed. */
const SUBJECT = /(?:信息|資訊)公[开開]|政[务務]公[开開]/;
/** A title that a sentence names: 现编制形成了《…年度报告》. */
const QUOTED = /(?:编制|形成|公布|发布|撰写|起草)[^。;《]{0,12}《([^《》]{8,90})》/;
const LINES_TRIED = 200;
const LONGEST_LINE = 120;
const LONGEST_PIECE = 40;

/**
 * The report's title: the one given, the one a page's meta states, or the line that looks most like one before the
 * first chapter; null where there is none. A title printed on two or three lines is joined.
 */
export function findTitle(offered: OfferedTitles, lines: Line[]): FoundTitle | null {
  if (offered.given) {
    const title = cutTitle(offered.given);
    if (isReportTitle(title.text) || (lines.length === 0 && (title.agency || title.year)))
      return { ...title, from: 'given', at: null };
  }
  const candidates: (FoundTitle & { score: number })[] = [];
  const add = (raw: string, from: FoundTitle['from'], at: Line['at'] | null, bonus: number): void => {
    if (!SUBJECT.test(raw)) return;
    const title = cutTitle(raw);
    if (!isReportTitle(title.text)) return;
    candidates.push({ ...title, from, at, score: (title.agency ? 4 : 0) + (title.year ? 2 : 0) + bonus });
  };
  if (offered.meta) add(offered.meta, 'meta', null, 1.5);
  const head = lines.filter((line) => line.part === 'head').slice(0, LINES_TRIED);
  head.forEach((line, i) => {
    const late = i / (head.length + 1);
    if (line.text.length <= LONGEST_LINE) add(line.text, 'line', line.at, 1 + late);
    const quoted = QUOTED.exec(line.text)?.[1];
    if (quoted) add(quoted, 'line', line.at, 0.8 + late);
    const joined = joinPieces(head, i);
    if (joined) add(joined, 'line', line.at, 1.2 + late);
  });
  if (candidates.every((candidate) => candidate.from !== 'line')) {
    const inBody = lines.slice(0, LINES_TRIED).find(({ text, part }) => part !== 'foot' && isTitleLine(text));
    if (inBody) add(inBody.text, 'line', inBody.at, 0.5);
  }
  for (const container of offered.containers) if (container) add(container, 'container', null, 0.4);
  candidates.sort((a, b) => b.score - a.score);
  return candidates[0] ?? null;
}

const isTitleLine = (text: string): boolean =>
  text.length <= LONGEST_LINE && SUBJECT.test(text) && isReportTitle(cutTitle(text).text);

const FIRST_PIECE =
  /(?:政府|局|委员会|委|厅|办公室|办|处|镇|乡|街道|苏木|院|站|中心|会|区|县|市|旗|州|盟|年|年度|政府信息|政务|信息公开|信息公开工作)$/;
const NEXT_PIECE =
  /^(?:20\d\d年?度?)?(?:政府|政务)?信息公开|^(?:20\d\d年?度?)?政务公开|^公开(?:工作)?(?:年度)?报告|^(?:工作)?年度报告|^20\d\d年度?$|^20\d\d年度?政府信息$/;

/** A title printed on two or three lines: an agency or a year, then the subject. Null where the lines do not go on. */
function joinPieces(head: Line[], from: number): string | null {
  const first = head[from]?.text ?? '';
  if (first.length > LONGEST_PIECE || !FIRST_PIECE.test(first) || isReportTitle(first)) return null;
  let joined = first;
  for (const { text } of head.slice(from + 1, from + 3)) {
    if (text.length > LONGEST_PIECE || !NEXT_PIECE.test(text)) break;
    joined += text;
    if (isReportTitle(joined)) return joined;
  }
  return null;
}
