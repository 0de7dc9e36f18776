import { setTimeout } from 'node:timers/promises';
import type { Measured } from './drive.ts';
import { median, percentile, toTable } from './figures.ts';
import type { Peer, Round } from './measure-rounds.ts';
import type { StartUp } from './start-up.ts';

const stock = 'echo-stock';
/** Seconds: two of the outbox's own sweeps. */
const settlesWithin = 30;

export function reportStartUp(name: string, starts: readonly StartUp[]): string {
  const times = starts.map(({ readyMs }) => Math.round(readyMs));
  const resident = starts.flatMap(({ residentMb }) => (residentMb === null ? [] : [residentMb]));
  const range = `${Math.min(...times)}–${Math.max(...times)}`;
  const cpu = starts.flatMap(({ cpuMs }) => (cpuMs === null ? [] : [cpuMs]));
  return `${name}: ready after ${median(times)} ms (${range}; ${median(cpu)} ms of processor time), then ${median(resident)} MB resident`;
}

/** Everything of one server at one number of conversations, and how it stands to the stock echo bot beside it. */
export function reportRounds(rounds: readonly Round[], options: { kinds: boolean }): string {
  const header = [
    'server',
    'conversations',
    'messages/s',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'CPU ms each',
    'database CPU ms',
    'client CPU ms',
    'echoes of CPU',
    'statements each',
    'of stock echo: median',
    'min',
    'max',
  ];
  const groups = Map.groupBy(rounds, ({ peer, conversations }) => `${conversations} ${peer}`);
  const rows = [...groups.values()].map((group) => toRow(group, rounds));
  const kinds = options.kinds ? `\n\n${reportKinds(rounds)}` : '';
  return `\n${toTable([header, ...rows])}${kinds}\n`;
}

function toRow(group: readonly Round[], all: readonly Round[]): string[] {
  const [{ peer = '', conversations = 0 } = {}] = group;
  const times = group.flatMap(({ driven }) => driven.measured.map(({ milliseconds }) => milliseconds));
  const beside = all.filter((round) => round.peer === stock && round.conversations === conversations);
  const ratios = group.flatMap((round, index) => {
    const other = beside[index];
    return other ? [speedOf(round) / speedOf(other)] : [];
  });
  const shown = ratios.length === 0 ? [] : [median(ratios), Math.min(...ratios), Math.max(...ratios)];
  return [
    peer,
    String(conversations),
    median(group.map(speedOf)).toFixed(0),
    ...[0.5, 0.95, 0.99].map((share) => percentile(times, share).toFixed(1)),
    (cpuOf(group) * 1000).toFixed(2),
    (perMessage(group, ({ others }) => others.database) * 1000).toFixed(2),
    (perMessage(group, ({ others }) => others.client) * 1000).toFixed(2),
    beside.length === 0 ? '' : (cpuOf(group) / cpuOf(beside)).toFixed(1),
    (group.reduce((sum, { statements }) => sum + statements, 0) / (times.length || 1)).toFixed(1),
    ...shown.map((ratio) => ratio.toFixed(2)),
  ];
}

/** Seconds of the server's processor time for each message. */
function cpuOf(group: readonly Round[]): number {
  return perMessage(group, ({ cpuSeconds }) => cpuSeconds);
}

function perMessage(group: readonly Round[], secondsOf: (round: Round) => number): number {
  const messages = group.reduce((sum, { driven }) => sum + driven.measured.length, 0);
  return group.reduce((sum, round) => sum + secondsOf(round), 0) / (messages || 1);
}

function speedOf({ driven }: Round): number {
  return driven.measured.length / driven.seconds;
}

function reportKinds(rounds: readonly Round[]): string {
  const rows: string[][] = [['server', 'kind', 'messages', 'p50 ms', 'p99 ms']];
  for (const [peer, own] of Map.groupBy(
    rounds.filter((round) => round.conversations === 1),
    (round) => round.peer,
  )) {
    const measured = own.flatMap(({ driven }) => driven.measured);
    for (const [kind, some] of Map.groupBy(measured, (one: Measured) => one.kind)) {
      const times = some.map(({ milliseconds }) => milliseconds);
      rows.push([
        peer,
        kind,
        String(times.length),
        percentile(times, 0.5).toFixed(1),
        percentile(times, 0.99).toFixed(1),
      ]);
    }
  }
  return toTable(rows);
}

export async function reportMemory(peers: readonly Peer[]): Promise<string> {
  const rows = [['server', 'MB resident at rest', 'after the load', 'processor seconds']];
  for (const { name, server, idle } of peers) {
    const now = await server.figures();
    rows.push([name, String(idle.residentMb), String(now.residentMb), now.cpuSeconds.toFixed(1)]);
  }
  return `${toTable(rows)}\n`;
}

/**
 * Replies that were lost or came twice, counted twice over: message by message as they were said, and the outbox
 * against what arrived in all. A card whose offer was withdrawn before it was sent is rightly undeliverable.
 */
export async function sumFaults(
  rounds: readonly Round[],
  peers: readonly Peer[],
  arrived: ReadonlyMap<string, number>,
): Promise<string[]> {
  const found: string[] = [];
  for (const { peer, conversations, driven } of rounds) {
    const { lost, doubled, failed } = driven.faults;
    if (lost + doubled + failed === 0) continue;
    found.push(`${peer} at ${conversations}: ${lost} lost, ${doubled} doubled, ${failed} failed`);
    found.push(...driven.complaints.slice(0, 3).map((complaint) => `  ${complaint}`));
  }
  for (const peer of peers.filter(({ echo }) => !echo)) found.push(...(await checkOutbox(peer, arrived)));
  return found;
}

async function checkOutbox(peer: Peer, arrived: ReadonlyMap<string, number>): Promise<string[]> {
  const { sent: all = 0, undeliverable: gone = 0, ...unsent } = await settledOutbox(peer);
  // Before the load the simulator was told of the app's installation, in its own chats.
  const sent = all - (peer.idle.deliveries.sent ?? 0);
  const own = [...arrived].filter(([conversation]) => conversation.startsWith(`a:${peer.name}-`));
  const came = own.reduce((sum, [, count]) => sum + count, 0);
  const left = Object.values(unsent).reduce((sum, count) => sum + count, 0);
  if (left === 0 && came === sent) return [];
  return [
    `${peer.name}: the outbox holds ${sent} sent, ${gone} undeliverable and ${JSON.stringify(unsent)}, and ${came} arrived`,
  ];
}

/** Cards to others, and what waits for its place in a chat, may come after the reply that was measured. */
async function settledOutbox({ server }: Peer): Promise<Readonly<Record<string, number>>> {
  for (let seconds = 0; ; seconds += 1) {
    const { deliveries } = await server.figures();
    const { pending = 0, sending = 0 } = deliveries;
    if (pending + sending === 0 || seconds === settlesWithin) return deliveries;
    await setTimeout(1_000);
  }
}
