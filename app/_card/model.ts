/**
 * What a card of the site is, apart from how it is shown: one definition feeds the page, the embedded card, the svg file
 * and the CSV file, so that chart, table and file cannot disagree.
 */
import type { KeyItem, PanelWords } from '../../lib/chart/svg/card-picture';
import type { ChartSpec } from '../../lib/chart/chart';
import type { Filters } from '../../lib/filters';
import type { Dimension, FilterOptions, Meta } from '../../lib/query/index';
import type { OwnParameters, PageContext } from '../_request/page-context';

/** What a card knows of the request; the same on a page and in a file. */
export type CardRequest = Pick<PageContext, 'language' | 'label' | 't' | 'filters' | 'parameters'> & {
  options: FilterOptions;
};

export type CardColumn = {
  id: string;
  label: string;
  unit: string | null;
  numeric: boolean;
  /** Only in files: codes, numerators, counts that the shown table writes small. */
  fileOnly?: boolean;
};

/** `value` as files write it, `text` as the table shows it; `absent`: the text is a word for a missing value. */
export type CardCell = {
  value: string | number | null;
  text: string;
  absent?: boolean;
  note?: string;
  /** Change of the page's address to which the cell links. */
  link?: Record<string, string>;
  foreign?: boolean;
};

export type CardRow = {
  id: string;
  cells: CardCell[];
  /** A double rule above: here the 2021 form begins. */
  afterCut?: boolean;
};

/** The rows of a chart, in its order. */
export type CardTable = { columns: CardColumn[]; rows: CardRow[] };

export type CardPanel = {
  id: string;
  title: string | null;
  foreign?: boolean;
  words?: PanelWords;
  /** What the title leads to on the page: another of its cards, with some parameters changed. */
  link?: { card: string; change: Record<string, string | null>; current: boolean };
  spec: ChartSpec;
};

/** Reports from which a card has its figures, as values by a dimension; `name` tells several apart. */
export type CardSlice = { name?: string; filters: Filters; by: Dimension };

/** Links that choose what a card shows: each changes some parameters of the page. */
export type CardChoices = {
  name: string;
  items: { text: string; change: Record<string, string | null>; current: boolean }[];
};

export type CardModel = {
  /** Measure, unit, place, period, reading hint. */
  subtitle: string;
  /** One sentence computed from the data. */
  summary: string | null;
  /** Where the figures stand on the form. */
  source: string;
  key: { name: string; items: KeyItem[] } | null;
  panels: CardPanel[];
  /** `panels`: small multiples; `stacked`: below each other; `map`: a map with its list beside it; `strips`: in two columns. */
  layout: 'panels' | 'stacked' | 'map' | 'strips';
  /** Takes the whole width of the page. */
  wide?: boolean;
  choices: CardChoices | null;
  table: CardTable;
  /** Ids of the metrics shown, for the notes. */
  metrics: readonly string[];
  /** What is said of the method before the definitions of the metrics, with the audit rule that holds it. */
  notes?: { text: string; rule?: string };
  /** Reports that have every figure of the card, of those of the meta; `coverage` says it of something else than reports. */
  counted: number;
  coverage?: string;
  meta: Pick<Meta, 'corpus_version' | 'reports'> & Partial<Pick<Meta, 'filters'>>;
  /** What the figures are from, where that is not the slice of the filters: a file of values each, and the reports behind it. */
  slices?: CardSlice[];
};

export type CardDefinition = {
  /** In addresses and on the page; unique in the site. */
  id: string;
  /** The page on which the card stands; a part in brackets is the filter of that name: `/agencies/[agency]`. */
  path: string;
  /** The filters that mean something to the card, where not all do; the others are passed over. */
  takes?: readonly (keyof Filters)[];
  /** What the page understands beside the filters and the card depends on. */
  own?: OwnParameters;
  title: (request: Pick<CardRequest, 't' | 'label' | 'filters' | 'parameters'>) => string;
  /** The card for a request; null when the slice has nothing to show in it. */
  load: (request: CardRequest) => Promise<CardModel | null>;
};
