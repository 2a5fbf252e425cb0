/** Keeps the chosen theme and goes back to the page: the theme switch without JavaScript. */
import { parseTheme, THEME_COOKIE } from '../_request/theme';

const YEAR_IN_SECONDS = 31_536_000;

/** 303 to `back` (a path of this site only) with the theme in a cookie; `auto` takes the cookie away. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const theme = parseTheme(text('theme'));
  const back = /^\/(?![/\\])[\x21-\x7e]*$/.test(text('back')) ? text('back') : '/';
  const age = theme === 'auto' ? 0 : YEAR_IN_SECONDS;
  return new Response(null, {
    status: 303,
    headers: {
      location: back,
      'set-cookie': `${THEME_COOKIE}=${theme}; Path=/; Max-Age=${age}; SameSite=Lax`,
    },
  });
}
