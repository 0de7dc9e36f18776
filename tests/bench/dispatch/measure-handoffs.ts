import { setTimeout } from 'node:timers/promises';
import { startApp } from '../../replay/app-on-loopback.ts';
import { findAction } from '../../replay/find-action.ts';
import { loadDesk } from '../../support/talk.ts';

/**
 * How long it takes from what somebody writes until the card with the offer is on a technician's screen, at 50 handoffs a
 * minute: the whole app on the embedded database, Teams' side on this machine. `npm run bench:handoffs`
 */
const perMinute = 50;
const app = await startApp();
const { desk } = await loadDesk();
const people = [...desk.people.values()].flatMap(({ aadObjectId, name, roles, homeSiteIds }) =>
  aadObjectId === null ? [] : [{ aadObjectId, name, roles, homes: homeSiteIds.length }],
);
for (const person of people.filter(({ roles }) => roles.includes('technician')))
  await app.post(person, 'installation-add');
const staff = people.filter(({ roles, homes }) => homes === 1 && roles.includes('staff')).slice(0, perMinute);
const text = 'Projektorn är svart, jag vill prata med en människa';

const took: number[] = [];
const begin = performance.now();
await Promise.all(
  staff.map(async (person, n) => {
    await setTimeout((n * 60_000) / perMinute);
    const since = app.mark();
    const written = performance.now();
    const posted = app.post(person, 'personal-message', { text });
    while (performance.now() - written < 10_000) {
      const offered = app.connector.requests
        .slice(since)
        .some(
          ({ body }) => findAction(body, 'accept') !== null && JSON.stringify(body).includes(person.name),
        );
      if (offered) break;
      await setTimeout(4);
    }
    took.push(performance.now() - written);
    await posted;
  }),
);
const lasted = (performance.now() - begin) / 1000;
await app.close();
took.sort((a, b) => a - b);
const at = (share: number) =>
  Math.round(took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0);
process.stdout.write(
  `${took.length} handoffs in ${Math.round(lasted)} s: card there after median ${at(0.5)} ms, 95 % ${at(0.95)} ms, at most ${at(1)} ms\n`,
);
