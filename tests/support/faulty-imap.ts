import { createServer, type Socket } from 'node:net';

/** What a server says to a command; `stall`: nothing, for ever; `cut`: it hangs up; `drip`: a letter at a time. */
export type ImapAnswer = string | 'stall' | 'cut' | 'drip';

/** An IMAP server on this machine that does what it is told, for what a good server never does. */
export async function startFaultyImap(
  greeting: ImapAnswer,
  answer: (command: string, tag: string) => ImapAnswer,
) {
  const sockets = new Set<Socket>();
  const commands: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    say(socket, greeting);
    socket.on('data', (bytes) => {
      for (const line of bytes.toString('latin1').split('\r\n').filter(Boolean)) {
        const [tag = '', ...words] = line.split(' ');
        commands.push(words.join(' '));
        say(socket, answer(words.join(' ').toUpperCase(), tag));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  return {
    port: address.port,
    /** What it was told, without tags. */
    commands,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function say(socket: Socket, words: ImapAnswer): void {
  if (words === 'cut') socket.destroy();
  else if (words === 'drip') {
    const dripping = setInterval(() => socket.write('*'), 20);
    socket.on('close', () => clearInterval(dripping));
  } else if (words !== 'stall') socket.write(words);
}

/** A mailbox with two mails on a server that is as it should be; `null`: a command that it does not know. */
export function goodAnswer(command: string, tag: string): string {
  const ok = `${tag} OK done\r\n`;
  if (command.startsWith('CAPABILITY')) return `* CAPABILITY IMAP4rev1\r\n${ok}`;
  if (command.startsWith('LOGOUT')) return `* BYE\r\n${ok}`;
  if (/^(?:EXAMINE|SELECT)/.test(command)) {
    return `* 2 EXISTS\r\n* FLAGS ()\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 3] ok\r\n${tag} OK [READ-ONLY] done\r\n`;
  }
  if (command.startsWith('UID SEARCH')) return `* SEARCH 1 2\r\n${ok}`;
  if (command.startsWith('UID FETCH')) return `${fetched(Number(command.split(' ')[2]))}${ok}`;
  if (command.startsWith('LIST')) return `* LIST () "/" INBOX\r\n${ok}`;
  return ok;
}

function fetched(uid: number): string {
  const raw = `From: anna@leverantor.example\r\nSubject: [VK-1001]\r\nMessage-ID: <${uid}@x>\r\n\r\nBrev ${uid}\r\n`;
  const at = '23-Nov-2026 10:00:00 +0100';
  return `* ${uid} FETCH (UID ${uid} RFC822.SIZE ${raw.length} INTERNALDATE "${at}" BODY[]<0> {${raw.length}}\r\n${raw})\r\n`;
}
