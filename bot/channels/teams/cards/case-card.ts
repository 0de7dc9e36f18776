import {
  caseFacts,
  caseHeadline,
  machineLines,
  nextWords,
  resolutionLabel,
  triedLines,
  wordsOf,
} from '#bot/channels/text/say-case.ts';
import { factInWords } from '#bot/i18n/opening-hours-in-words.ts';
import type { TechnicianCaseView } from '#bot/reply/reply.ts';
import { fold, press } from './actions.ts';
import type { CardElement } from './card.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { caseActions } from './case-actions.ts';
import { caseBackground } from './case-background.ts';
import { contractorTimes, foldNotTheirs, sentBack } from './contractor-parts.ts';
import { laterButtons } from './day-cards.ts';
import { box, factSet, facts, heading, markdownBlock, paragraph, subheading, subtle } from './elements.ts';
import { choiceInput } from './inputs.ts';
import { escapeMarkdown, link, phoneLink } from './markdown.ts';
import { noteQuestions, remoteQuestion } from './note-questions.ts';

/** The case for whoever takes care of it: enough to go there without asking anything again. */
export function caseCard(view: TechnicianCaseView, context: CardContext): CardParts {
  if (view.viewer.relation === 'former')
    return { body: formerBody(view, context), actions: foldNotTheirs(view, context) };
  return {
    body: [
      ...header(view, context),
      ...sentBack(view, context),
      ...ownWords(view, context),
      ...machineWords(view, context),
      ...promised(view, context),
      ...otherReports(view, context),
      ...factsWithPhones(view, context),
      ...filesToOpen(view, context),
      ...tried(view, context),
      ...aboutTheSite(view, context),
      ...contractorTimes(view, context),
      ...caseBackground(view, context),
      ...ending(view, context),
      ...noteQuestions(view, context),
      ...remoteQuestion(view, context),
    ],
    actions: caseActions(view, context),
  };
}

/** Whoever no longer has it needs to know only that, and whose it is. */
function formerBody(view: TechnicianCaseView, context: CardContext): CardElement[] {
  return [
    heading(context.short(caseHeadline(view, context), 150)),
    paragraph(context.say.technician.formerMore),
    subtle(context.say.cases.numberAndTitle(view.number, context.short(view.title, 150))),
  ];
}

function header(view: TechnicianCaseView, context: CardContext): CardElement[] {
  const { technician } = context.say;
  const waits = view.viewer.relation === 'offered' && view.acknowledgeBy;
  return [
    subtle([caseHeadline(view, context), view.number, ...urgency(view, context)].join(' · ')),
    heading(context.short(view.title, 150)),
    ...(view.hazard ? [box('attention', [paragraph(technician.hazard, { weight: 'bolder' })])] : []),
    ...(waits ? [paragraph(technician.answerBy(context.time(waits)))] : []),
  ];
}

/** Said beside the number only when it matters. */
function urgency({ priority }: TechnicianCaseView, { say }: CardContext): string[] {
  const urgent = priority === 'critical' || priority === 'high';
  return urgent ? [say.technician.priorityIs(say.words.priority[priority])] : [];
}

function ownWords(view: TechnicianCaseView, context: CardContext): CardElement[] {
  const whose = wordsOf(view, context);
  return [
    box('emphasis', [subtle(whose), paragraph(context.short(view.symptom, 1500), { spacing: 'small' })]),
  ];
}

/** Under the person's own words, so that nobody takes it for them. */
function machineWords(view: TechnicianCaseView, context: CardContext): CardElement[] {
  return machineLines(view, context).flatMap(({ title, text }) => [
    subtle(title, { spacing: 'medium' }),
    paragraph(context.short(text, 900), { spacing: 'none' }),
  ]);
}

