import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { promises as emailPromises } from '#adapters/contractor/email/index.ts';
import { promises as folderPromises } from '#adapters/contractor/folder/index.ts';
import type { ConnectorPromises } from '#adapters/contractor/promises.ts';
import { type ConnectorOptions, createContractorConnectors } from '#adapters/contractor/registry.ts';
import type { Contractor } from '#bot/desk/desk-settings.ts';
import { InvalidInput, NotAllowed, OutsideSystemFailed } from '#bot/errors.ts';
import { filterForContractor } from '#bot/handoff/boundary.ts';
import type { ContractorTicket, MessagePlace, WebhookCall } from '#bot/handoff/contractor-connector.ts';
import { createWorld, open } from '../support/handoff-world.ts';
import { type Fault, type Helpdesk, startHelpdesk } from '../support/helpdesks/helpdesk.ts';
import { vendors } from '../support/helpdesks/vendors.ts';
import { contractor } from '../support/small-desk.ts';

const secret = 'hemlig-token';
const webhookSecret = 'en-lång-hemlighet-som-räcker';
const start = new Date('2026-11-23T10:00:00Z');

async function failureOf(work: Promise<unknown>): Promise<OutsideSystemFailed> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof OutsideSystemFailed) return error;
  throw new Error(`it failed otherwise, or not at all: ${String(error)}`);
}

