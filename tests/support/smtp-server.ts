import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the server does with the next letter; then it accepts again. */
export type Behaviour =
  | { readonly kind: 'accept' }
  /** Answers with that code at that command. */
  | {
      readonly kind: 'refuse';
      readonly at: 'sign-in' | 'sender' | 'recipient' | 'letter';
      readonly code: number;
    }
  /** Hangs up before the letter, or when it has all of it and has not answered. */
  | { readonly kind: 'cut'; readonly at: 'recipient' | 'letter' }
  /** Never answers. */
  | { readonly kind: 'stall'; readonly at: 'greeting' | 'recipient' | 'letter' };

export type Received = { readonly to: string[]; readonly raw: string; readonly mail: Email };

/** A real mail server on this machine. A letter that came whole is in `received`, answered or not. */
export async function startSmtpServer(credentials: { user: string; pass: string } | null = null) {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const next: Behaviour[] = [];
  let now: Behaviour = { kind: 'accept' };
  const act = (at: string, proceed: (error?: Error) => void) => {
    if (!('at' in now) || now.at !== at) return proceed();
    if (now.kind === 'cut') for (const socket of sockets) socket.destroy();
    if (now.kind === 'refuse') proceed(refusal(now.code));
  };
  const server = new SMTPServer({
    disabledCommands: credentials === null ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onConnect(_session, proceed) {
      now = next.shift() ?? { kind: 'accept' };
      act('greeting', proceed);
    },
    onAuth({ username, password }, _session, answer) {
      const isKnown = username === credentials?.user && password === credentials?.pass;
      act('sign-in', (error) => {
        if (error || !isKnown) answer(error ?? refusal(535));
        else answer(null, { user: username });
      });
    },
    onMailFrom: (_address, _session, proceed) => act('sender', proceed),
    onRcptTo: (_address, _session, proceed) => act('recipient', proceed),
    onData(stream, session, proceed) {
      void text(stream).then(async (raw) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, raw, mail: await PostalMime.parse(raw) });
        act('letter', proceed);
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(server.server.address()),
    received,
    /** One behaviour for each connection to come. */
    behave: (...behaviours: Behaviour[]) => next.push(...behaviours),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type TestSmtpServer = Awaited<ReturnType<typeof startSmtpServer>>;

function refusal(code: number): Error {
  // The text names an address, as servers do: it must not come back out of the connector.
  return Object.assign(new Error('5.1.1 no hemlig.person@example.se here'), { responseCode: code });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  return address.port;
}
