import type { Card, CardAction, CardElement, CardInput, InnerCard } from '#bot/channels/teams/cards/card.ts';

/** Everything in a card that a test looks at, however deep it lies. */
export type CardInside = {
  readonly elements: readonly CardElement[];
  readonly actions: readonly CardAction[];
};

export function insideOf(card: Card | InnerCard): CardInside {
  const own = (card.body ?? []).map(insideElement);
  const actions = (card.actions ?? []).map(insideAction);
  return join([...own, ...actions]);
}

function insideElement(element: CardElement): CardInside {
  const itself = { elements: [element], actions: [] };
  if (element.type === 'Container') return join([itself, ...element.items.map(insideElement)]);
  if (element.type === 'ActionSet') return join([itself, ...element.actions.map(insideAction)]);
  if (element.type !== 'ColumnSet') return itself;
  return join([itself, ...element.columns.flatMap((column) => column.items.map(insideElement))]);
}

function insideAction(action: CardAction): CardInside {
  const itself = { elements: [], actions: [action] };
  return action.type === 'Action.ShowCard' ? join([itself, insideOf(action.card)]) : itself;
}

function join(parts: readonly CardInside[]): CardInside {
  return {
    elements: parts.flatMap((part) => part.elements),
    actions: parts.flatMap((part) => part.actions),
  };
}

export function inputsOf(card: Card | InnerCard): CardInput[] {
  return insideOf(card).elements.filter(isInput);
}

function isInput(element: CardElement): element is CardInput {
  return element.type.startsWith('Input.');
}

/** Every text that is drawn as Markdown. */
export function markdownOf(card: Card): string[] {
  return insideOf(card).elements.flatMap((element) => {
    if (element.type === 'TextBlock') return [element.text];
    return element.type === 'FactSet' ? element.facts.map((fact) => fact.value) : [];
  });
}

export function titlesOf(card: Card): string[] {
  return insideOf(card).actions.map((action) => action.title);
}
