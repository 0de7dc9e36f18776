import type { ApiOnLoopback } from './api-on-loopback.ts';
import { serveTab, type TabOnLoopback } from './tab-on-loopback.ts';

/** The built tab before an API that runs on this machine: questions only, no bodies. */
export function startTabOver(api: Pick<ApiOnLoopback, 'url'>): Promise<TabOnLoopback> {
  return serveTab(async (request, response) => {
    const { authorization, 'accept-language': language } = request.headers;
    const asked = await fetch(api.url.replace('/api/v1', request.url ?? ''), {
      headers: { authorization: authorization ?? '', 'accept-language': language ?? 'sv' },
    });
    response.writeHead(asked.status, { 'content-type': asked.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await asked.arrayBuffer()));
  });
}
