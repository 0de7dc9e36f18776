import type { Action } from 'adaptivecards';
import type { CardJson, SentPress } from '../chat.ts';
import { hostConfig } from './host-config.ts';
import { cards, renderMarkdown } from './libraries.ts';

cards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = renderMarkdown(text);
  result.didProcess = true;
};

/** A link in a card may open these; `javascript:` and the like may not. */
const safeLink = /^(https?|mailto|tel):/i;

/** Draws a card with the official renderer. @returns null when it cannot be drawn. */
export function renderCard(
  card: CardJson,
  onPress: (action: SentPress['action']) => void,
): HTMLElement | null {
  const drawn = new cards.AdaptiveCard();
  drawn.hostConfig = new cards.HostConfig(hostConfig);
  drawn.onExecuteAction = (action) => run(action, onPress);
  drawn.onInlineCardExpanded = (action, isExpanded) => isExpanded && reveal(action);
  drawn.parse(card);
  return drawn.render() ?? null;
}

/** What a button unfolds lies below it, often out of sight. */
function reveal(action: Action): void {
  if (!(action instanceof cards.ShowCardAction)) return;
  const { renderedElement } = action.card;
  requestAnimationFrame(() => renderedElement?.scrollIntoView({ block: 'nearest' }));
}

function run(action: Action, onPress: (action: SentPress['action']) => void): void {
  if (action instanceof cards.OpenUrlAction) openLink(action.url);
  else if (action instanceof cards.ExecuteAction) {
    onPress({ type: 'Action.Execute', verb: action.verb ?? '', data: action.data ?? {} });
  } else if (action instanceof cards.SubmitAction)
    onPress({ type: 'Action.Submit', data: action.data ?? {} });
}

function openLink(url: string | undefined): void {
  if (url && safeLink.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
}
