import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

export type TabPages = {
  /** Where the built tab lies. */
  readonly folder: string;
  /** Without a registration it is a page of its own beside the simulator; else Teams frames it. */
  readonly inTeams: boolean;
};

/** Teams' own pages, which frame the tab: https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements */
const teamsHosts = 'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft';
/** Where teams-js reads the list of hosts that it may trust; it has a list of its own for when it cannot. */
const teamsList = 'https://res.cdn.office.net';

/** The editors' tab as it was built, under /tab. Its data comes from the API, so its files are for everybody. */
export function createTabPages({ folder, inTeams }: TabPages): Router {
  const router = Router();
  router.use(createTabHeaders(inTeams));
  // Names of these files hold a hash of what they hold: they never change.
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d' }));
  router.get('/', (request, response) => {
    if (!request.originalUrl.startsWith('/tab/')) {
      response.redirect(308, request.originalUrl.replace(/^\/tab/, '/tab/'));
      return;
    }
    response.set('Cache-Control', 'no-cache');
    response.sendFile('index.html', { root: folder, cacheControl: false }, (error) => {
      if (!error || response.headersSent) return;
      response.status(503).type('text/plain').send(notBuilt);
    });
  });
  return router;
}

/** For whoever runs the server: it is not a page that people should ever see. */
const notBuilt = 'The editors’ tab is not built. Run: npm run build:tab\n';

/** Scripts from here only; Fluent writes its styles while it runs, and notes' pictures come from memory. */
function createTabHeaders(inTeams: boolean): RequestHandler {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${inTeams ? ` ${teamsList}` : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${inTeams ? teamsHosts : "'self'"}`,
  ].join('; ');
  return (_request, response, next) => {
    response.removeHeader('X-Frame-Options');
    response.set({
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    });
    next();
  };
}
