import type { NoteContent } from '#bot/web/api/contract/note-contract.ts';
import type { TryQuestion, TryResult } from '#bot/web/api/contract/try-contract.ts';
import { sites } from './desk-data.ts';
import { toCard } from './judge-note.ts';
import { emptyContent } from './note-data.ts';
import { ok, type Route, refuse } from './route.ts';

const projector: NoteContent = {
  ...emptyContent,
  title: 'Projektorn i lekhallen',
  category: 'av',
  symptoms: ['projektorn är svart'],
  intro: 'Kabeln på väggen är trasig. Den **vita** kabeln på hyllan fungerar.',
  stepsTitle: 'Så får du bild',
  steps: ['Tänd projektorn med fjärrkontrollen.', 'Koppla den vita kabeln till datorn.'],
};

/** A projector is answered, "människa" is handed over, "fel" fails; anything else is asked about. */
export function tryRoutes(): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/try',
      answer: ({ body }) => {
        const question = asQuestion(body);
        if (/\bfel\b/.test(question.text)) return refuse(503, 'unavailable');
        return ok(resultOf(question));
      },
    },
  ];
}

function asQuestion(body: unknown): TryQuestion {
  return JSON.parse(JSON.stringify(body));
}

function resultOf({ text, siteId, draft }: TryQuestion): TryResult {
  const siteName = sites.find(({ id }) => id === (siteId ?? 'solrosen'))?.name ?? null;
  const responsible = { name: 'Karin Lind', reason: 'projektor → våra tekniker (rad 7)' };
  const found = draft?.content ?? projector;
  if (/projektor|duk/.test(text) || draft !== null)
    return {
      decision: 'answer',
      siteName,
      category: found.category,
      priority: 'low',
      responsible,
      notes: [
        {
          id: draft?.id ?? 'solrosen/projektorn-lekhallen',
          title: found.title,
          score: 0.91,
          isDraft: draft !== null,
          why: ['Den gäller platsen.', '”projektorn” och ”svart” står bland orden som folk säger.'],
        },
        {
          id: 'solrosen/wifi-ateljen',
          title: 'Wifi i ateljén',
          score: 0.22,
          isDraft: false,
          why: ['Den gäller platsen.'],
        },
      ],
      replies: [{ text: `${found.title}\n\n${found.intro}`, card: toCard(found) }],
    };
  const isHandOff = /människa/.test(text);
  return {
    decision: isHandOff ? 'hand-off' : 'ask',
    siteName,
    category: null,
    priority: isHandOff ? 'moderate' : null,
    responsible: isHandOff ? responsible : null,
    notes: [],
    replies: [
      {
        text: isHandOff
          ? 'Jag har skickat ärendet till Karin Lind.'
          : 'Vad är det som strular? Skriv vilken sak det gäller.',
        card: null,
      },
    ],
  };
}