function factsWithPhones(view: TechnicianCaseView, context: CardContext): CardElement[] {
  const phones = [view.requester.phone, view.site?.phone].filter((phone) => phone != null);
  // What stands above with its buttons is not said twice.
  const isPromised = promised(view, context).length > 0;
  const shown = caseFacts(view, context).filter(
    ({ title }) => !isPromised || title !== context.say.technician.labels.promised,
  );
  const rows = shown.map(({ title, value }) => ({
    title,
    value: phones.reduce(withLink, escapeMarkdown(context.short(value, 400))),
  }));
  return factSet(rows);
}

/** One press from the picture that says more than the words. */
function filesToOpen(view: TechnicianCaseView, context: CardContext): CardElement[] {
  const links = context.few(view.attachments, mostFiles).flatMap(({ id, name }) => {
    const url = id == null ? null : context.fileUrl(id);
    return url === null ? [] : [link(context.short(name, 60), url)];
  });
  if (links.length === 0) return [];
  return [markdownBlock(`${escapeMarkdown(context.say.technician.openFiles)} ${links.join(' · ')}`)];
}

const mostFiles = 8;

/** One card for all of them, with a counter; and a way to say that one is something else. */
function otherReports(view: TechnicianCaseView, context: CardContext): CardElement[] {
  const others = view.others ?? [];
  if (others.length === 0) return [];
  const { incident } = context.say.dispatch;
  const named = context.few(others, 15).map(({ upn, name, siteName }) => ({
    title: context.short([name, siteName].filter(Boolean).join(', '), 100),
    value: upn,
  }));
  const choice = choiceInput('value_split', incident.splitLabel, incident.splitError, named);
  const split = press(context.say.buttons.splitOff, { verb: 'split', caseId: view.id }, { withInputs: true });
  return [
    paragraph(incident.others(others.length), { weight: 'bolder', spacing: 'medium' }),
    ...named.map(({ title }) => paragraph(title, { spacing: 'none' })),
    { type: 'ActionSet', actions: [fold(context.say.buttons.split, [choice], [split])] },
  ];
}

/** The promise that stands, and one press to move it. */
function promised(view: TechnicianCaseView, context: CardContext): CardElement[] {
  const { promisedAt, onSiteAt, viewer, state } = view;
  if (!promisedAt || onSiteAt || viewer.relation !== 'assigned' || state !== 'in-progress') return [];
  const { slip } = context.say.dispatch;
  return [
    paragraph(slip.promised(context.aboutTime(promisedAt)), { weight: 'bolder', spacing: 'medium' }),
    { type: 'ActionSet', actions: laterButtons(view.id, context) },
  ];
}

function withLink(markdown: string, phone: string): string {
  const written = escapeMarkdown(phone);
  return markdown.includes('](tel:') ? markdown : markdown.replace(written, () => phoneLink(phone));
}

function tried(view: TechnicianCaseView, context: CardContext): CardElement[] {
  const [first = '', ...rest] = triedLines(view, context);
  return [
    rest.length > 0 ? subheading(first) : subtle(first, { spacing: 'medium' }),
    ...context.few(rest, 10).map((line) => paragraph(context.short(line, 200), { spacing: 'none' })),
  ];
}

function aboutTheSite({ site }: TechnicianCaseView, context: CardContext): CardElement[] {
  if (!site || site.facts.length === 0) return [];
  const rows = context.few(site.facts, 12).map(({ name, value }) => ({
    title: context.short(factInWords(name, context.language), 60),
    value: context.short(value, 200),
  }));
  return [subheading(context.say.technician.facts), ...facts(rows)];
}

function ending(view: TechnicianCaseView, context: CardContext): CardElement[] {
  const resolution = resolutionLabel(view, context);
  const step = nextWords(view, context);
  const how = view.resolution ? context.short(view.resolution, 600) : null;
  return [
    ...(how ? [paragraph(`${resolution}: ${how}`, { spacing: 'medium' })] : []),
    ...(step ? [paragraph(step, { weight: 'bolder', spacing: 'medium' })] : []),
  ];
}
