import type { Explanation } from '../chat.ts';
import { element } from './element.ts';
import type { SimulatorTexts } from './texts.ts';

let numbered = 0;

/** The button "Why?" of a message of the person's own, and the panel that it unfolds. */
export function createWhy(
  texts: SimulatorTexts,
  ask: () => Promise<Explanation | null>,
): { button: HTMLElement; panel: HTMLElement } {
  const id = `why-${++numbered}`;
  const panel = element('section', { class: 'why', id, hidden: true, 'aria-label': texts.why.title });
  const button = element(
    'button',
    { type: 'button', class: 'why-button', 'aria-expanded': 'false', 'aria-controls': id },
    texts.why.button,
  );
  const close = () => {
    panel.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  };
  for (const part of [button, panel])
    part.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || panel.hidden) return;
      close();
      button.focus();
    });
  button.addEventListener('click', async () => {
    if (!panel.hidden) return close();
    panel.replaceChildren(...drawAnswer(await ask(), texts));
    panel.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    panel.scrollIntoView({ block: 'nearest' });
  });
  return { button, panel };
}

function drawAnswer(why: Explanation | null, texts: SimulatorTexts): HTMLElement[] {
  return why ? drawExplanation(why, texts) : [element('p', {}, texts.why.unknown)];
}

function drawExplanation(why: Explanation, texts: SimulatorTexts): HTMLElement[] {
  const facts = why.facts.flatMap(({ label, value }) => [element('dt', {}, label), element('dd', {}, value)]);
  return [
    element('p', { class: 'decision' }, why.decision),
    ...(facts.length > 0 ? [element('dl', {}, ...facts)] : []),
    ...drawList(texts.why.reasons, why.reasons),
    ...(why.responsible
      ? drawList(`${texts.why.responsible}: ${why.responsible.name}`, why.responsible.reasons)
      : []),
    ...drawNotes(why, texts),
    ...why.more.flatMap((further) => [
      element('p', { class: 'further' }, texts.why.more),
      ...drawExplanation(further, texts),
    ]),
  ];
}

function drawList(title: string, lines: readonly string[]): HTMLElement[] {
  if (lines.length === 0) return [];
  return [element('h3', {}, title), element('ul', {}, ...lines.map((line) => element('li', {}, line)))];
}

function drawNotes({ notes }: Explanation, texts: SimulatorTexts): HTMLElement[] {
  if (notes.length === 0) return [];
  const rows = notes.map(({ title, where, score }) =>
    element(
      'li',
      {},
      element('meter', { min: 0, max: 1, value: score, 'aria-hidden': 'true' }),
      element('span', {}, title, element('small', {}, ` ${where}`)),
      element('b', {}, score.toFixed(2)),
    ),
  );
  return [element('h3', {}, texts.why.notes), element('ol', { class: 'found' }, ...rows)];
}
