import type { Side } from './pane.ts';

export type Sides = {
  /** Something came to that side: counted on its button while the other one is in front. */
  tell(side: Side): void;
};

/** On a narrow screen one side is shown at a time, and these buttons choose which; a wide one shows both. */
export function createSides(root: HTMLElement): Sides {
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('button')];
  const news = new Map<string, number>();
  const isShown = (side: string) =>
    document.body.dataset.side === side || getComputedStyle(root).display === 'none';

  function redraw(): void {
    for (const button of buttons) {
      const side = button.dataset.side ?? '';
      const badge = button.querySelector<HTMLElement>('.badge');
      const count = news.get(side) ?? 0;
      button.setAttribute('aria-pressed', String(document.body.dataset.side === side));
      if (badge) {
        badge.hidden = count === 0;
        badge.textContent = String(count);
      }
    }
  }

  for (const button of buttons) {
    button.addEventListener('click', () => {
      const side = button.dataset.side ?? 'staff';
      document.body.dataset.side = side;
      news.delete(side);
      redraw();
    });
  }
  document.body.dataset.side = 'staff';
  redraw();
  return {
    tell(side) {
      if (isShown(side)) return;
      news.set(side, (news.get(side) ?? 0) + 1);
      redraw();
    },
  };
}
