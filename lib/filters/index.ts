/** Filters: what each is (`registry`), the reader of addresses (`parse`) and their writer (`serialize`). */
export { childDimension } from './child-dimension';
export * from './parse';
export { BASES } from './parameters/basis';
export { CORPORA, type CorpusName } from './parameters/corpus';
export { FINDINGS_FILTERS } from './parameters/findings';
export { regionDepth, regionPrefix } from './region-prefix';
export * from './registry';
export { serializeFilters } from './serialize';
