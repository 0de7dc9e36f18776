import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { goodAnswer, startFaultyImap } from '../support/faulty-imap.ts';
import { mailWorld } from '../support/mail-answers.ts';

const secret = 'programmets-hemlighet';
const token = 'eyJ.bevis.x';

let imap: Awaited<ReturnType<typeof startFaultyImap>>;
let asked: URLSearchParams[];
let answer: { status: number; body: string };
let closeIssuer: () => Promise<unknown>;
let tokenUrl: string;

beforeEach(async () => {
  asked = [];
  answer = { status: 200, body: JSON.stringify({ access_token: token, expires_in: 3_600 }) };
  const issuer = createServer(async (request, response) => {
    asked.push(new URLSearchParams(await text(request)));
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  const address = issuer.address();
  tokenUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/token`;
  closeIssuer = () => new Promise((resolve) => issuer.close(resolve));
  imap = await startFaultyImap('* OK ready\r\n', (command, tag) => {
    if (command.startsWith('CAPABILITY'))
      return `* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2\r\n${tag} OK\r\n`;
    return goodAnswer(command, tag);
  });
});
afterEach(async () => {
  await imap.close();
  await closeIssuer();
});

const world = (url = tokenUrl) =>
  mailWorld(imap.port, 'vaktis@kommunen.example', {
    password: secret,
    settings: {
      imap: {
        host: '127.0.0.1',
        port: imap.port,
        tls: 'none',
        oauth: { token_url: url, client_id: 'program', scope: 'https://mail.example/.default' },
      },
    },
  });

describe('a mailbox that takes no passwords', () => {
  test('is signed in to with a token, asked for as an application; the secret never goes there', async () => {
    expect(await world().look()).toMatchObject([{ text: 'Brev 1' }, { text: 'Brev 2' }]);
    expect(Object.fromEntries(asked[0] ?? [])).toEqual({
      grant_type: 'client_credentials',
      client_id: 'program',
      client_secret: secret,
      scope: 'https://mail.example/.default',
    });
    const signIn = imap.commands.find((command) => command.startsWith('AUTHENTICATE XOAUTH2')) ?? '';
    const said = Buffer.from(signIn.split(' ')[2] ?? '', 'base64').toString();
    expect(said).toContain('user=vaktis@kommunen.example');
    expect(said).toContain(`Bearer ${token}`);
    expect(said).not.toContain(secret);
  });

  test.each([
    [401, '{"error":"invalid_client"}'],
    [500, 'oj'],
    [200, '{}'],
    [200, 'inte json'],
    [302, ''],
  ])('is not read when the token is answered %d %s, and the error tells no secret', async (status, body) => {
    answer = { status, body };
    const failure = await world()
      .look()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OutsideSystemFailed);
    expect(String(failure)).not.toMatch(/hemlighet|bevis/);
    expect(imap.commands).toEqual([]);
  });

  test('has its token from https only, but for this machine', async () => {
    const failure = await world('http://issuer.example/token')
      .look()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      retryable: false,
      message: expect.stringContaining('imap.oauth.token_url'),
    });
  });
});
