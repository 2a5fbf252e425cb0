/** Headers that let other sites read an answer (CORS): the API answers the same to everybody and knows no one. */
export const OPEN_TO_ALL = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Content-Disposition, ETag, Link, X-Corpus, X-Row-Count',
};
