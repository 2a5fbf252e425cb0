/**
 * Runs before every page: settles the language (the root layout cannot see the address), and gives each state of a
 * form one address by taking away the parameters that a plain GET form sends empty.
 */
import { type NextRequest, NextResponse } from 'next/server';
import { negotiateLanguage } from './lib/i18n/language';

/** Continues with the language in `x-language`, or redirects (307) to the address without its empty parameters. */
export function proxy(request: NextRequest): NextResponse {
  const url = request.nextUrl.clone();
  const empty = [...url.searchParams].filter(([, value]) => value.trim() === '').map(([name]) => name);
  if (empty.length > 0) {
    for (const name of empty)
      if (url.searchParams.getAll(name).every((each) => !each.trim())) url.searchParams.delete(name);
    if (url.search !== request.nextUrl.search) return NextResponse.redirect(url);
  }
  const head = new Headers(request.headers);
  const language = negotiateLanguage(url.searchParams.get('lang'), request.headers.get('accept-language'));
  head.set('x-language', language);
  const response = NextResponse.next({ request: { headers: head } });
  response.headers.set('content-language', language);
  response.headers.append('vary', 'accept-language, cookie');
  return response;
}

export const config = { matcher: ['/((?!api/|_next/|healthz|theme|icon.svg).*)'] };
