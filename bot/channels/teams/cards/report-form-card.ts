import { capitalise } from '#bot/channels/text/said.ts';
import { sayHandedOff } from '#bot/channels/text/say-handed-off.ts';
import { categories } from '#bot/desk/category.ts';
import type { Speaker } from '#bot/i18n/speaker.ts';
import type { ReportAnswer, ReportEnd, ReportForm } from '#bot/reply/beyond-chat.ts';
import { noteBody } from './answer-card.ts';
import type { CardElement } from './card.ts';
import { type CardContext, type CardLinks, createCardContext } from './card-context.ts';
import { box, heading, paragraph, subheading, subtle } from './elements.ts';

export type DialogCard = {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: string;
  readonly lang: string;
  readonly body: readonly unknown[];
  readonly actions?: readonly unknown[];
};

/** As other cards: well under what Teams takes. */
const largest = 24_000;
const rooms = [1, 0.5, 0.2, 0.05] as const;

/** What the dialog shows: the form, or how it ended. Made again with less room when it became too big. */
export function reportCard(answer: ReportAnswer, speaker: Speaker, links: CardLinks): DialogCard {
  let card = frame(answer, createCardContext(speaker, 1, links));
  for (const room of rooms) {
    card = frame(answer, createCardContext(speaker, room, links));
    if (Buffer.byteLength(JSON.stringify(card)) < largest) break;
  }
  return card;
}

function frame(answer: ReportAnswer, context: CardContext): DialogCard {
  const form = answer.kind === 'report-form';
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: answer.language,
    body: form
      ? formBody(answer, context)
      : sayEnd(answer, context).map((line, i) => (i === 0 ? heading(line) : paragraph(line))),
    ...(form ? { actions: [send(answer, context)] } : {}),
  };
}

function send({ ticket, leftOut }: ReportForm, { say }: CardContext) {
  return { type: 'Action.Submit', title: say.beyond.form.send, data: { ticket, hasFiles: leftOut.files } };
}

function formBody(form: ReportForm, context: CardContext): unknown[] {
  const { say } = context;
  const {
    form: words,
    form: { faults },
  } = say.beyond;
  const { author } = form;
  return [
    ...(form.hazard ? [box('attention', [paragraph(say.answers.safety, { weight: 'bolder' })])] : []),
    ...faultBox(form, context),
    heading(author.isYou ? words.forYou : words.forSomebody(author.name)),
    {
      type: 'Input.Text',
      id: 'text',
      label: words.text,
      isRequired: true,
      errorMessage: faults['text-missing'],
      isMultiline: true,
      maxLength: 4000,
      value: form.text,
    },
    ...leftOutLines(form, context).map((line) => subtle(line)),
    choice('site', words.site, faults['site-unknown'], form.siteId ?? '', [
      { title: words.siteUnknown, value: '' },
      ...context.few(form.sites, 200).map(({ label, value }) => ({ title: label.slice(0, 80), value })),
    ]),
    choice('category', words.category, faults['category-unknown'], form.category ?? '', [
      { title: words.categoryUnknown, value: '' },
      ...categories
        .filter((category) => category !== 'not-it')
        .map((value) => ({ title: capitalise(say.words.category[value]), value })),
    ]),
    ...suggestion(form, context),
    subtle(author.isYou ? words.storedForYou : words.stored(author.name), {
      spacing: 'medium',
      separator: true,
    }),
  ];
}

type Choice = { readonly title: string; readonly value: string };

function choice(id: string, label: string, errorMessage: string, value: string, choices: readonly Choice[]) {
  return { type: 'Input.ChoiceSet', id, label, errorMessage, style: 'compact', value, choices };
}

/** All that is wrong, at once, above what was typed. */
function faultBox({ faults }: ReportForm, { say }: CardContext): CardElement[] {
  if (faults.length === 0) return [];
  const lines = [say.beyond.form.mend, ...faults.map((fault) => say.beyond.form.faults[fault])];
  return [
    box(
      'attention',
      lines.map((line) => paragraph(line)),
    ),
  ];
}

function leftOutLines({ leftOut }: ReportForm, { say }: CardContext): string[] {
  const { filesLeftOut, secretsLeftOut, endLeftOut } = say.beyond.form;
  return [
    ...(leftOut.files ? [filesLeftOut] : []),
    ...(leftOut.secrets ? [secretsLeftOut] : []),
    ...(leftOut.end ? [endLeftOut] : []),
  ];
}

function suggestion({ suggestion: found, referral }: ReportForm, context: CardContext): CardElement[] {
  const { form } = context.say.beyond;
  const away = referral
    ? [paragraph([form.referral(referral.to), referral.phone].filter(Boolean).join(' '))]
    : [];
  if (found === null) return away;
  const note = [subheading(context.short(found.note.title, 150)), ...noteBody(found.note, context)];
  return [...away, box('emphasis', [subtle(form.suggestion), ...note])];
}

/** Title first. */
export function sayEnd(end: ReportEnd, speaker: Speaker): string[] {
  const { made, reference, refused } = speaker.say.beyond;
  if (end.kind === 'report-refused')
    return [refused[end.reason], ...(end.reference === null ? [] : [reference(end.reference)])];
  const { author, number, how } = end;
  if (how === 'already') return [made.already(number, speaker.say.words.state[end.state]), made.close];
  const told = author.isYou
    ? made.tellsYou
    : end.reachable
      ? made.tells(author.name)
      : made.unreachable(author.name);
  return [
    { made: made.title, joined: made.joined, added: made.added }[how](number),
    ...(end.hazard ? [speaker.say.answers.safety] : []),
    ...whoHasIt(end, speaker),
    told,
    made.close,
  ];
}

/** As the requester hears it: who, and when when nobody is there now. Their words about "you" are left out. */
function whoHasIt(end: Extract<ReportEnd, { kind: 'report-made' }>, speaker: Speaker): string[] {
  const { to, when } = end;
  if (when === null || when.kind === 'now') return to ? [speaker.say.beyond.made.to(to.name)] : [];
  const said = sayHandedOff(
    { kind: 'handed-off', case: null, to: to && { ...to, phone: null }, when, noNote: false, hazard: false },
    speaker,
  );
  return said.lines.slice(0, 1);
}
