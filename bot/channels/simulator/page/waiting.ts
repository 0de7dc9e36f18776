import type { SimulatedPerson } from '../chat.ts';
import { element, find } from './element.ts';
import { fill, type SimulatorTexts } from './texts.ts';

export type Waiting = {
  add(person: SimulatedPerson): void;
  clear(personId: string): void;
  redraw(): void;
};

/** Vaktis chooses whom it writes to, so the one with news may not be the one in front: this says who it is. */
export function createWaiting(
  pane: HTMLElement,
  texts: () => SimulatorTexts,
  onShow: (person: SimulatedPerson) => void,
): Waiting {
  const root = find(pane, '.waiting', HTMLElement);
  const people = new Map<string, { person: SimulatedPerson; count: number }>();

  function redraw(): void {
    const { chat } = texts();
    root.hidden = people.size === 0;
    root.replaceChildren(
      ...[...people.values()].map(({ person, count }) => {
        const button = element('button', { type: 'button' }, fill(chat.newMessage, { name: person.name }));
        button.append(
          element(
            'span',
            { class: 'badge', 'aria-label': fill(chat.unread, { count }), role: 'img' },
            String(count),
          ),
        );
        button.addEventListener('click', () => onShow(person));
        return button;
      }),
    );
  }
  return {
    add(person) {
      const count = (people.get(person.aadObjectId)?.count ?? 0) + 1;
      people.set(person.aadObjectId, { person, count });
      redraw();
    },
    clear(personId) {
      if (people.delete(personId)) redraw();
    },
    redraw,
  };
}
