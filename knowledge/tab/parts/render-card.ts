import { AdaptiveCard, HostConfig } from 'adaptivecards';
import MarkdownIt from 'markdown-it';
import { cardHostConfig } from './card-host-config.ts';

/** Teams' subset of Markdown: no HTML, images, headings, tables, quotes or code. */
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable([
  'image',
  'heading',
  'lheading',
  'table',
  'blockquote',
  'code',
  'fence',
  'hr',
  'html_block',
  'html_inline',
]);

/** The card as an element; null when it is not one. */
export function renderCard(json: Readonly<Record<string, unknown>>): HTMLElement | null {
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(cardHostConfig);
  card.onExecuteAction = () => {};
  try {
    card.parse(json);
    return card.render() ?? null;
  } catch {
    return null;
  }
}
