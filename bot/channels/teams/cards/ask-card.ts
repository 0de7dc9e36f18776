import type { ReplyOf } from '#bot/channels/text/reply-of.ts';
import { optionLabel } from '#bot/channels/text/say-talk.ts';
import { press } from './actions.ts';
import type { CardElement, ChoiceInput } from './card.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { heading, subtle } from './elements.ts';

/** More than this become a list to choose from. */
const mostButtons = 6;

export function askCard(reply: ReplyOf<'ask'>, context: CardContext): CardParts {
  const { reportId } = reply;
  const person = press(context.say.buttons.talkToPerson, { verb: 'talk-to-person', reportId });
  const many = reply.options.length > mostButtons;
  return {
    body: [
      heading(context.say.talk.ask[reply.about]),
      ...(reply.options.length > 0 ? [subtle(context.say.talk.askHint[reply.about])] : []),
      ...(many ? [choices(reply, context)] : optionButtons(reply, context)),
    ],
    actions: [...(many ? [choose(reply, context)] : []), person],
  };
}

function verbOf({ about }: ReplyOf<'ask'>): string {
  return about === 'site' ? 'choose-site' : 'choose-category';
}

/** In the body, so that the way to a person stands apart from the answers. */
function optionButtons(reply: ReplyOf<'ask'>, context: CardContext): CardElement[] {
  if (reply.options.length === 0) return [];
  const actions = reply.options.map((option) =>
    press(optionLabel(option, reply.about, context), {
      verb: verbOf(reply),
      reportId: reply.reportId,
      value: option.value,
    }),
  );
  return [{ type: 'ActionSet', actions }];
}

function choices(reply: ReplyOf<'ask'>, context: CardContext): ChoiceInput {
  const { askHint, askLabel } = context.say.talk;
  return {
    type: 'Input.ChoiceSet',
    id: 'value',
    style: 'compact',
    label: askLabel[reply.about],
    isRequired: true,
    errorMessage: askHint[reply.about],
    choices: context.few(reply.options, 100).map((option) => ({
      title: context.short(optionLabel(option, reply.about, context), 80),
      value: option.value,
    })),
  };
}

function choose(reply: ReplyOf<'ask'>, { say }: CardContext) {
  return press(say.buttons.choose, { verb: verbOf(reply), reportId: reply.reportId }, { withInputs: true });
}
