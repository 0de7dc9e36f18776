import type { CardElement, Column, Container, FactSet, TextBlock } from './card.ts';
import { escapeMarkdown, phoneLink } from './markdown.ts';

export type Looks = Omit<Partial<TextBlock>, 'type' | 'text' | 'wrap'>;

/** Plain words: nothing in them is formatted. */
export function paragraph(text: string, looks: Looks = {}): TextBlock {
  return markdownBlock(escapeMarkdown(text), looks);
}

/** Words that are Markdown already, and safe. */
export function markdownBlock(markdown: string, looks: Looks = {}): TextBlock {
  return { type: 'TextBlock', text: markdown, wrap: true, ...looks };
}

export function heading(text: string): TextBlock {
  return paragraph(text, { size: 'medium', weight: 'bolder', style: 'heading', spacing: 'small' });
}

export function subheading(text: string): TextBlock {
  return paragraph(text, { weight: 'bolder', spacing: 'medium' });
}

export function subtle(text: string, looks: Looks = {}): TextBlock {
  return paragraph(text, { isSubtle: true, size: 'small', ...looks });
}

/** Facts whose values are plain words. */
export function facts(rows: readonly { readonly title: string; readonly value: string }[]): CardElement[] {
  return factSet(rows.map(({ title, value }) => ({ title, value: escapeMarkdown(value) })));
}

/** Facts whose values are Markdown already, and safe. Teams draws an empty set as a gap, so none is made. */
export function factSet(rows: FactSet['facts']): CardElement[] {
  if (rows.length === 0) return [];
  return [
    { type: 'FactSet', facts: rows.map(({ title, value }) => ({ title: escapeMarkdown(title), value })) },
  ];
}

export function box(style: NonNullable<Container['style']>, items: readonly CardElement[]): Container {
  return { type: 'Container', style, items };
}

/** Something narrow beside something wide. */
export function beside(narrow: readonly CardElement[], wide: readonly CardElement[]): CardElement {
  const column = (width: Column['width'], items: readonly CardElement[]): Column => ({
    type: 'Column',
    width,
    items,
  });
  return { type: 'ColumnSet', spacing: 'small', columns: [column('auto', narrow), column('stretch', wide)] };
}

/** Plain lines; where one holds the telephone number it can be pressed. */
export function linesWithPhone(lines: readonly string[], phone: string | null): TextBlock[] {
  if (!phone) return lines.map((line) => paragraph(line));
  const written = escapeMarkdown(phone);
  return lines.map((line) => markdownBlock(escapeMarkdown(line).replace(written, () => phoneLink(phone))));
}
