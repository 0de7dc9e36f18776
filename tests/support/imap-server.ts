import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';

const program = '/usr/sbin/dovecot';

/** Debian's Dovecot (`apt-get install dovecot-imapd`): a real mail server for the tests of what is read of a mailbox. */
export const dovecot = {
  name: 'Dovecot',
  present: existsSync(program) && existsSync('/usr/lib/dovecot/imap'),
};

export const imapPassword = 'hemligt-i-brevlådan';

/**
 * Starts Dovecot on this machine, as whoever runs the tests, with all its files in a folder of its own. Every user
 * name has a mailbox, so each test takes a name of its own.
 */
export async function startImapServer() {
  const folder = mkdtempSync(join(tmpdir(), 'vaktis-imap-'));
  const port = await freePort();
  const owner = mailOwner();
  chmodSync(folder, 0o755);
  for (const name of ['run', 'mail', 'home']) mkdirSync(join(folder, name));
  if (owner.isOther) for (const name of ['mail', 'home']) chownSync(join(folder, name), owner.uid, owner.gid);
  const config = join(folder, 'dovecot.conf');
  writeFileSync(config, configOf(folder, port));
  const child = spawn(program, ['-F', '-c', config], { stdio: 'ignore' });
  await untilItListens(child, port);
  return {
    port,
    /** Puts a mail into somebody's mailbox, as its server would. `at`: when it came. */
    deliver: (user: string, raw: string | Buffer, { at = new Date(), folder: box = 'INBOX' } = {}) =>
      withClient(port, user, async (client) => {
        await client.append(box, Buffer.from(raw), [], at);
      }),
    /** Does something to somebody's mailbox. */
    change: (user: string, work: (client: ImapFlow) => Promise<unknown>) => withClient(port, user, work),
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type TestImapServer = Awaited<ReturnType<typeof startImapServer>>;

async function withClient(
  port: number,
  user: string,
  work: (client: ImapFlow) => Promise<unknown>,
): Promise<void> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass: imapPassword },
    logger: false,
    disableAutoIdle: true,
  });
  await client.connect();
  await work(client);
  await client.logout();
}

/** Dovecot opens no mailbox as root. 65534 is Debian's nobody. */
function mailOwner() {
  const { uid, gid } = userInfo();
  return uid === 0 ? { uid: 65_534, gid: 65_534, isOther: true } : { uid, gid, isOther: false };
}

function configOf(folder: string, port: number): string {
  const { username } = userInfo();
  const { uid, gid, isOther } = mailOwner();
  const own = isOther ? '' : ownNames(username);
  return `${own}base_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:${folder}/mail/%u
first_valid_uid = 1
service anvil {
  chroot =
}
service imap-login {
  chroot =
  service_count = 0
  process_min_avail = 1
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service imap {
  service_count = 500
  process_min_avail = 1
}
passdb {
  driver = static
  args = password=${imapPassword}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/home/%u
}
`;
}

/** Who is not root cannot give anything to Dovecot's own users. */
function ownNames(user: string): string {
  const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
  return `default_login_user = ${user}\ndefault_internal_user = ${user}\ndefault_internal_group = ${group}\n`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

async function untilItListens(child: ChildProcess, port: number): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    if (child.exitCode !== null) throw new Error(`Dovecot ended with ${child.exitCode}`);
    if (await greets(port)) return;
    await wait(25);
  }
  throw new Error('Dovecot does not answer');
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.setTimeout(2_000, () => resolve(false));
  }).then((isThere) => isThere === true);
}
