import type { Speaker } from '#bot/i18n/speaker.ts';
import type { BounceView, ContractorRecordView } from '#bot/reply/contractor-view.ts';
import type { TechnicianCaseView } from '#bot/reply/reply.ts';
import { clip } from './clip.ts';

/** "3 tim 20 min". */
function lengthInWords(minutes: number, { say }: Speaker): string {
  const { contractor } = say;
  return minutes < 60
    ? contractor.minutes(minutes)
    : contractor.hours(Math.floor(minutes / 60), minutes % 60);
}

/** How long they had it, against what they promised, and what else tells of it. */
export function contractorLines(record: ContractorRecordView, speaker: Speaker): string[] {
  const { contractor, words } = speaker.say;
  const { holds, heardAfter, outcome, bounces, reopenings } = record;
  const isTheirs = outcome === 'with-them';
  return [
    timeLine(record, speaker),
    isTheirs && record.dueAt && record.kept !== false ? contractor.due(speaker.time(record.dueAt)) : '',
    heardAfter !== null
      ? contractor.heardAfter(lengthInWords(heardAfter, speaker))
      : isTheirs
        ? contractor.notHeard
        : '',
    ...holds.map(({ reason, minutes, stopped }) => {
      const why = words.holdReason[reason] ?? reason;
      const length = lengthInWords(minutes, speaker);
      return stopped ? contractor.stopped(length, why) : contractor.ran(length, why);
    }),
    bounces.length > 0 ? contractor.bouncedTimes(bounces.length) : '',
    reopenings > 0 ? contractor.reopenedTimes(reopenings) : '',
  ].filter((line) => line !== '');
}

function timeLine({ waited, promised, kept, outcome }: ContractorRecordView, speaker: Speaker): string {
  const { contractor } = speaker.say;
  const length = lengthInWords(waited, speaker);
  const parts = [
    outcome === 'resolved'
      ? contractor.took(length)
      : outcome === 'with-them'
        ? contractor.waited(length)
        : contractor.had(length),
    promised === null ? '' : contractor.promised(lengthInWords(promised, speaker)),
    kept === null ? '' : kept ? contractor.kept : contractor.broken,
  ];
  return `${parts.filter((part) => part !== '').join(', ')}.`;
}

/** The last time that a contractor sent the case back, while it is ours; null: never, or they have it again. */
export function lastBounce(
  view: TechnicianCaseView,
): { readonly name: string; readonly bounce: BounceView } | null {
  if (view.assignee?.kind === 'contractor') return null;
  const all = (view.contractors ?? []).flatMap(({ name, bounces }) =>
    bounces.map((bounce) => ({ name, bounce })),
  );
  return all.sort((one, other) => (one.bounce.at < other.bounce.at ? -1 : 1)).at(-1) ?? null;
}

/** What a contractor said that sounds like a no, while they still have the case; null: nothing. */
export function doubtLines(
  view: TechnicianCaseView,
  { say }: Speaker,
): { readonly title: string; readonly lines: string[] } | null {
  const { contractor, talk } = say;
  const record = (view.contractors ?? []).find(({ doubt }) => doubt);
  if (record === undefined || view.mayReturn !== true) return null;
  const quote = contractor.quote(clip(record.lastWords ?? '', 600, talk.shortened));
  return { title: contractor.doubt(record.name), lines: [quote, contractor.doubtMore] };
}

/** Who sent it back, why, in whose words, and how that is known. */
export function bounceLines(
  { name, bounce: { reason, words, by } }: { readonly name: string; readonly bounce: BounceView },
  { say }: Speaker,
): { readonly title: string; readonly lines: string[] } {
  const { contractor, talk } = say;
  return {
    title: contractor.returned(name, contractor.reasons[reason]),
    lines: [
      words === null ? contractor.noWords : contractor.quote(clip(words, 600, talk.shortened)),
      by === null ? '' : contractor.reportedBy(by),
    ].filter((line) => line !== ''),
  };
}
