/** A running site, asked over HTTP by a reader who waits when told to. */

export type HttpSite = {
  address: string;
  /** An answer of the site; waits and asks again when it is told that it asked too often. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  text: (path: string, init?: RequestInit) => Promise<string>;
};

/** The site that runs at `address`. */
export function siteAt(address: string): HttpSite {
  const ask = (path: string, init?: RequestInit): Promise<Response> => patientFetch(address + path, init);
  return { address, ask, text: async (path, init) => (await ask(path, init)).text() };
}

/** A kept connection that the server closes in the moment of asking is asked for once more. */
async function patientFetch(url: string, init?: RequestInit): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const answer = await fetch(url, init).catch((error: unknown) => {
      if (tries > 1 || init?.signal?.aborted) throw error;
      return null;
    });
    if (answer === null) continue;
    if (answer.status !== 429 || tries > 5) return answer;
    await answer.body?.cancel();
    const seconds = Number(answer.headers.get('retry-after') ?? 5);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

/** An address with some parameters added or changed. */
export function changed(path: string, changes: Record<string, string>): string {
  const url = new URL(path, 'http://site');
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  return url.pathname + url.search.replaceAll('%2C', ',');
}
