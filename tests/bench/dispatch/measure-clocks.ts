import { openTestStorage } from '../../support/storage.ts';

/** How late a clock's job runs, in milliseconds, when many are due at about the same time. `npm run bench:clocks [jobs]` */
const jobs = Number(process.argv[2] ?? '200');
const spread = 20_000;
const opened = await openTestStorage();
const late: number[] = [];
const all = Promise.withResolvers<void>();
const due = new Map<string, number>();
await opened.jobs.start({
  escalate: async ({ offerId }) => {
    late.push(Date.now() - (due.get(offerId) ?? Date.now()));
    if (late.length === jobs) all.resolve();
  },
});
const begin = Date.now() + 2000;
for (let n = 0; n < jobs; n += 1) {
  const at = begin + Math.floor((n / jobs) * spread);
  due.set(`o${n}`, at);
  await opened.storage.stores.jobs.enqueue(
    { name: 'escalate', data: { caseId: `c${n}`, offerId: `o${n}` } },
    { startAfter: new Date(at) },
  );
}
await all.promise;
await opened.close();
late.sort((a, b) => a - b);
const at = (share: number) => late[Math.min(late.length - 1, Math.floor(late.length * share))] ?? 0;
process.stdout.write(
  `${jobs} escalations due within ${spread / 1000} s: median ${at(0.5)} ms late, 95 % ${at(0.95)} ms, at most ${late.at(-1)} ms\n`,
);
