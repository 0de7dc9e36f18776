import { clip } from '#bot/channels/text/clip.ts';
import type { Speaker } from '#bot/i18n/speaker.ts';
import type { CardAction, CardElement } from './card.ts';

/** What a card's maker is given beside the reply. */
export type CardContext = Speaker & {
  /** Text of at most `max` characters, or less when the whole card would be too big. */
  short(text: string, max: number): string;
  /** At most `max` of a list's items, or fewer when the whole card would be too big. */
  few<Item>(items: readonly Item[], max: number): readonly Item[];
  /** Where a card finds a note's picture; null where it cannot show it. */
  pictureUrl(name: string): string | null;
  /** Where whoever has the case opens a file of it, for the time being; null: nowhere. */
  fileUrl(id: string): string | null;
  /** Where the tab opens a note, by its id; null where nothing links to it. */
  noteUrl(noteId: string): string | null;
  /** Where the tab opens one of its areas; null where nothing links to it. */
  tabUrl(area: string): string | null;
};

/** What a card may point at. */
export type CardLinks = Partial<Pick<CardContext, 'pictureUrl' | 'fileUrl' | 'noteUrl' | 'tabUrl'>>;

/** What a card's maker makes; the frame adds the rest. */
export type CardParts = { readonly body: readonly CardElement[]; readonly actions: readonly CardAction[] };

/** @param room 1 = as much as the card would like to say; less when it became too big. */
export function createCardContext(
  speaker: Speaker,
  room: number,
  {
    pictureUrl = () => null,
    fileUrl = () => null,
    noteUrl = () => null,
    tabUrl = () => null,
  }: CardLinks = {},
): CardContext {
  return {
    ...speaker,
    short: (text, max) => clip(text, Math.ceil(max * room), speaker.say.talk.shortened),
    pictureUrl,
    fileUrl,
    noteUrl,
    tabUrl,
    few: (items, max) => items.slice(0, Math.max(1, Math.ceil(max * room))),
  };
}
