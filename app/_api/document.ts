/** What the page about the API reads of the OpenAPI document. */
import { openApiDocument } from '../api/_http/openapi';

export type Schema = {
  type?: string;
  enum?: readonly (string | number)[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  default?: unknown;
};

export type Parameter = {
  name: string;
  in: 'query' | 'path';
  description?: string;
  required?: boolean;
  schema: Schema;
};

export type Operation = {
  path: string;
  id: string;
  summary: string;
  parameters: Parameter[];
  /** Media types of the answer, without charset. */
  types: string[];
};

type Document = {
  paths: Record<
    string,
    {
      get: {
        operationId: string;
        summary: string;
        parameters?: Parameter[];
        responses: Record<string, { content?: Record<string, unknown> }>;
      };
    }
  >;
};

/** Every operation of the document in its order. All of them are GET. */
export function operations(): Operation[] {
  const { paths } = openApiDocument() as unknown as Document;
  return Object.entries(paths).map(([path, { get }]) => ({
    path,
    id: get.operationId,
    summary: get.summary,
    parameters: get.parameters ?? [],
    types: Object.keys(get.responses['200']?.content ?? {}),
  }));
}
