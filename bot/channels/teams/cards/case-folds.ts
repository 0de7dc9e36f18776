import { capitalise } from '#bot/channels/text/said.ts';
import { factInWords } from '#bot/i18n/opening-hours-in-words.ts';
import type { TechnicianCaseView } from '#bot/reply/reply.ts';
import { fold, press } from './actions.ts';
import type { CardElement, ExecuteAction, ShowCardAction } from './card.ts';
import type { CardContext } from './card-context.ts';
import { markdownBlock, subtle } from './elements.ts';
import { choiceInput, textInput, timeInput } from './inputs.ts';
import { chatLink } from './markdown.ts';

const mostSecrets = 5;
const mostColleagues = 50;

/** Minutes count from the press, not from when the card was drawn. */
export function foldWhen(view: TechnicianCaseView, { say }: CardContext): ShowCardAction {
  const promise = { verb: 'promise', caseId: view.id };
  return fold(
    view.promisedAt ? say.buttons.otherTime : say.buttons.when,
    [timeInput('value_when', say.technician.timeLabel, say.technician.timeError)],
    [
      press(say.buttons.sayTime, promise, { withInputs: true }),
      press(say.buttons.inMinutes('15'), { ...promise, value: '15m' }),
      press(say.buttons.inMinutes('30'), { ...promise, value: '30m' }),
      press(say.buttons.inOneHour, { ...promise, value: '60m' }),
    ],
  );
}

export function foldResolve(view: TechnicianCaseView, { say }: CardContext): ShowCardAction {
  return fold(
    say.buttons.resolve,
    [textInput('text_resolve', say.technician.resolveLabel, say.technician.resolveError)],
    [press(say.buttons.sendResolved, { verb: 'resolve', caseId: view.id }, { withInputs: true })],
  );
}

export function foldWrite(view: TechnicianCaseView, context: CardContext): ShowCardAction {
  const { buttons, technician } = context.say;
  const label = technician.writeLabel(context.short(view.requester.name, 60));
  return fold(
    buttons.write,
    [textInput('text_message', label, technician.writeError), ...directChat(view, context)],
    [
      press(buttons.tell, { verb: 'tell-requester', caseId: view.id }, { withInputs: true }),
      press(buttons.ask, { verb: 'ask-requester', caseId: view.id }, { withInputs: true }),
    ],
  );
}

/** For whoever would rather talk themselves. */
function directChat({ requester }: TechnicianCaseView, context: CardContext): CardElement[] {
  if (!requester.upn) return [];
  const name = context.short(requester.name, 60);
  return [markdownBlock(chatLink(context.say.dispatch.directChat(name), requester.upn))];
}

/** Nothing when there is nobody to pass it on to. */
export function foldPassOn(title: string, view: TechnicianCaseView, context: CardContext): ShowCardAction[] {
  if (view.colleagues.length === 0) return [];
  const { technician } = context.say;
  const choices = context
    .few(view.colleagues, mostColleagues)
    .map(({ upn, name }) => ({ title: context.short(name, 80), value: upn }));
  return [
    fold(
      title,
      [
        choiceInput('value_pass_on', technician.passOnLabel, technician.passOnError, choices),
        textInput('text_pass_on', technician.passOnWhyLabel, technician.passOnWhyError, { optional: true }),
      ],
      [press(context.say.buttons.sendOn, { verb: 'pass-on', caseId: view.id }, { withInputs: true })],
    ),
  ];
}

/** A pause with its reason, and what is shown only on request. */
export function foldMore(view: TechnicianCaseView, context: CardContext): ShowCardAction {
  const { buttons, technician, words } = context.say;
  const choices = Object.entries(words.holdReason).map(([value, title]) => ({
    title: capitalise(title),
    value,
  }));
  const secrets = secretButtons(view, context);
  return fold(
    buttons.more,
    [
      choiceInput('value_hold', technician.holdLabel, technician.holdError, choices),
      ...(secrets.length > 0 ? [subtle(technician.secretsHint)] : []),
    ],
    [press(buttons.hold, { verb: 'hold', caseId: view.id }, { withInputs: true }), ...secrets],
  );
}

export function foldSecrets(view: TechnicianCaseView, context: CardContext): ShowCardAction[] {
  const secrets = secretButtons(view, context);
  if (secrets.length === 0) return [];
  return [fold(context.say.buttons.secrets, [subtle(context.say.technician.secretsHint)], secrets)];
}

/** The card knows only that there is such a fact; its value comes when it is asked for, and that is logged. */
function secretButtons({ id, site }: TechnicianCaseView, { say, language }: CardContext): ExecuteAction[] {
  return (site?.secretFacts ?? []).slice(0, mostSecrets).map((name) =>
    press(say.buttons.showSecret(factInWords(name, language)), {
      verb: 'show-secret',
      caseId: id,
      value: name,
    }),
  );
}
