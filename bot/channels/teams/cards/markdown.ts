import { headingOf } from '#knowledge/note-heading.ts';
/**
 * Cards draw a small part of Markdown: bold, italic, lists and links. What people write must come out as they
 * wrote it, so everything that could be read as a mark is escaped. Control characters are gone by now.
 * Source: https://learn.microsoft.com/microsoftteams/platform/concepts/cards/cards-format
 */
export function escapeMarkdown(text: string): string {
  if (!mayBeMark.test(text)) return text.trim();
  return text
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll('~~', '\\~\\~')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replaceAll('{{', '{ {')
    .replace(/^([^\S\n]*)(#|>|[-+](?=[\s-]|$))/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])(?=\s)/gm, '$1\\$2')
    .replace(/\n+/g, '\n\n')
    .trim();
}

/** Every character that some mark begins with, holds or ends with. */
const mayBeMark = /[\\`*[\]<>_~&{#+\-.)\n]/;

/** Each mark has a longest length, so that a text full of half marks is not read over and over. */
const mark =
  /`([^`\n]{1,300})`|!\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)|\[([^\]\n]{1,200})\]\(([^)\s]{1,500})[^)\n]{0,200}\)|\*\*(\S[^*\n]{0,300})\*\*/g;

/** A note's Markdown within what cards draw: headings become bold, code plain, pictures their description. */
export function noteMarkdown(markdown: string): string {
  return markdown
    .split('\n')
    .map(noteLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function noteLine(line: string): string {
  const heading = headingOf(line)?.title;
  if (heading) return `\n**${escapeMarkdown(heading)}**\n`;
  const [, lead = '', rest = ''] =
    /^(\s*(?:[-*+]|\d+[.)])\s+)?(.*)$/.exec(line.replace(/^\s*>\s?/, '')) ?? [];
  return lead.replace('*', '-').replace('+', '-') + inline(rest);
}

function inline(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const found of text.matchAll(mark)) {
    parts.push(escapePart(text.slice(from, found.index)), drawMark(found));
    from = found.index + found[0].length;
  }
  return [...parts, escapePart(text.slice(from))].join('');
}

/** Escapes without losing the spaces at the ends, which part it from its neighbours. */
function escapePart(text: string): string {
  const middle = text.trim();
  const start = text.length - text.trimStart().length;
  return text.slice(0, start) + escapeMarkdown(middle) + text.slice(start + middle.length);
}

function drawMark([, code, picture, linkText, address, bold]: RegExpMatchArray): string {
  if (linkText && address) return link(linkText, address);
  if (bold) return `**${escapeMarkdown(bold)}**`;
  return escapeMarkdown(code ?? picture ?? '');
}

/** Only addresses that a note may open; another is written out, so that nobody is led astray. */
export function link(text: string, address: string): string {
  const allowed = /^(https?:\/\/|mailto:|tel:)[^\s<>"'`\\()[\]]+$/i.test(address);
  return allowed ? `[${escapeMarkdown(text)}](${address})` : escapeMarkdown(`${text} (${address})`);
}

/** A telephone number that rings when it is pressed. */
export function phoneLink(phone: string): string {
  const digits = phone.replace(/(?!^\+)[^\d]/g, '');
  return digits.length < 3 ? escapeMarkdown(phone) : link(phone, `tel:${digits}`);
}

/** Opens a chat between two people in Teams: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams */
export function chatLink(text: string, upn: string): string {
  return link(text, `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(upn)}`);
}
