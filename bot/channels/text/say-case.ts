import { factInWords, openingHoursInWords } from '#bot/i18n/opening-hours-in-words.ts';
import type { Speaker } from '#bot/i18n/speaker.ts';
import type { TechnicianCaseView } from '#bot/reply/reply.ts';
import { clip } from './clip.ts';
import { bullet, capitalise, type Said, said } from './said.ts';
import { bounceLines, contractorLines, doubtLines, lastBounce } from './say-contractor.ts';

export type Fact = { readonly title: string; readonly value: string };

/** The case for whoever takes care of it: the card's facts in plain lines. Secret facts are only named, elsewhere. */
export function sayCase(view: TechnicianCaseView, speaker: Speaker): Said {
  const { say } = speaker;
  const about = say.cases.numberAndTitle(view.number, view.title);
  const headline = caseHeadline(view, speaker);
  if (view.viewer.relation === 'former') return said(headline, [say.technician.formerMore], [about]);
  return said(
    headline,
    [],
    [
      about,
      view.hazard ? say.technician.hazard : '',
      ...caseFacts(view, speaker).map((fact) => `${fact.title}: ${fact.value}`),
      `${wordsOf(view, speaker)} ${clip(view.symptom, 2000, say.talk.shortened)}`,
      ...machineLines(view, speaker).map(({ title, text }) => `${title}: ${text}`),
      ...triedLines(view, speaker),
      ...contractorWords(view, speaker),
      view.resolution ? `${resolutionLabel(view, speaker)}: ${view.resolution}` : '',
      nextWords(view, speaker),
    ].filter((line) => line !== ''),
  );
}

/** Of a case that was opened again it is what was done before. */
export function resolutionLabel({ state }: TechnicianCaseView, { say }: Speaker): string {
  const isOver = state === 'resolved' || state === 'closed';
  return isOver ? say.technician.resolution : say.technician.resolutionBefore;
}

/** Their last no first, then the time that each of them has had it. */
function contractorWords(view: TechnicianCaseView, speaker: Speaker): string[] {
  const last = lastBounce(view);
  const told = last === null ? doubtLines(view, speaker) : bounceLines(last, speaker);
  const bounce = told === null ? [] : [told];
  return [
    ...bounce.flatMap(({ title, lines }) => [title, ...lines]),
    ...(view.contractors ?? []).flatMap((record) => [
      `${speaker.say.contractor.heading(record.name)}:`,
      ...contractorLines(record, speaker).map(bullet),
    ]),
  ];
}

/** Whose words they are: a colleague may have reported it in words of their own. */
export function wordsOf({ reportedBy, requester }: TechnicianCaseView, { say }: Speaker): string {
  return say.technician.inTheirWords(reportedBy?.rewritten ? reportedBy.name : requester.name);
}

/** "Kan du ta det här?", "Ditt ärende", "Omar Haddad har tagit det här". */
export function caseHeadline(view: TechnicianCaseView, { say }: Speaker): string {
  const { assigned, dispatcher, former, formerNobody, offered } = say.technician;
  const taker = view.assignee ?? view.offeredTo;
  if (view.viewer.relation === 'former') return taker ? former(taker.name) : formerNobody;
  return { offered, assigned, dispatcher }[view.viewer.relation];
}

/** A dispatcher is not asked to take it, but to see that somebody does. */
export function nextWords(view: TechnicianCaseView, { say }: Speaker): string {
  const dispatches = view.viewer.relation === 'dispatcher' && view.nextStep === 'answer-offer';
  return say.technician.next[dispatches ? 'dispatch-it' : view.nextStep];
}

/** What, where, who: in the order in which a technician plans. Empty ones are left out. */
export function caseFacts(view: TechnicianCaseView, speaker: Speaker): Fact[] {
  const { say } = speaker;
  const { labels } = say.technician;
  const facts: [string, string | null][] = [
    [labels.what, `${capitalise(say.words.category[view.category])} (${say.words.type[view.type]})`],
    [labels.device, view.device],
    [labels.where, whereWords(view, speaker)],
    [labels.visits, visitWords(view, speaker)],
    [labels.who, whoWords(view)],
    [say.beyond.reportedBy, view.reportedBy?.name ?? null],
    [labels.priority, capitalise(say.words.priority[view.priority])],
    [labels.state, view.state === 'new' ? null : stateWords(view, speaker)],
    [labels.since, view.since],
    [labels.affected, affectedWords(view, speaker)],
    [labels.promised, view.promisedAt ? speaker.aboutTime(view.promisedAt) : null],
    [labels.attachments, view.attachments.map(nameAndSize).join(', ')],
    [labels.withheld, view.withheld.map((name) => factInWords(name, speaker.language)).join(', ')],
    [labels.whyThis, view.classificationReason],
  ];
  return facts.flatMap(([title, value]) =>
    value ? [{ title, value: clip(value, 400, say.talk.shortened) }] : [],
  );
}

function nameAndSize({ name, size }: TechnicianCaseView['attachments'][number]): string {
  return size ? `${name} (${Math.ceil(size / 1000)} kB)` : name;
}

function stateWords(view: TechnicianCaseView, { say }: Speaker): string {
  const hold = view.holdReason ? (say.words.holdReason[view.holdReason] ?? view.holdReason) : null;
  return capitalise(view.state === 'on-hold' && hold ? hold : say.words.state[view.state]);
}

function whereWords({ site }: TechnicianCaseView, { say }: Speaker): string {
  if (!site) return say.technician.unknownSite;
  return [site.name, site.address, site.phone].filter(Boolean).join(', ');
}

function visitWords({ site }: TechnicianCaseView, { language }: Speaker): string | null {
  const hours = site?.visitHours ? openingHoursInWords(site.visitHours, language) : null;
  return [hours, site?.visitNotes].filter(Boolean).join('. ') || null;
}

function whoWords({ requester }: TechnicianCaseView): string {
  return [requester.name, requester.title, requester.phone].filter(Boolean).join(', ');
}

function affectedWords(view: TechnicianCaseView, { say }: Speaker): string | null {
  const reports = view.reporters > 1 ? say.technician.reporters(view.reporters) : null;
  return [view.affected, reports].filter(Boolean).join(', ') || null;
}

/** What a language model wrote about it, each marked as that. */
export function machineLines(
  { machine }: TechnicianCaseView,
  { say }: Speaker,
): { readonly title: string; readonly text: string }[] {
  const { machineTranslation, machineSummary, machineSuggestion } = say.technician;
  const lines = [
    { title: machineTranslation, text: machine?.translation },
    { title: machineSummary, text: machine?.summary },
    { title: machineSuggestion, text: machine?.suggestion },
  ];
  return lines.flatMap(({ title, text }) =>
    text ? [{ title, text: clip(text, 900, say.talk.shortened) }] : [],
  );
}

/** What was tried and how it went. */
export function triedLines(view: TechnicianCaseView, { say }: Speaker): string[] {
  if (view.attempts.length === 0) return [say.technician.nothingTried];
  const lines = view.attempts
    .slice(0, 10)
    .map(({ noteTitle, outcome }) =>
      bullet(`${clip(noteTitle, 150, '…')}: ${say.technician.outcome[outcome]}`),
    );
  return [`${say.technician.tried}:`, ...lines];
}
