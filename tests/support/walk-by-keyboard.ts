import type { Page } from 'playwright-core';

/** One stop of the Tab key. */
export type Stop = {
  readonly name: string;
  readonly role: string;
  /** Whether one sees that the keyboard is here. */
  readonly isMarked: boolean;
  readonly width: number;
  readonly height: number;
  /** Whether it stands in running text, where its line sets its height. */
  readonly isInline: boolean;
};

/** Goes through a page with Tab until it comes round, at most so many times. */
export async function walkByKeyboard(page: Page, most = 150): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let n = 0; n < most; n += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(readStop, n === 0);
    if (stop === null) return stops;
    stops.push(stop);
  }
  throw new Error(`the keyboard does not come round in ${most} stops; last: ${stops.at(-1)?.name}`);
}

/** In the page. Null: outside of it, or where it began. */
function readStop(isFirst: boolean): Stop | null {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return null;
  if (isFirst)
    for (const old of document.querySelectorAll('[data-walked]')) old.removeAttribute('data-walked');
  if (at.hasAttribute('data-walked')) return null;
  at.setAttribute('data-walked', '');
  const marks = (element: Element | null, pseudo?: string) => {
    if (element === null) return false;
    const style = getComputedStyle(element, pseudo);
    const outline = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
    const border =
      pseudo !== undefined &&
      style.content !== 'none' &&
      Number.parseFloat(style.borderTopWidth || '0') + Number.parseFloat(style.borderBottomWidth || '0') > 0;
    return outline || border || style.boxShadow !== 'none';
  };
  const around = [at, at.parentElement, at.parentElement?.parentElement ?? null];
  const isMarked =
    around.some((one) => marks(one) || marks(one, '::after') || marks(one, '::before')) ||
    marks(at.nextElementSibling) ||
    marks(at.nextElementSibling, '::after');
  const labels =
    'labels' in at && at.labels instanceof NodeList ? [...at.labels].map((label) => label.textContent) : [];
  const byIds = (at.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '');
  const name = [at.getAttribute('aria-label'), ...byIds, ...labels, at.textContent, at.title].find((words) =>
    words?.trim(),
  );
  const box = (
    (at instanceof HTMLInputElement && (at.closest('label') ?? at.parentElement)) ||
    at
  ).getBoundingClientRect();
  return {
    name: name?.trim() ?? '',
    role: at.getAttribute('role') ?? at.tagName.toLowerCase(),
    isMarked,
    width: box.width,
    height: box.height,
    isInline: getComputedStyle(at).display === 'inline',
  };
}
