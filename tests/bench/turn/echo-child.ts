import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import express from 'express';
import { createConnectorCall, createConnectorHttp } from '#bot/channels/teams/connector-http.ts';
import { createKeepAliveSend } from '#bot/channels/teams/keep-alive-send.ts';
import { serveParent } from './child.ts';

/**
 * Microsoft's echo bot: the stock adapter on Express and one handler. `own` swaps nothing but the HTTP client that
 * sends for ours, as main.ts makes it, with its pace for each chat off as it is for Vaktis here.
 */
const own = process.argv[2] === 'own';
const call = createConnectorCall({
  fetch,
  send: createKeepAliveSend(),
  now: () => new Date(),
  wait: () => Promise.reject(new Error('nothing refuses here')),
  random: Math.random,
  pace: { reserve: () => 0 },
});
const httpClient = createConnectorHttp(call);
const authentication = own
  ? new ConfigurationBotFrameworkAuthentication({}, undefined, undefined, undefined, { httpClient })
  : new ConfigurationBotFrameworkAuthentication({});
const adapter = new CloudAdapter(authentication);
const app = express();
app.post('/api/messages', express.json(), (request, response) =>
  adapter.process(request, response, async (context) => {
    if (context.activity.type === 'message') await context.sendActivity(`Echo: ${context.activity.text}`);
  }),
);
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  serveParent(`http://127.0.0.1:${port}`, null, async () => void server.close());
});
