import { addDays, fromWallClock, localDate } from '#bot/desk/local-time.ts';
import { isOpen } from '#bot/desk/service-hours.ts';
import { findForgotten, type Rescued, rescue } from '#bot/handoff/forgotten-cases.ts';
import { sendMorningSummaries } from '#bot/handoff/my-day.ts';
import { sendNoteReminders } from '#bot/handoff/note-reminders.ts';
import type { JobRequest } from '#bot/handoff/stores.ts';
import { eachInTurn } from './each-in-turn.ts';
import { forgetFiles } from './forget-files.ts';
import { contextNow, type JobHandlerPorts, type JobPorts } from './ports.ts';
import { weed } from './retention/weed.ts';
import { countFigures, sendFigures } from './weekly-figures.ts';

type What = Extract<JobRequest, { name: 'daily' }>['data']['what'];

/** Local hours: weeding and the check at night, the summary before the first duty begins. */
const hours: Readonly<Record<What, { hour: number; minute: number }>> = {
  retention: { hour: 1, minute: 20 },
  check: { hour: 3, minute: 10 },
  summary: { hour: 7, minute: 15 },
  reminders: { hour: 9, minute: 0 },
  'figure-cards': { hour: 7, minute: 40 },
  // The first time; from then on every hour.
  figures: { hour: 4, minute: 7 },
};

/** Sees to it that what is done once a day has a next time. Safe to call often and from several processes. */
export async function scheduleDaily(ports: JobPorts): Promise<void> {
  for (const what of ['retention', 'check', 'summary', 'reminders'] as const) await scheduleNext(ports, what);
  if (ports.figures) for (const what of ['figures', 'figure-cards'] as const) await scheduleNext(ports, what);
}

/** What is done once a day; then its next time is set. */
export async function runDaily(ports: JobHandlerPorts, what: What): Promise<void> {
  if (what === 'retention') return weedTonight(ports);
  if (what === 'figures') return countHourly(ports);
  try {
    if (what === 'summary') return await sendSummaries(ports);
    if (what === 'reminders') return await remindOfNotes(ports);
    if (what === 'figure-cards') return await (ports.figures && sendFigures(ports, ports.figures));
    await forgetFiles(ports);
    await checkForgotten(ports);
  } finally {
    await scheduleNext(ports, what);
  }
}

/** No open case is without an owner, a clock or a next step: whichever lacks one gets it now. */
async function checkForgotten(ports: JobHandlerPorts): Promise<void> {
  const forgotten = await findForgotten(ports.storage.stores, await contextNow(ports));
  await eachInTurn(forgotten, (one) => seeTo(ports, one));
  ports.logger.info({ forgotten: forgotten.length }, 'The open cases were looked through.');
}

async function seeTo(ports: JobHandlerPorts, { caseId, missing }: Rescued): Promise<void> {
  ports.logger.warn({ caseId, missing }, 'An open case lacked something; it is seen to.');
  const ctx = await contextNow(ports);
  const { deliveryIds } = await ports.storage.transaction((stores) => rescue(stores, ctx, caseId));
  await ports.deliverer.deliverAll(deliveryIds);
}

/** A night's work may be more than one job may take: then it goes on in a minute, until morning. */
async function weedTonight(ports: JobHandlerPorts): Promise<void> {
  let hasMore = false;
  try {
    const { weeder } = ports;
    if (weeder) hasMore = await weed({ ...ports, weeder, elapsed: () => performance.now() });
  } finally {
    await scheduleNext(ports, 'retention', hasMore);
  }
}

/** What changed is counted every hour; a long history goes on at once, in pieces. */
async function countHourly(ports: JobHandlerPorts): Promise<void> {
  const { storage, now, figures } = ports;
  if (!figures) return;
  let hasMore = false;
  try {
    hasMore = await countFigures(ports, figures);
  } finally {
    const startAfter = new Date(now().getTime() + (hasMore ? 1_000 : 60 * 60_000));
    const options = { startAfter, singletonKey: 'daily-figures' };
    await storage.stores.jobs.enqueue({ name: 'daily', data: { what: 'figures' } }, options);
  }
}

async function sendSummaries(ports: JobHandlerPorts): Promise<void> {
  const ctx = await contextNow(ports);
  const { deliveryIds } = await ports.storage.transaction((stores) => sendMorningSummaries(stores, ctx));
  await ports.deliverer.deliverAll(deliveryIds);
}

/** On days when nobody works, nobody is asked. */
async function remindOfNotes(ports: JobHandlerPorts): Promise<void> {
  const ctx = await contextNow(ports);
  const { settings } = ctx.loaded.desk;
  if (!isOpen(settings.serviceHours, ctx.at, settings)) return;
  const { deliveryIds } = await ports.storage.transaction((stores) => sendNoteReminders(stores, ctx));
  await ports.deliverer.deliverAll(deliveryIds);
}

/** `isPressing`: in a minute already, unless it is day. */
async function scheduleNext(
  { storage, deskSource, now }: JobPorts,
  what: What,
  isPressing = false,
): Promise<void> {
  const { timezone } = (await deskSource.current()).desk.settings;
  const next = nextTime(hours[what], now(), timezone);
  const soon = new Date(now().getTime() + 60_000);
  const isNight = next.getTime() - now().getTime() > 20 * 60 * 60_000;
  const startAfter = isPressing && isNight ? soon : next;
  const singletonKey = `daily-${what}`;
  await storage.stores.jobs.enqueue({ name: 'daily', data: { what } }, { startAfter, singletonKey });
}

/** The next time that the desk's clocks show that hour; tomorrow when it is past today. */
export function nextTime(time: { hour: number; minute: number }, at: Date, timezone: string): Date {
  const on = (date: string) => {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
    return fromWallClock({ year, month, day, ...time, second: 0 }, timezone);
  };
  const today = localDate(at, timezone);
  return on(today) > at ? on(today) : on(addDays(today, 1));
}
