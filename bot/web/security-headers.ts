import type { RequestHandler } from 'express';
import helmet from 'helmet';

const own = "'self'";

/**
 * Nothing may be loaded but from here. The simulator's page also needs inline styles (the card renderer sets
 * them) and data: images, and talks to its own server; it is never framed.
 */
export function createSecurityHeaders(page: { simulator: boolean }): RequestHandler {
  const none = ["'none'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: page.simulator
        ? {
            defaultSrc: none,
            scriptSrc: [own],
            styleSrc: [own, "'unsafe-inline'"],
            imgSrc: [own, 'data:'],
            fontSrc: [own],
            connectSrc: [own],
            baseUri: none,
            formAction: none,
            frameAncestors: none,
          }
        : { defaultSrc: none, baseUri: none, formAction: none, frameAncestors: none },
    },
    // The simulator is served over http on this machine, where a lasting order to use https would break it.
    strictTransportSecurity: page.simulator ? false : { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'no-referrer' },
  });
}
