/**
 * What a clause says of all that the clause before counted: 收到申请3件,均已答复 handled three. Nothing is said where the
 * sentence gives several totals or requests carried over, since it is then open what "all" means.
 */
type Said = { field: string; value: number };

const ALL = '(?:都|均|全部|全|皆|已全部|已均|均已|已|全都|其)';
const WHOLE: { total: string; field: string; words: RegExp }[] = [
  {
    total: 'requests.new_requests.total',
    field: 'requests.new_requests.natural_person',
    words: new RegExp(`(?:申请人|${ALL})(?:部|是|为|由|系|来自|属于?)*自然人`, 'u'),
  },
  {
    total: 'requests.new_requests.total',
    field: 'requests.outcomes_total.total',
    words:
      /^(?:(?:目前|现|且)?(?:已经?)?(?:均|都|全部|皆)(?:已经?|予以|依法|依规)*(?:按时|按期|及时|在[^，。；]{0,8}(?:期限|时间|时限)内|按照?规定|按要求|在法定时限内)*(?:予以|进行)?(?:了)?(?:办结|答复|回复|办理完毕)|按(?:时|期)(?:答复|办结)率(?:为|达)?100%)/u,
  },
  {
    total: 'requests.new_requests.total',
    field: 'requests.denied',
    words: /^(?:均|都|全部|皆)(?:为|是|作出|依法|决定)*不(?:予|同意)公开/u,
  },
  {
    total: 'requests.new_requests.total',
    field: 'requests.granted.total',
    words: /^(?:均|都|全部|皆)(?:已|依法|按时|为|是)*(?:予以|同意)公开(?!部分)/u,
  },
  {
    total: 'proceedings.reconsideration.total',
    field: 'proceedings.reconsideration.upheld',
    words: /^(?:复议)?(?:结果)?(?:均|都|全部)?(?:为|被|是)?(?:结果)?维持(?:原行政行为|原决定)?[，,。;；]?$/u,
  },
  {
    total: 'proceedings.reconsideration.total',
    field: 'proceedings.reconsideration.corrected',
    words:
      /^(?:复议)?(?:结果)?(?:均|都|全部)?(?:为|被|是)?(?:结果)?(?:纠正|纠错|撤销)(?:原行政行为|原决定)?[，,。;；]?$/u,
  },
];

/** The counts that a folded clause states of all that its sentence counted before; none where that is not one total. */
export function countsOfWhole(clause: string, before: readonly Said[]): Said[] {
  return WHOLE.flatMap(({ total, field, words }) => {
    if (!words.test(clause)) return [];
    const totals = before.filter((count) => count.field === total);
    const isCarried = before.some(
      (count) => /carried_(?:in|out)/.test(count.field) && count.value > 0 && total.startsWith('requests'),
    );
    const [only, other] = totals;
    if (!only || other || isCarried || before.some((count) => count.field === field)) return [];
    return [{ field, value: only.value }];
  });
}

const RESULTS: { field: string; words: RegExp }[] = [
  { field: 'upheld', words: /^(?:其中)?(?:结果)?维持(?:的)?(?<n>\d{1,6})[件起宗]/u },
  { field: 'corrected', words: /^(?:其中)?(?:结果)?(?:纠正|纠错|撤销)(?:的)?(?<n>\d{1,6})[件起宗]/u },
  { field: 'other_result', words: /^(?:其中)?其他结果(?:的)?(?<n>\d{1,6})[件起宗]/u },
  { field: 'pending', words: /^(?:其中)?(?:尚未审结|尚未办结|未审结)(?:的)?(?<n>\d{1,6})[件起宗]/u },
];

/** How reviews ended, where the clause before named them: 行政复议66件,结果维持33件. Null for a suit: of which kind is open. */
export function resultOfReview(piece: string, before: readonly Said[]): Said | null {
  const subject = before.findLast(
    (count) => count.field === 'narrative.litigation' || count.field.startsWith('proceedings.'),
  );
  if (subject?.field === undefined || subject.field === 'narrative.litigation') return null;
  for (const { field, words } of RESULTS) {
    const value = words.exec(piece)?.groups?.n;
    if (value !== undefined) return { field: `proceedings.reconsideration.${field}`, value: Number(value) };
  }
  return null;
}
