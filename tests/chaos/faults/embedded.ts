import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createDice } from '../../bench/search/dice.ts';
import { importDesk } from '../../bench/turn/servers.ts';
import { startHelpdesk } from '../../support/helpdesks/helpdesk.ts';
import { zammad } from '../../support/helpdesks/zammad.ts';
import { mondayMorning } from '../../support/talk.ts';
import { startFakeAuthority } from '../../support/teams-registration.ts';
import { judge } from './expect.ts';
import type { Happened } from './faults.ts';
import { askForHelp, type Door, type Handoff, install } from './people.ts';
import { answerCards } from './press-cards.ts';
import { readFolder } from './read-database.ts';
import { type Replica, startReplica } from './replica.ts';
import { freePort, type Outcome } from './run-chaos.ts';
import { type Shown, startTeams } from './teams.ts';
import { writeTown } from './town.ts';

export type EmbeddedOptions = {
  readonly seed: number;
  /** How often the process is killed and started again. */
  readonly rounds: number;
  readonly say: (text: string) => void;
};

const atOnce = 3;
/** One database connection and one processor carry all of it. */
const think = 3_000;
const settlesWithin = 240_000;
const quietFor = 5_000;

/** One process on one data folder, killed with -9 at random moments while people talk, started again each time. */
export async function runEmbedded({ seed, rounds, say }: EmbeddedOptions): Promise<Outcome> {
  const began = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'vaktis-chaos-'));
  const dice = createDice(seed);
  const teams = await startTeams(dice);
  const helpdesk = await startHelpdesk(zammad, () => new Date());
  const authority = await startFakeAuthority();
  const agent = new Agent({ keepAlive: true });
  const place = { VAKTIS_DATA: join(folder, 'data') };
  let replica: Replica | null = null;
  try {
    const town = await writeTown(join(folder, 'desk'), Math.max(8, rounds * 3), helpdesk.url);
    await importDesk(join(folder, 'desk'), place);
    const offset = new Date(mondayMorning).getTime() - Date.now();
    const given = { connectorUrl: teams.url, offset, skew: 0, dataFolder: folder };
    const pulse = { every: 4_000, deadAfter: 20_000 };
    const port = await freePort();
    const settings = {
      place,
      port,
      given: JSON.stringify({ ...given, pulse, authority: authority.authority }),
    };
    replica = await startReplica(settings);
    const door: Door = {
      ports: [port],
      agent,
      dice: createDice(seed + 2),
      sign: authority.sign,
      now: () => new Date(Date.now() + offset),
    };
    await install(door, town.handlers);
    const story = { door, teams, patience: 20_000 };
    const cards = answerCards(story, [...town.handlers, ...town.staff], { declines: 15 });
    const handoffs: Handoff[] = [];
    const happened: Happened[] = [];
    const window = await unwrittenFor();
    let atRisk = 0;
    let over = false;
    let next = 0;
    const speak = async () => {
      for (let nth = next++; !over && nth < town.staff.length; nth = next++) {
        const person = town.staff[nth];
        if (person) await askForHelp(story, { person, nth }, (handoff) => handoffs.push(handoff));
        await setTimeout(dice.under(think));
      }
    };
    const speaking = Promise.all(Array.from({ length: atOnce }, speak));
    say('it listens');
    for (let round = 1; round <= rounds; round += 1) {
      await setTimeout(300 + dice.under(2_500));
      const from = performance.now();
      atRisk = Math.max(atRisk, teams.shown.filter(isYoung(from - window * 1_000)).length);
      await replica.end('SIGKILL');
      replica = await startReplica(settings);
      happened.push({ kind: 'kill -9', from, until: performance.now() });
      if (round % 10 === 0) say(`${round} of ${rounds} rounds, ${handoffs.length} handoffs`);
    }
    over = true;
    say(
      `${rounds} kills and ${handoffs.length} handoffs after ${Math.round((performance.now() - began) / 1_000)} s; it settles`,
    );
    await speaking;
    const until = performance.now() + settlesWithin;
    const isQuiet = () =>
      cards.isIdle() && performance.now() - (teams.shown.at(-1)?.at ?? 0) > quietFor && isAllThere(handoffs);
    // Only then is the contractor's yes written down.
    const knowsNumber = ({ whose, conversation }: Handoff) =>
      whose === 'technician' ||
      teams.shown.some(
        (one) => one.conversation === conversation && JSON.stringify(one.body).includes('Deras nummer'),
      );
    const isAllThere = (all: readonly Handoff[]) => {
      const verdict = judge(
        { handoffs: all, pressed: cards.pressed, handlers: town.handlers },
        { shown: teams.shown, tickets: helpdesk.tickets, happened },
      );
      return verdict.broken.length === 0 && all.every(knowsNumber);
    };
    while (!isQuiet() && performance.now() < until) await setTimeout(1_000);
    await replica.end('SIGKILL');
    const expected = { handoffs, pressed: cards.pressed, handlers: town.handlers };
    return {
      happened,
      counts: new Map(),
      expected,
      verdict: judge(expected, { shown: teams.shown, tickets: helpdesk.tickets, happened }),
      database: await readFolder(place.VAKTIS_DATA),
      seconds: (performance.now() - began) / 1000,
      notes: [
        `Had it been the power: the machine writes to its disk within ${window} s, so up to ${atRisk} messages on screen ` +
          'could have been forgotten at one of these moments, or the folder damaged. Postgres forgets none.',
      ],
    };
  } finally {
    await replica?.end('SIGKILL');
    agent.destroy();
    await Promise.all([teams.close(), helpdesk.close(), authority.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}

function isYoung(since: number) {
  return ({ at, how }: Shown): boolean => how === 'new' && at > since;
}

/**
 * Seconds within which Linux writes to the disk what nobody forces there:
 * https://docs.kernel.org/admin-guide/sysctl/vm.html#dirty-expire-centisecs
 */
async function unwrittenFor(): Promise<number> {
  const read = async (name: string, usual: number) =>
    Number((await readFile(`/proc/sys/vm/${name}`, 'utf8').catch(() => null)) ?? usual);
  const [expire, writeback] = await Promise.all([
    read('dirty_expire_centisecs', 3_000),
    read('dirty_writeback_centisecs', 500),
  ]);
  return (expire + writeback) / 100;
}
