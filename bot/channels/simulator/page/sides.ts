import type { Side } from './pane.ts';

export type Sides = {
  /** Something came to that side: counted on its button while it is not shown. */
  tell(side: Side): void;
};

/**
 * Which sides are shown when there is no room for all three: these buttons choose. On a phone one at a time, on a
 * narrow desktop staff and one more; layout.css knows which.
 */
export function createSides(root: HTMLElement, paneOf: (side: Side) => HTMLElement): Sides {
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('button')];
  const news = new Map<Side, number>();
  const sideOf = (button: HTMLButtonElement): Side => {
    const { side } = button.dataset;
    return side === 'technician' || side === 'dispatcher' ? side : 'staff';
  };

  function redraw(): void {
    for (const button of buttons) {
      const side = sideOf(button);
      const badge = button.querySelector<HTMLElement>('.badge');
      if (paneOf(side).checkVisibility()) news.delete(side);
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
      const side = sideOf(button);
      document.body.dataset.side = side;
      if (side !== 'staff') document.body.dataset.second = side;
      redraw();
    });
  }
  document.body.dataset.side = 'staff';
  document.body.dataset.second = 'technician';
  window.addEventListener('resize', redraw);
  return {
    tell(side) {
      if (!paneOf(side).checkVisibility()) news.set(side, (news.get(side) ?? 0) + 1);
      redraw();
    },
  };
}
