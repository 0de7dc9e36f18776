import type { PriorityLevel } from '#bot/desk/priority.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { words as english } from './en/words.ts';
import { words as swedish } from './sv/words.ts';
import { en } from './tab-desk-en.ts';
import { sv } from './tab-desk-sv.ts';

/** The words of the tab's views of the desk's own data. Swedish is written first. */
export type TabDeskTexts = typeof sv;

export const tabDeskTexts: Readonly<Record<ReplyLanguage, TabDeskTexts>> = { sv, en };

/** What a site's facts are called; a fact that is not here is shown by its column's name. */
export const factWords: Readonly<Record<ReplyLanguage, Readonly<Record<string, string>>>> = {
  sv: swedish.fact,
  en: english.fact,
};

export const priorityWords: Readonly<Record<ReplyLanguage, Readonly<Record<PriorityLevel, string>>>> = {
  sv: swedish.priority,
  en: english.priority,
};

/** How a contractor is connected; a connector that is not here is shown by its own name. */
export function connectorName(texts: TabDeskTexts, connector: string): string {
  const known: Readonly<Record<string, string>> = texts.contractors.connectors;
  return known[connector] ?? connector;
}

export type ChangeKind = keyof TabDeskTexts['changes']['kinds'];

/** How a change came about; a way that is not here is shown as it is written. */
export function changeWayName(texts: TabDeskTexts, way: string): string {
  const known: Readonly<Record<string, string>> = texts.changes.ways;
  return known[way] ?? way;
}

/** What the form calls a changed field; one that has no form is shown by its own name. */
export function changedFieldName(texts: TabDeskTexts, kind: ChangeKind, field: string): string {
  const forms: Readonly<Record<ChangeKind, Readonly<Record<string, string>>>> = {
    settings: texts.desk.fields,
    site: texts.site.fields,
    person: texts.person.fields,
    technician: texts.technician.fields,
    note: {},
  };
  return forms[kind][field] ?? field;
}
