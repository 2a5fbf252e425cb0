/** Filters: values and serializer (`values`, free of zod, for the client) and the reader of URLs (`parse`). */
export { childDimension } from './child-dimension';
export * from './parse';
export * from './values';
