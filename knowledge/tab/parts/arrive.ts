/** Whether somebody has just gone somewhere else, so that the new view's heading is to be read when it is there. */
let isArriving = false;

/** Going elsewhere: the focus goes to the heading that is there, and to the one that comes when it is loaded. */
export function arrive(main: HTMLElement | null): void {
  isArriving = true;
  (main?.querySelector('h1') ?? main)?.focus({ preventScroll: true });
}

/** A heading came. Whoever has meanwhile gone on to something in the view is left there. */
export function greet(heading: HTMLElement | null): void {
  const at = document.activeElement;
  const isWaiting = at === null || at === document.body || at.tagName === 'MAIN';
  if (isArriving && isWaiting) heading?.focus({ preventScroll: true });
}
