import { DEFAULT_LABEL } from '../../../../../lib/i18n/language';
import { drawCardPicture } from '../../../../../lib/chart/svg/card-picture';
import { BYTE_ORDER_MARK, csvLines, headerLine } from '../../../../../lib/csv';
import { corpusOf } from '../../../../../lib/query';
import { corpusLabel } from '../../../../../lib/query/files/report-source';
import { fileNameOf } from '../../../../../lib/query/files/file-name';
import type { CardDefinition, CardModel, CardRequest } from '../../../../_card/model';
import { followedFilters } from '../../../../_card/taken-filters';
import { cardById } from '../../../../cards/index';
import { fileHeaders } from '../../../_http/file-headers';
import { tagged } from '../../../_http/etag';
import { answering, paramsOf } from '../../../_http/json';
import { CORS_HEADERS } from '../../../../../lib/server/cors';
import { notFound } from '../../../_http/problem';
import { cardRequest } from '../card-request';
import { pictureFoot } from '../picture-foot';
import { lightTokens } from '../light-tokens';

export const dynamic = 'force-dynamic';

const METRIC_ID = /^[a-z][a-z_]*$/;

type Context = { params: Promise<{ file: string }> };

/** A card as `<card>.svg`, the picture with title and source inside, or `<card>.csv`, the rows of its table. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answering(async () => {
    const { file } = await params;
    const [, id = '', format = ''] = /^([\w-]+)\.(svg|csv)$/.exec(file) ?? [];
    const card = cardById(id);
    if (!card) return notFound('card file', file);
    const { cardOf, filters, bom } = cardRequest(paramsOf(request), card);
    return tagged(request, filters.corpus, async () => {
      const asked = await cardOf();
      const model = await card.load(asked);
      if (format === 'csv') return csvFile(card, model, asked, bom);
      if (!model) return notFound('figure of this card', file);
      return svgFile(card, model, asked);
    });
  });
}

async function csvFile(
  card: CardDefinition,
  model: CardModel | null,
  asked: CardRequest,
  bom: boolean,
): Promise<Response> {
  const { filters } = asked;
  const columns = [...(model?.table.columns ?? []), { id: 'corpus', label: 'corpus', unit: null }];
  const rows = (model?.table.rows ?? []).map((row) => [
    ...row.cells.map((cell) => cell.value),
    corpusLabel(filters),
  ]);
  const headers = fileHeaders(await cardName(card, model, asked), 'csv', filters, rows.length);
  return new Response((bom ? BYTE_ORDER_MARK : '') + headerLine(columns) + csvLines(rows), { headers });
}

/** The name of the card's files: of the filters that its figures follow and of its own parameters. */
function cardName(card: CardDefinition, model: CardModel | null, asked: CardRequest): Promise<string> {
  const filters = followedFilters(model, asked);
  const own = Object.keys(card.own ?? {}).flatMap((name) => {
    const value = asked.parameters[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const words = [...own.map(([, value]) => value), ...(asked.label === DEFAULT_LABEL ? [] : [asked.label])];
  // One measure is a word of a closed list; of several parameters, or of names, the words alone would not do.
  const isPlain = own.length === 0 || (own.length === 1 && METRIC_ID.test(own[0]?.[1] ?? ''));
  const further = isPlain ? '' : JSON.stringify(own);
  return fileNameOf(corpusOf(filters.corpus), { kind: `ogi-${card.id}`, filters, words, further });
}

async function svgFile(card: CardDefinition, model: CardModel, asked: CardRequest): Promise<Response> {
  const { filters } = asked;
  const svg = drawCardPicture(
    {
      title: card.title(asked),
      subtitle: model.subtitle,
      summary: model.summary,
      key: model.key?.items ?? [],
      panels: model.panels,
      foot: pictureFoot(card, model, asked),
    },
    lightTokens(),
  );
  const csv = fileHeaders(await cardName(card, model, asked), 'csv', filters, model.table.rows.length);
  return new Response(svg, {
    headers: {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Content-Disposition': (csv['Content-Disposition'] ?? '')
        .replace('attachment', 'inline')
        .replaceAll('.csv', '.svg'),
      ...CORS_HEADERS,
    },
  });
}
