/** The questions the store answers. Pages, API and downloads ask nothing else. */
export * from './agencies';
export * from './agency-history';
export * from './agency-list';
export * from './answer';
export * from './cells';
export * from './columns';
export * from './coverage';
export * from './dimensions';
export * from './distribution';
export * from './filter-options';
export * from './headline';
export * from './metrics';
export * from './page';
export * from './peers';
export * from './report';
export * from './report-table';
export * from './reports';
export { type Corpus, corpusOf } from '../store/corpora';
