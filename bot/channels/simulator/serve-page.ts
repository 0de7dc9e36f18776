import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { type RequestHandler, type Response, Router } from 'express';

const folder = join(import.meta.dirname, 'page');
const require = createRequire(import.meta.url);

/** Nothing from the network, nothing inline: a card or a message can bring no code of its own. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const pageHeaders: RequestHandler = (_, response, next) => {
  response.set({
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  });
  next();
};

/** The page's own files and the two libraries that it uses, under `/simulator`. */
export function createFileRoutes(): Router {
  const routes = Router();
  for (const name of readdirSync(folder)) {
    routes.get(`/page/${name}`, (_, response) => sendFile(response, name));
  }
  routes.get('/vendor/adaptivecards.js', (_, response) =>
    sendScript(response, require.resolve('adaptivecards/dist/adaptivecards.min.js')),
  );
  routes.get('/vendor/markdown-it.js', (_, response) =>
    sendScript(response, join(packageFolder('markdown-it'), 'dist', 'browser', 'markdown-it.umd.min.js')),
  );
  return routes;
}

export function sendIndex(response: Response): void {
  sendFile(response, 'index.html');
}

function sendFile(response: Response, name: string): void {
  const text = readFileSync(join(folder, name), 'utf8');
  if (name.endsWith('.ts')) response.type('text/javascript').send(stripTypeScriptTypes(text));
  else response.type(name).send(text);
}

function sendScript(response: Response, path: string): void {
  response.type('text/javascript').send(readFileSync(path, 'utf8'));
}

/** The package's `exports` name no browser file, so its folder is found by its entry point. */
function packageFolder(name: string): string {
  const entry = require.resolve(name);
  return entry.slice(
    0,
    entry.lastIndexOf(`${join('node_modules', name)}`) + join('node_modules', name).length,
  );
}
