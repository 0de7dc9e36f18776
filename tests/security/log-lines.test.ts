import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleToLog } from '#bot/console-to-log.ts';
import { createLogger } from '#bot/logger.ts';
import { nastyStrings } from '../fuzz/nasty-values.ts';
import { type AppOnLoopback, startApp } from '../replay/app-on-loopback.ts';
import { buildActivity } from '../support/activities.ts';
import { registration, serviceUrl, startFakeAuthority } from '../support/teams-registration.ts';

/** A line that somebody would like to see in the log. */
const forged = '{"level":50,"time":1,"forged":true,"msg":"admin signed in"}';
/** Ends the line, or makes a terminal, a pager or a reader of lines act. */
const hostile: readonly string[] = [
  `x\n${forged}\n`,
  `x\r\n${forged}\r\n`,
  `x","forged":true,"y":"`,
  `x\\","forged":true,"y":"`,
  `x\u2028${forged}\u2029`,
  `x\u0085${forged}`,
  '\u001b[2J\u001b[1;1H\u001b]0;forged\u0007',
  '\u009b2J\u009d0;forged\u009c',
  '\u0000\u0008\u007f',
  '\u202eniart\u2066\ufeff\u200b',
  '__proto__',
];
const more: readonly string[] = [...hostile, ...nastyStrings];

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const acting = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** What is wrong with what was written to the log, as a reader of lines sees it. */
function faultsIn(written: string): string[] {
  if (written !== '' && !written.endsWith('\n')) return ['the last line does not end'];
  return written.split('\n').slice(0, -1).flatMap(faultOf);
}

function faultOf(line: string): string[] {
  if (acting.test(line)) return [`acts: ${JSON.stringify(line)}`];
  const read = parse(line);
  if (typeof read !== 'object' || read === null || !('msg' in read)) return [`no line of ours: ${line}`];
  if (Object.hasOwn(read, 'forged') || Object.hasOwn(read, '__proto__')) return [`forged: ${line}`];
  return [];
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

let written = '';
const logger = createLogger('trace', {
  write(text: string) {
    written += text;
  },
});
const kept = { ...console };
let app: AppOnLoopback;
let authority: Awaited<ReturnType<typeof startFakeAuthority>>;
beforeAll(async () => {
  consoleToLog(console, logger);
  [app, authority] = await Promise.all([startApp({ logger }), startFakeAuthority()]);
});
afterAll(async () => {
  Object.assign(console, kept);
  await Promise.all([app?.close(), authority?.close()]);
});

/** Lets the lines of a request be written before they are read. */
async function lines(work: () => Promise<unknown>): Promise<string> {
  const from = written.length;
  await work();
  await expect.poll(() => written.slice(from)).toContain('"msg":"request"');
  return written.slice(from);
}

/** As written, past what fetch would refuse to send. Null when Node's client cannot write it either. */
function send(path: string, headers: Record<string, string>, body?: string): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  try {
    const sending = httpRequest(
      new URL(app.url),
      { method: body === undefined ? 'GET' : 'POST', path, headers },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? null));
      },
    );
    sending.on('error', () => resolve(null));
    sending.end(body);
  } catch {
    resolve(null);
  }
  return promise;
}

const person = { aadObjectId: '00fed3d6-36a2-5585-9065-3d1bf1869d69', name: 'Hanna Nilsson' };

describe('a line of the log', () => {
  it('is one line with its own fields, whatever is in its values, its keys or an error', () => {
    const from = written.length;
    for (const text of more) {
      logger.warn({ path: text, error: text, list: [text], inner: { [text]: text } }, 'activity refused');
      logger.error({ err: new Error(text) }, 'turn failed');
    }
    const own = written.slice(from);
    expect(own.split('\n')).toHaveLength(2 * more.length + 1);
    expect(faultsIn(own)).toEqual([]);
    const first = JSON.parse(own.split('\n', 1)[0] ?? '');
    expect(first).toMatchObject({ path: hostile[0], msg: 'activity refused' });
  });

  it('would be seen here if it were forged', () => {
    for (const text of [`x\n${forged}`, `x\n`, '\u009b2J', '\u2028', `{"a":"${hostile[2]}","msg":"x"}`])
      expect(faultsIn(`${text}\n`)).not.toEqual([]);
    expect(faultsIn('{"msg":"x"}')).not.toEqual([]);
    expect(faultsIn('{"msg":"x"}\n')).toEqual([]);
  });

  it('is what a library writes to the console, too', () => {
    const from = written.length;
    // biome-ignore lint/suspicious/noConsole: as a library does it
    for (const text of more) console.error(text, new Error(text));
    expect(written.length).toBeGreaterThan(from);
    expect(faultsIn(written.slice(from))).toEqual([]);
  });
});

describe('nobody puts a line or a field into the log', () => {
  it('by what a person is called, writes, or has for ids', async () => {
    for (const text of hostile) {
      const own = await lines(async () => {
        await app.post({ ...person, name: text }, 'personal-message', { text });
        await app.post(person, 'personal-message', { id: text, replyToId: text, locale: text });
        await app.post(person, 'personal-message', { [text]: text, type: text });
        await app.post(person, 'personal-message', {
          conversation: { id: text, conversationType: text, tenantId: registration.tenantId },
        });
      });
      expect(faultsIn(own)).toEqual([]);
    }
  });

  it('by the data of a button', async () => {
    for (const text of hostile) {
      const own = await lines(() =>
        app.post(person, 'submit-press', { value: { verb: text, caseId: text, [text]: text } }),
      );
      expect(faultsIn(own)).toEqual([]);
    }
  });

  it('by an address, a header or a body', async () => {
    for (const text of hostile) {
      const own = await lines(async () => {
        const inAddress = encodeURIComponent(text.toWellFormed()).slice(0, 4_000);
        await send(`/${inAddress}?${inAddress}=${inAddress}`, {});
        await send(`/api/webhooks/contractor/${inAddress}`, { 'content-type': 'application/json' }, text);
        await send(`/api/v1/notes/${inAddress}`, {});
        await send('/api/messages', { 'content-type': 'application/json' }, text);
        for (const header of ['x-request-id', 'traceparent', 'user-agent', 'accept-language', 'referer'])
          await send('/nothing', { [header]: text });
      });
      expect(faultsIn(own)).toEqual([]);
    }
  });

  it('by a token that nobody signed', async () => {
    for (const text of hostile) {
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const raw = Buffer.from(`{"alg":"RS256","kid":"k1"\n${text}`).toString('base64url');
      const claims = { iss: 'https://api.botframework.com', serviceurl: serviceUrl, aud: text, oid: text };
      const body = JSON.stringify(buildActivity('personal-message', { serviceUrl }));
      const own = await lines(async () => {
        for (const header of [part({ alg: text, kid: 'k1' }), part({ alg: 'RS256', kid: text }), raw])
          for (const token of [`${header}.${part(claims)}.x`, `${header}.${raw}.x`])
            await send(
              '/api/messages',
              { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
              body,
            );
      });
      expect(own).toContain('activity turned away');
      expect(faultsIn(own)).toEqual([]);
    }
  });

  it('by what botbuilder writes of a token to the console', async () => {
    const headers = { authorization: `Bearer ${authority.sign()}`, 'content-type': 'application/json' };
    const body = JSON.stringify(buildActivity('personal-message', { serviceUrl }));
    const own = await lines(() => send('/api/messages', headers, body));
    expect(own).toContain('a library wrote to the console');
    expect(faultsIn(own)).toEqual([]);
  });
});