describe.each(vendors)('a contractor with $kind', (vendor) => {
  let now = start;
  let helpdesk: Helpdesk;
  let ticket: ContractorTicket;
  let theirs: Contractor;

  beforeEach(async () => {
    now = start;
    helpdesk = await startHelpdesk(vendor.api(), () => now);
    const settings = { url: helpdesk.url, ...vendor.settings, states: vendor.states };
    theirs = contractor({ connector: vendor.kind, settings });
    ticket = await ticketOf('Kontot är låst {code} <b>nu</b>\nLarmkoden är 907612');
  });
  afterEach(() => helpdesk.close());

  async function ticketOf(words: string): Promise<ContractorTicket> {
    const world = createWorld();
    const { case: opened } = await open(world, { text: words, category: { id: 'account', confidence: 1 } });
    const filtered = filterForContractor(opened, theirs, world.desk);
    const message = { number: 1, earlier: [], unsureTries: 0 };
    return {
      reference: opened.number,
      case: filtered.case,
      deskName: 'Testdesken',
      siteName: 'Solen',
      message,
    };
  }

  const connector = (times: Pick<ConnectorOptions, 'timeout' | 'fetch'> = {}) =>
    createContractorConnectors({
      dataFolder: '/nowhere',
      now: () => now,
      access: new Map([[theirs.id, { user: 'vaktis', secret, webhookSecret }]]),
      timeout: 60_000,
      ...times,
    })(theirs);
  const at = (place: Partial<MessagePlace>, reference: string | null = null): ContractorTicket => ({
    ...ticket,
    case: { ...ticket.case, contractorReference: reference },
    message: { ...ticket.message, ...place },
  });
  const only = () => {
    const [first, ...more] = helpdesk.tickets;
    if (first === undefined || more.length > 0) throw new Error(`${helpdesk.tickets.length} tickets`);
    return first;
  };
  const created = async () => {
    const { contractorReference } = await connector().create(ticket, theirs);
    now = new Date(now.getTime() + 60_000);
    return contractorReference;
  };

  const testIf = (claim: boolean) => (claim ? test : () => undefined);

  test('a case becomes one ticket with our reference, their number and the filtered words', async () => {
    expect(await created()).toBe(only().number);
    expect(only().title).toMatch(/^\[VK-1001\] \S/);
    expect(only().text).toContain('Eva');
    expect(only().text).toContain('alarm_code');
    expect(only().text).not.toContain('907612');
    // Only one of them reads HTML, and there people's words are escaped.
    if (vendor.kind === 'topdesk') expect(only().text).not.toContain('<b>');
  });

  test('the same case again is the same ticket', async () => {
    const first = await created();
    expect(await connector().create(at({}), theirs)).toEqual({ contractorReference: first });
    expect(helpdesk.tickets).toHaveLength(1);
  });

  test('a ticket of somebody else that mentions the number is not taken for ours', async () => {
    await connector().create({ ...ticket, reference: 'VK-10010' }, theirs);
    await connector().create(ticket, theirs);
    expect(helpdesk.tickets).toHaveLength(2);
  });

  /** Gives up soon where it waits for the answer to a creation, and nowhere else, however slow the machine is. */
  const impatient: Pick<ConnectorOptions, 'timeout' | 'fetch'> = {
    timeout: 300,
    fetch: (url, init) => {
      const creates = init?.method === 'POST' && !String(url).includes('search');
      return fetch(url, creates ? init : { ...init, signal: null });
    },
  };
  test.each<Fault>(['took-and-silent', 'took-and-cut', 'took-and-500', 'took-and-rubbish'])(
    'a creation that was %s is ambiguous, and is found when it is tried again',
    async (fault) => {
      helpdesk.failBy(({ method, path }) => (method === 'POST' && !path.includes('search') ? fault : null));
      const failure = await failureOf(connector(impatient).create(ticket, theirs));
      expect(failure).toMatchObject({ retryable: true, ambiguous: true });
      helpdesk.failBy(() => null);
      const again = await connector().create(at({ unsureTries: 1 }), theirs);
      expect(again.contractorReference).toBe(only().number);
    },
  );

  test.each<[Fault, Partial<OutsideSystemFailed>]>([
    ['500', { retryable: true, ambiguous: true }],
    ['503', { retryable: true, ambiguous: false }],
    ['429', { retryable: true, ambiguous: false, retryAfter: null, about: 'pace' }],
    ['429-retry-after', { retryable: true, ambiguous: false, retryAfter: 2_000 }],
    ['401', { retryable: false, ambiguous: false, about: 'sign-in' }],
    ['cut', { retryable: true, ambiguous: true }],
  ])('a creation answered with %s is told apart', async (fault, expected) => {
    helpdesk.failBy(({ method }) => (method === 'POST' ? fault : null));
    expect(await failureOf(connector().create(ticket, theirs))).toMatchObject(expected);
    expect(helpdesk.tickets).toHaveLength(0);
  });

  test('a look-up that fails creates nothing', async () => {
    helpdesk.failNext('took-and-500');
    expect(await failureOf(connector().create(ticket, theirs))).toMatchObject({
      retryable: true,
      ambiguous: false,
    });
    expect(helpdesk.tickets).toHaveLength(0);
  });

  test('a machine that is away is tried again, and was certainly not reached', async () => {
    await helpdesk.close();
    const failure = await failureOf(connector().create(ticket, theirs));
    expect(failure).toMatchObject({ retryable: true, ambiguous: false });
  });

  test('what is said later reaches the ticket once, also when the answer to it was lost', async () => {
    const reference = await created();
    const said = at({ number: 2, earlier: [1] }, reference);
    helpdesk.failBy(({ method }) => (method === 'GET' ? null : 'took-and-cut'));
    const failure = await failureOf(connector().comment(said, theirs, 'Nu blinkar den <orange>'));
    expect(failure).toMatchObject({ retryable: true, ambiguous: true });
    helpdesk.failBy(() => null);
    const again = at({ number: 2, earlier: [1], unsureTries: 1 }, reference);
    await connector().comment(again, theirs, 'Nu blinkar den <orange>');
    expect(only().comments).toHaveLength(1);
    expect(only().comments[0]?.text).toContain('Nu blinkar den');
    expect(only().comments[0]?.public).toBe(true);
  });

  test('a comment on a ticket that is gone is final', async () => {
    const failure = await failureOf(connector().comment(at({ number: 2 }), theirs, 'Hallå?'));
    expect(failure.retryable).toBe(false);
  });

  test('a picture arrives as it is', async () => {
    const reference = await created();
    const bytes = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 255]);
    const file = { id: 'b1', name: 'skärm bild.png', contentType: 'image/png', bytes };
    await connector().attach?.(at({ number: 2 }, reference), theirs, file);
    expect(only().files).toEqual([{ name: 'skärm bild.png', type: 'image/png', bytes: Buffer.from(bytes) }]);
  });

  test.each<Fault>(['took-and-cut', 'took-and-half', 'took-and-empty', 'took-and-rubbish', 'took-and-500'])(
    'a picture and a comment that were %s are there once',
    async (fault) => {
      const reference = await created();
      const bytes = new Uint8Array([137, 80, 78, 71]);
      const file = { id: 'b1', name: 'bild.png', contentType: 'image/png', bytes };
      const twice = async (send: (unsureTries: number) => Promise<unknown> | undefined) => {
        helpdesk.failBy(({ method, path }) =>
          method === 'GET' || path.endsWith('attachTemporaryFile') ? null : fault,
        );
        const failure = await failureOf(send(0) ?? Promise.resolve());
        expect(failure).toMatchObject({ retryable: true, ambiguous: true });
        helpdesk.failBy(() => null);
        await send(1);
      };
      const place = (unsureTries: number) => at({ number: 2, earlier: [1], unsureTries }, reference);
      await twice((unsure) => connector().attach?.(place(unsure), theirs, file));
      await twice((unsure) => connector().comment(place(unsure), theirs, 'Nu blinkar den'));
      expect(only().files).toHaveLength(1);
      // Zammad puts a file into a comment of its own.
      expect(only().comments.filter(({ text }) => text.includes('blinkar'))).toHaveLength(1);
    },
  );

  test.each<Fault>(['rubbish', 'empty'])(
    'a comment answered with %s that was not taken is sent again',
    async (fault) => {
      const reference = await created();
      helpdesk.failBy(({ method }) => (method === 'GET' ? null : fault));
      const place = (unsureTries: number) => at({ number: 2, earlier: [1], unsureTries }, reference);
      expect((await failureOf(connector().comment(place(0), theirs, 'Hallå?'))).ambiguous).toBe(true);
      helpdesk.failBy(() => null);
      await connector().comment(place(1), theirs, 'Hallå?');
      expect(only().comments).toHaveLength(1);
    },
  );

  test('a look-up that is answered with nothing at all creates nothing', async () => {
    helpdesk.failBy(() => 'empty');
    expect(await failureOf(connector().create(ticket, theirs))).toMatchObject({ about: 'system' });
    expect(helpdesk.tickets).toHaveLength(0);
  });

  testIf(vendor.promises.reopen)(
    'a ticket whose reopening was cut is opened again with one reason',
    async () => {
      const reference = await created();
      only().state = vendor.solved;
      const place = (unsureTries: number) => at({ number: 2, unsureTries }, reference);
      helpdesk.failBy(({ method }) => (method === 'GET' ? null : 'took-and-cut'));
      await failureOf(connector().reopen?.(place(0), theirs, 'Det hjälpte inte') ?? Promise.resolve());
      helpdesk.failBy(() => null);
      await connector().reopen?.(place(1), theirs, 'Det hjälpte inte');
      expect(only().state).not.toBe(vendor.solved);
      expect(only().comments).toHaveLength(1);
    },
  );

  test('their comments and states come back, ours do not, and the same news has the same id', async () => {
    const reference = await created();
    await connector().comment(at({ number: 2 }, reference), theirs, 'Fortfarande låst');
    only().comments.push(
      { id: '91', text: 'Vi tittar på det', public: true, author: 'Anna', at: now },
      { id: '92', text: 'internt', public: false, author: 'Anna', at: now },
    );
    only().state = vendor.solved;
    only().updatedAt = now;
    const cases = [{ reference: ticket.reference, contractorReference: reference }];
    const first = await connector().follow?.(theirs, cases, null);
    const comments = first?.news.filter(({ kind }) => kind === 'comment');
    expect(comments).toMatchObject([
      { text: 'Vi tittar på det', author: 'Anna', reference: 'VK-1001', contractorReference: reference },
    ]);
    expect(first?.news.filter(({ kind }) => kind === 'state')).toMatchObject([{ state: 'resolved' }]);
    const second = await connector().follow?.(theirs, cases, first?.mark ?? null);
    const ids = new Set(first?.news.map(({ id }) => id));
    expect(second?.news.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  test('a ticket sent back is known by the desk’s own name for it', async () => {
    const reference = await created();
    only().state = vendor.returned;
    only().updatedAt = now;
    const cases = [{ reference: ticket.reference, contractorReference: reference }];
    const { news } = (await connector().follow?.(theirs, cases, null)) ?? { news: [] };
    expect(news).toMatchObject([{ kind: 'state', state: 'returned', theirs: vendor.returned }]);
  });

  test('a case that they do not have has no news', async () => {
    const cases = [{ reference: 'VK-4711', contractorReference: null }];
    expect((await connector().follow?.(theirs, cases, null))?.news).toEqual([]);
  });

  testIf(vendor.promises.reopen)('a solved ticket is opened again, with the reason', async () => {
    const reference = await created();
    only().state = vendor.solved;
    await connector().reopen?.(at({ number: 2 }, reference), theirs, 'Det hjälpte inte');
    expect(only().state).not.toBe(vendor.solved);
    expect(only().comments[0]?.text).toContain('Det hjälpte inte');
  });

  testIf(vendor.call !== null)('a call of theirs names our case; a forged one is refused', async () => {
    await created();
    const body = Buffer.from(JSON.stringify(vendor.call?.(only().title, ticket.reference)));
    const sign = (key: string) =>
      `${vendor.algorithm}=${createHmac(vendor.algorithm, key).update(body).digest('hex')}`;
    const read = (headers: WebhookCall['headers'], bytes: Uint8Array = body) =>
      connector().readWebhook?.({ headers, body: bytes }, theirs);
    expect(read({ 'x-hub-signature': sign(webhookSecret) })).toEqual(['VK-1001']);
    expect(() => read({})).toThrow(NotAllowed);
    expect(() => read({ 'x-hub-signature': sign('fel') })).toThrow(NotAllowed);
    const changed = Buffer.concat([body, Buffer.from(' ')]);
    expect(() => read({ 'x-hub-signature': sign(webhookSecret) }, changed)).toThrow(NotAllowed);
    const rubbish = Buffer.from('[]');
    const signature = `${vendor.algorithm}=${createHmac(vendor.algorithm, webhookSecret).update(rubbish).digest('hex')}`;
    expect(() => read({ 'x-hub-signature': signature }, rubbish)).toThrow(InvalidInput);
  });

  test('wrong settings and a missing sign-in are final, and say which without the secret', async () => {
    theirs = { ...theirs, settings: { ...theirs.settings, url: 'http://leverantor.example' } };
    const wrong = await failureOf(connector().create(ticket, theirs));
    expect(wrong).toMatchObject({ retryable: false });
    expect(wrong.message).toContain('url');
    const bare = createContractorConnectors({ dataFolder: '/nowhere' })(theirs);
    theirs = { ...theirs, settings: { ...theirs.settings, url: helpdesk.url } };
    const missing = await failureOf(bare.create(ticket, theirs));
    expect(missing).toMatchObject({ retryable: false });
    expect(`${wrong.message} ${missing.message}`).not.toContain(secret);
  });

  test('it promises what it does', () => {
    expect(connector().attach !== undefined).toBe(vendor.promises.files);
    expect(connector().follow !== undefined).toBe(vendor.promises.status);
    expect(connector().reopen !== undefined).toBe(vendor.promises.reopen);
    expect(connector().readWebhook !== undefined).toBe(vendor.promises.news === 'webhook and polling');
  });
});

test('the README’s table says what the connectors promise', () => {
  const text = readFileSync(new URL('../../adapters/contractor/README.md', import.meta.url), 'utf8');
  const rows = text
    .split('\n')
    .filter((line) => /^\| `[a-z-]+` \|/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const known: Record<string, ConnectorPromises> = {
    folder: folderPromises,
    email: emailPromises,
    ...Object.fromEntries(vendors.map(({ kind, promises }) => [kind, promises])),
  };
  const yes = (claim: boolean) => (claim ? 'yes' : 'no');
  expect(rows.map(([, name]) => name?.replaceAll('`', '')).sort()).toEqual(Object.keys(known).sort());
  for (const [, name = '', ...cells] of rows) {
    const promises = known[name.replaceAll('`', '')];
    if (promises === undefined) throw new Error(`no connector ${name}`);
    expect([name, ...cells.slice(0, 7)]).toEqual([
      name,
      yes(promises.oneTicket),
      yes(promises.commentsOut),
      yes(promises.commentsBack),
      yes(promises.files),
      yes(promises.status),
      yes(promises.reopen),
      promises.news,
    ]);
  }
});
