import type { NoteContent, NoteFault } from '#bot/web/api/contract/note-contract.ts';
import type { CardJson } from '#bot/web/api/contract/try-contract.ts';

/** A little of what the server checks: enough to see every kind of fault. */
export function findFaults(content: NoteContent): NoteFault[] {
  const faults: NoteFault[] = [];
  const error = (field: NoteFault['field'], message: string) =>
    faults.push({ field, level: 'error', message });
  const warn = (field: NoteFault['field'], message: string) =>
    faults.push({ field, level: 'warning', message });
  if (content.title.trim() === '') error('title', 'Skriv en rubrik.');
  for (const field of ['intro', 'outro', 'warning', 'asset'] as const) {
    if (/l(ö|o)senord\w*\s*[:=]/i.test(content[field] ?? ''))
      error(field, 'Det ser ut som ett lösenord. Ta bort det: notiser läses av många.');
  }
  if (content.steps.some((step) => /\b\d{6}[- ]?\d{4}\b/.test(step)))
    error('steps', 'Det ser ut som ett personnummer. Ta bort det.');
  if (content.symptoms.length === 0)
    warn('symptoms', 'Skriv minst ett sätt som folk säger det på, annars är notisen svår att hitta.');
  if (content.owner === null) warn('owner', 'Välj någon som äger notisen och får påminnelserna.');
  return faults;
}

/** A card much like the real one. */
export function toCard(content: NoteContent): CardJson {
  const text = (words: string, more: object = {}) => ({
    type: 'TextBlock',
    text: words,
    wrap: true,
    ...more,
  });
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      text(content.title, { weight: 'Bolder', size: 'Medium' }),
      ...(content.warning === null
        ? []
        : [{ type: 'Container', style: 'warning', bleed: true, items: [text(`Obs! ${content.warning}`)] }]),
      ...(content.intro === '' ? [] : [text(content.intro)]),
      ...(content.steps.length === 0
        ? []
        : [
            text(content.stepsTitle ?? 'Gör så här', { weight: 'Bolder' }),
            text(content.steps.map((step, index) => `${index + 1}. ${step}`).join('\n')),
          ]),
      ...(content.outro === '' ? [] : [text(content.outro)]),
      text('Bekräftad av Karin Lind 14 september', { isSubtle: true, size: 'Small' }),
    ],
    actions: [
      { type: 'Action.Execute', title: 'Det löste sig', style: 'positive', verb: 'solved' },
      { type: 'Action.Execute', title: 'Det hjälpte inte', verb: 'not-solved' },
      { type: 'Action.Execute', title: 'Prata med en människa', verb: 'person' },
    ],
  };
}
