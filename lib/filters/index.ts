/** Filters: values and serializer (`values`, free of zod, for the client) and the reader of URLs (`parse`). */
export * from './parse';
export * from './values';
