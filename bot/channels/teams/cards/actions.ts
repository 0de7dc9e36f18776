import type {
  CardElement,
  ExecuteAction,
  InnerCard,
  PressData,
  ShowCardAction,
  ToggleAction,
} from './card.ts';

/** Teams cuts longer titles on a phone. */
const longestTitle = 40;

/**
 * A button. Its data repeats the verb, so that the fallback of older clients, which arrives as a message with
 * the data as its value, reads alike. Without `withInputs` the card's inputs stay out of it.
 */
export function press(title: string, data: PressData, options: { withInputs?: boolean } = {}): ExecuteAction {
  const short = shortTitle(title);
  const inputs = options.withInputs ? {} : ({ associatedInputs: 'none' } as const);
  return {
    type: 'Action.Execute',
    title: short,
    verb: data.verb,
    data,
    ...inputs,
    fallback: { type: 'Action.Submit', title: short, data, ...inputs },
  };
}

/** Something to fill in, folded away behind a button. */
export function fold(
  title: string,
  body: readonly CardElement[],
  actions: InnerCard['actions'],
): ShowCardAction {
  return {
    type: 'Action.ShowCard',
    title: shortTitle(title),
    card: { type: 'AdaptiveCard', body, ...(actions ? { actions } : {}) },
  };
}

export function toggle(title: string, id: string): ToggleAction {
  return { type: 'Action.ToggleVisibility', title: shortTitle(title), targetElements: [id] };
}

function shortTitle(title: string): string {
  const oneLine = title.replace(/\s+/g, ' ').trim();
  return oneLine.length <= longestTitle ? oneLine : `${oneLine.slice(0, longestTitle - 1).trimEnd()}…`;
}
