import { addDays, momentOf } from '#bot/desk/local-time.ts';
import type { TryQuestion } from '#bot/web/api/contract/try-contract.ts';

/** What is filled in. `at` is a wall clock time of the desk's zone, as a date-time field gives it; "" = now. */
export type QuestionFields = {
  readonly asUpn: string;
  readonly siteId: string | null;
  readonly text: string;
  readonly at: string;
  readonly withDraft: boolean;
};
export type QuestionFault = 'person-missing' | 'text-missing' | 'time-unreadable';

/** The question as the server wants it, or what is missing. */
export function readQuestion(
  fields: QuestionFields,
  { timezone, draft }: { readonly timezone: string; readonly draft: TryQuestion['draft'] },
): TryQuestion | QuestionFault {
  const text = fields.text.trim();
  if (fields.asUpn === '') return 'person-missing';
  if (text === '') return 'text-missing';
  const at = fields.at === '' ? null : momentOf(fields.at, timezone);
  if (fields.at !== '' && at === null) return 'time-unreadable';
  return {
    asUpn: fields.asUpn,
    siteId: fields.siteId,
    text,
    at: at?.toISOString() ?? null,
    draft: fields.withDraft ? draft : null,
  };
}

/** Times worth trying, as the field writes them: the next working day, its evening, the next Saturday. `today`: `2026-11-23`. */
export function timesToTry(today: string): Record<'workday' | 'evening' | 'weekend', string> {
  const workday = nextDay(today, (weekday) => weekday >= 1 && weekday <= 5);
  const saturday = nextDay(today, (weekday) => weekday === 6);
  return { workday: `${workday}T10:00`, evening: `${workday}T19:30`, weekend: `${saturday}T11:00` };
}

function nextDay(today: string, wanted: (weekday: number) => boolean): string {
  const week = [0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(today, offset));
  return week.find((day) => wanted(new Date(`${day}T12:00:00Z`).getUTCDay())) ?? today;
}
