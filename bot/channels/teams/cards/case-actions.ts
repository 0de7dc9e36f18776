import type { TechnicianCaseView } from '#bot/reply/reply.ts';
import { fold, press } from './actions.ts';
import { foldPriority } from './board-cards.ts';
import type { CardAction } from './card.ts';
import type { CardContext } from './card-context.ts';
import { foldMore, foldPassOn, foldResolve, foldSecrets, foldWhen, foldWrite } from './case-folds.ts';
import { foldNotTheirs } from './contractor-parts.ts';
import { textInput } from './inputs.ts';

/** At most six, the next best thing first. */
export function caseActions(view: TechnicianCaseView, context: CardContext): CardAction[] {
  if (!['new', 'in-progress', 'on-hold'].includes(view.state)) return [];
  if (view.viewer.relation === 'offered') return offeredActions(view, context);
  if (view.viewer.relation === 'dispatcher') return dispatcherActions(view, context);
  return view.viewer.relation === 'assigned' ? assignedActions(view, context) : [];
}

function offeredActions(view: TechnicianCaseView, { say }: CardContext): CardAction[] {
  const ids = { caseId: view.id, ...(view.offerId ? { offerId: view.offerId } : {}) };
  const { declineError, declineLabel, declineSend } = say.technician;
  const why = textInput('text_decline', declineLabel, declineError);
  return [
    press(say.buttons.accept, { verb: 'accept', ...ids }),
    fold(say.buttons.decline, [why], [press(declineSend, { verb: 'decline', ...ids }, { withInputs: true })]),
  ];
}

function dispatcherActions(view: TechnicianCaseView, context: CardContext): CardAction[] {
  const ids = { caseId: view.id, ...(view.offerId ? { offerId: view.offerId } : {}) };
  return [
    ...foldPassOn(context.say.buttons.assign, view, context),
    ...(view.mayReturn
      ? foldNotTheirs(view, context)
      : [press(context.say.buttons.accept, { verb: 'accept', ...ids })]),
    foldPriority(view, context),
    foldWrite(view, context),
  ];
}

function assignedActions(view: TechnicianCaseView, context: CardContext): CardAction[] {
  return [
    ...movingOn(view, context),
    foldResolve(view, context),
    foldWrite(view, context),
    ...foldPassOn(context.say.buttons.passOn, view, context),
    ...(view.state === 'on-hold' ? foldSecrets(view, context) : [foldMore(view, context)]),
  ];
}

/** On the way, on site, or waiting: what brings the case forward from where it is. */
function movingOn(view: TechnicianCaseView, context: CardContext): CardAction[] {
  const { buttons } = context.say;
  const caseId = view.id;
  if (view.state === 'on-hold') return [press(buttons.resume, { verb: 'resume', caseId })];
  if (view.onSiteAt) return [];
  return [foldWhen(view, context), press(buttons.onSite, { verb: 'on-site', caseId })];
}
