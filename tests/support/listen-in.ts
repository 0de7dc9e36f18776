import type { Page } from 'playwright-core';

const mark = 'announced: ';

/**
 * Hears what a screen reader would announce by itself: what comes into a live region (status, alert, log, `aria-live`)
 * that was there before and is not hidden; of regions that come with their words only an alert is sure to be said.
 * Call it once the page is there. @returns what tells what was announced since it was asked last, in order.
 */
export async function listenIn(page: Page): Promise<() => Promise<string[]>> {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith(mark)) heard.push(message.text().slice(mark.length));
  });
  await page.evaluate(startListening, mark);
  return async () => {
    // What the page said so far comes before its next answer.
    await page.evaluate(() => new Promise(requestAnimationFrame));
    return heard.splice(0);
  };
}

/** In the page. */
function startListening(mark: string): void {
  const live = '[role=status],[role=alert],[role=log],output,[aria-live=polite],[aria-live=assertive]';
  const wordsOf = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return '';
    if (node.matches('[aria-hidden=true],script,style') || !node.checkVisibility()) return '';
    const label = node.getAttribute('aria-label');
    if (node instanceof HTMLImageElement) return ` ${node.alt} `;
    if (label !== null && node.matches('button,a,input,select,textarea')) return ` ${label} `;
    const words = [...node.childNodes].map(wordsOf).join('');
    return getComputedStyle(node).display.startsWith('inline') ? words : ` ${words} `;
  };
  const say = (words: string) => {
    const said = words.replace(/\s+/g, ' ').trim();
    // biome-ignore lint/suspicious/noConsole: how the page tells the test
    if (said !== '') console.debug(`${mark}${said}`);
  };
  const isAtomic = (region: Element) =>
    region.getAttribute('aria-atomic') === 'true' ||
    (region.matches('[role=status],[role=alert],output') && region.getAttribute('aria-atomic') !== 'false');
  new MutationObserver((changes) => {
    const changed = new Map<Element, Set<Node>>();
    const fresh = new Set<Element>();
    const note = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement;
      const region = element?.closest(live);
      if (!region?.checkVisibility() || region.getAttribute('aria-live') === 'off') return;
      const nodes = changed.get(region) ?? new Set<Node>();
      changed.set(region, nodes.add(node));
    };
    for (const { type, target, addedNodes, oldValue } of changes) {
      const shown = type === 'attributes' && target instanceof Element && oldValue !== null ? [target] : [];
      for (const node of [...addedNodes, ...shown]) {
        if (!(node instanceof Element)) continue;
        for (const region of [node, ...node.querySelectorAll('*')])
          if (region.matches(live)) {
            fresh.add(region);
            note(region);
          }
      }
      if (type === 'characterData') note(target);
      else if (type === 'attributes') for (const one of shown) note(one);
      else for (const node of addedNodes) note(node);
    }
    for (const [region, nodes] of changed) {
      const isAlert = region.matches('[role=alert],[aria-live=assertive]');
      if (fresh.has(region) && !isAlert) continue;
      if (isAtomic(region)) say(wordsOf(region));
      else
        for (const node of nodes)
          if (![...nodes].some((other) => other !== node && other.contains(node))) say(wordsOf(node));
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeOldValue: true,
    attributeFilter: ['hidden'],
  });
}
