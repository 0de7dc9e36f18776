import type { Desk } from '#bot/desk/desk.ts';
import { momentOf } from '#bot/desk/local-time.ts';
import { parseWhen } from '#bot/desk/parse-when.ts';
import { InvalidInput, NotFound } from '#bot/errors.ts';
import { timeInWords } from '#bot/i18n/when.ts';
import { type DutyAnswer, dutyAt } from '#bot/triage/duty-at.ts';
import type { CommandContext, RegisterCommand } from './command-context.ts';
import { dutyWords as words } from './duty-words.ts';
import { loadDesk } from './load-desk.ts';

type Options = {
  readonly site?: string;
  readonly at?: string;
  readonly desk?: string;
  readonly json?: boolean;
};

/** `vaktis duty`: who works, who is on call, who is away. Changes nothing. */
export const registerDuty: RegisterCommand = (program, context, exitWith) => {
  program
    .command('duty')
    .description(words.duty)
    .option('--site <ID>', words.site)
    .option('--at <INSTANT>', words.at)
    .option('--desk <DIR>', words.desk)
    .option('--json', words.json)
    .action(async (options: Options) => {
      await duty(options, context);
      exitWith(0);
    });
};

async function duty(options: Options, context: CommandContext): Promise<void> {
  const { desk } = (await loadDesk(options.desk, context)).loaded;
  const siteId = options.site ?? null;
  if (siteId !== null && !desk.sites.has(siteId)) throw new NotFound(words.noSite(siteId));
  const at = readInstant(options.at, desk, new Date());
  const answer = dutyAt(desk, { siteId, at });
  if (options.json === true) context.write(JSON.stringify({ site: siteId, at: at.toISOString(), ...answer }));
  else for (const line of inWords(answer, at, desk, siteId)) context.write(line);
}

/** An instant, or the words that the chat understands too. @throws InvalidInput */
function readInstant(text: string | undefined, desk: Desk, now: Date): Date {
  if (text === undefined) return now;
  const { timezone } = desk.settings;
  const at = momentOf(text, timezone) ?? parseWhen(text, now, timezone)?.at;
  if (!at) throw new InvalidInput(words.noTime(text));
  return at;
}

function inWords(answer: DutyAnswer, at: Date, desk: Desk, siteId: string | null): string[] {
  const time = (instant: Date) =>
    timeInWords(instant, { language: 'en', timezone: desk.settings.timezone, now: null });
  const name = (upn: string) => `${desk.people.get(upn)?.name ?? upn} <${upn}>`;
  const where = siteId === null ? '' : ` · ${desk.sites.get(siteId)?.name ?? siteId}`;
  const { next } = answer;
  return [
    `${time(at)}${where}`,
    ...answer.onDuty.map((upn) => `${words.onDuty} ${name(upn)}`),
    ...answer.onCall.map((upn) => `${words.onCall} ${name(upn)}`),
    ...answer.away.map(({ upn, until, reason }) =>
      [`${words.away} ${name(upn)}`, `${words.until} ${time(until)}`, reason].filter(Boolean).join(' · '),
    ),
    ...(answer.onDuty.length > 0 ? [] : [next ? words.next(name(next.upn), time(next.at)) : words.hole]),
  ];
}
