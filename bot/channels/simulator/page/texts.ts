import type { SimulatorTexts } from '#bot/i18n/simulator.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';

export type { ReplyLanguage, SimulatorTexts };

/** Puts the words where the page's HTML asks for them: `data-text`, `data-label`, `data-placeholder`. */
export function applyTexts(root: ParentNode, texts: SimulatorTexts): void {
  for (const one of root.querySelectorAll<HTMLElement>('[data-text]')) {
    one.textContent = textAt(texts, one.dataset.text);
  }
  for (const one of root.querySelectorAll<HTMLElement>('[data-label]')) {
    const label = textAt(texts, one.dataset.label);
    // A button's title is its name, unless words stand on it; as both it would be read twice.
    if (one instanceof HTMLButtonElement) one.title = label;
    else one.setAttribute('aria-label', label);
  }
  for (const one of root.querySelectorAll<HTMLElement>('[data-placeholder]')) {
    one.setAttribute('placeholder', textAt(texts, one.dataset.placeholder));
  }
}

/** Fills `{name}` and the like in. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function textAt(texts: SimulatorTexts, path = ''): string {
  let place: unknown = texts;
  for (const step of path.split('.')) {
    place = typeof place === 'object' && place !== null ? Reflect.get(place, step) : undefined;
  }
  return typeof place === 'string' ? place : '';
}
