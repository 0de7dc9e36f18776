import { beforeAll, describe, expect, it } from 'vitest';
import { askedWords, findAsking, stepNamedIn, tellsHowLong } from '#bot/answers/asked-words.ts';
import { viewNote } from '#bot/answers/note-view.ts';
import { quoteNote } from '#bot/answers/quote-note.ts';
import { forCompany } from '#bot/handoff/for-company.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { buildNote } from '../support/build-note.ts';
import { loadDesk, reply, startTalk, type Talk } from '../support/talk.ts';

const hanna = 'hanna.nilsson@ekbacken.example';
const projector = 'projektorn i lekhallen visar bara svart bild';

let loaded: LoadedDesk;
beforeAll(async () => {
  loaded = await loadDesk();
});

async function shown(from: string, words: string): Promise<Talk> {
  const talk = startTalk(loaded, { from });
  reply(await talk.say(words), 'answer');
  return talk;
}

async function quotesOf(talk: Talk, words: string): Promise<readonly string[]> {
  return reply(await talk.say(words), 'note-quote').quotes.map(({ passage }) => passage);
}

describe('a question about advice that was just shown', () => {
  it.each([
    ['jag hittar inte fjärrkontrollen', 'tygfickan bakom gardinen'],
    ['hittar inte fjärkontrollen nånstans??', 'tygfickan'],
    ['vilken knapp menar du?', 'knappen Blank'],
    ['var sitter kabeln då', 'Kabeln från väggluckan'],
    ['vilken sladd?', 'Kabeln från väggluckan'],
    ['vad menas med duplicera', 'välj Duplicera'],
    ['var sitter den?', 'hänger i taket'],
    ['where is the remote?', 'tygfickan'],
  ])('is answered in the note’s own words: %s', async (question, words) => {
    const talk = await shown(hanna, projector);
    expect((await quotesOf(talk, question)).join(' ')).toContain(words);
    expect(talk.memory.cases.size).toBe(0);
  });

  it('asks where, and is told where rather than what else there is to do with it', async () => {
    const talk = await shown(hanna, projector);
    expect(await quotesOf(talk, 'var är fjärrkontrollen')).toEqual([
      'Fjärrkontrollen bor i tygfickan bakom gardinen till höger.',
    ]);
  });

  it('is answered with the first step when it only asks how, and with the step that it names', async () => {
    const talk = await shown(hanna, projector);
    expect(reply(await talk.say('hur gör jag det?'), 'guided-step').index).toBe(1);
    expect(reply(await talk.say('hur menar du i steg 3?'), 'guided-step').index).toBe(3);
  });

  it('comes before the case’s status when the note tells of it', async () => {
    const talk = await shown('amina.osman@ekbacken.example', 'paddan får inget nät i uteverkstaden');
    expect(await quotesOf(talk, 'när kommer antennen?')).toEqual([
      'En utomhusantenn är beställd till våren.',
    ]);
  });

  it('is told honestly that the note does not say, as often as it is so, and kept for the editors', async () => {
    const talk = await shown(hanna, projector);
    const first = reply(await talk.say('vilken nyckel?'), 'note-quote');
    expect([first.quotes, first.again]).toEqual([[], undefined]);
    expect(talk.memory.questions.map(({ text }) => text)).toEqual(['Projektorn i lekhallen: vilken nyckel?']);
    const second = reply(await talk.say('vad är det för garanti på den?'), 'note-quote');
    expect([second.quotes, second.again]).toEqual([[], true]);
    expect(talk.memory.cases.size).toBe(0);
    await quotesOf(talk, 'vilken sladd?');
    expect(reply(await talk.say('vilken nyckel?'), 'note-quote').again).toBeUndefined();
  });

  it.each(['ja', 'Ja tack!', 'ja gör det', 'gärna', 'yes please', 'fråga någon'])(
    'is given to a person when the offer is taken: %s',
    async (words) => {
      const talk = await shown(hanna, projector);
      await talk.say('vilken nyckel?');
      const given = await talk.say(words);
      expect(reply(given, 'handed-off').to?.name).toBe('Karin Lind');
      expect(given.matter?.category).toBe('av');
      const { dialogue } = [...talk.memory.cases.values()][0]?.packet ?? {};
      expect(dialogue?.map(({ text }) => text).join(' ')).toContain('vilken nyckel?');
    },
  );

  it('stays with the advice when the offer is declined, and takes no later yes for an answer to it', async () => {
    const talk = await shown(hanna, projector);
    await talk.say('vilken nyckel?');
    reply(await talk.say('nej tack'), 'trying');
    reply(await talk.say('yes'), 'trying');
    expect(talk.memory.cases.size).toBe(0);
  });

  it('is not answered with the same words twice', async () => {
    const talk = await shown(hanna, projector);
    await quotesOf(talk, 'jag hittar inte fjärrkontrollen');
    expect(await quotesOf(talk, 'var ligger fjärrkontrollen?')).not.toContain(
      'Fjärrkontrollen bor i tygfickan bakom gardinen till höger.',
    );
  });

  it('leaves the advice open: it can still have helped, or not', async () => {
    const talk = await shown(hanna, projector);
    await talk.say('vilken sladd?');
    expect((await talk.say('det löste sig')).caseEffect).toBe('solved');
    const other = await shown(hanna, projector);
    await other.say('vilken sladd?');
    reply(await other.say('det hjälpte inte'), 'handed-off');
    expect(other.memory.outcomes.map(({ outcome }) => outcome)).toEqual(['shown', 'not-solved']);
  });
});

describe('what goes on from the advice', () => {
  it.each([
    ['hanna.nilsson', 'skrivaren i personalrummet är offline', 'ja den blinkar orange', 'luckan på baksidan'],
    ['david.oduya', 'the wifi is bad in the pavilion', 'yes the light is red', 'Lyser den rött'],
  ])(
    'answers what the note says of it, and is told what follows: %s, %s',
    async (who, words, answer, told) => {
      const talk = await shown(`${who}@ekbacken.example`, words);
      expect((await quotesOf(talk, answer)).join(' ')).toContain(told);
      expect(talk.memory.cases.size).toBe(0);
    },
  );

  it.each(['28 st', 'de är i NO-salen', 'det gäller nummer 7', 'they are in room 12'])(
    'is kept when it only says how many, which or where: %s',
    async (words) => {
      const talk = await shown(
        'sofie.martinsson@ekbacken.example',
        'en app saknas på plattorna i vagnen, R4',
      );
      expect(reply(await talk.say(words), 'trying').noted).toBe(true);
      reply(await talk.say('prata med en människa'), 'handed-off');
      const { dialogue } = [...talk.memory.cases.values()][0]?.packet ?? {};
      expect(dialogue?.map(({ text }) => text)).toContain(words);
    },
  );

  it.each([
    'ok provar',
    'ok',
    'ok toppen',
    'jaha, bra',
    'ok vi får vänta då',
    'jag ska testa',
    'jaha',
    'will try that',
  ])('is an answer to it: %s', async (words) => {
    const talk = await shown(hanna, projector);
    reply(await talk.say(words), 'trying');
    expect(talk.memory.cases.size).toBe(0);
  });

  it('keeps to its kind of matter, whatever else its words are said of', async () => {
    const talk = await shown('maria.holm@ekbacken.example', 'micken i aulan piper');
    const turn = await talk.say('har bytt dom nu, samma sak');
    expect(turn.matter?.category).toBe('av');
  });

  it('is about what was said, when it names nothing', async () => {
    const talk = await shown('cecilia.backman@ekbacken.example', 'skrivaren vill ha en kod');
    expect((await talk.say('jag har glömt den')).matter?.category).toBe('printer');
  });

  it('asks when it is mended, and is told that nobody was asked yet', async () => {
    const talk = await shown('farid.rahimi@ekbacken.example', 'vi har inget nät i lilla huset');
    expect(await quotesOf(talk, 'när är det klart')).toEqual([]);
  });

  it('asks how long, and is told the passages that say so', async () => {
    const talk = await shown('hanna.nilsson@ekbacken.example', 'mitt konto är låst');
    const told = await quotesOf(talk, 'hur länge är det?');
    expect(told.join(' ')).toContain('halvtimme');
  });

  it('asks whom to ring, also of what is not IT’s', async () => {
    const talk = startTalk(loaded, { from: 'kevin.alm@ekbacken.example' });
    reply(await talk.say('betalterminalen i caféet funkar inte'), 'not-it');
    expect((await quotesOf(talk, 'vilket nummer skulle jag ringa')).join(' ')).toContain('08-000 71 00');
    reply(await talk.say('vem ska betala det då?'), 'not-it');
  });
});

describe('what is no question about the advice', () => {
  it.each([
    'det hjälpte inte, hittar inte felet',
    'skrivaren i personalrummet blinkar orange',
    'hur delar jag min kalender med en kollega?',
    'nätet är nere i hela huset',
    'jag vill prata med en människa',
    'kan nån komma hit och titta på den',
    'har redan provat med fjärrkontrollen men den är fortfarande svart',
    'det luktar bränt om projektorn, var ska jag gå?',
    'det löste sig',
    'tack',
  ])('is heard as what it is: %s', async (words) => {
    const talk = await shown(hanna, projector);
    const turn = await talk.say(words);
    expect(turn.replies.map(({ content }) => content.kind)).not.toContain('note-quote');
  });

  it('is a question when no advice was shown', async () => {
    const turn = await startTalk(loaded, { from: hanna }).say('var sitter fjärrkontrollen till projektorn?');
    expect(turn.replies[0]?.content.kind).toBe('answer');
  });
});

const noteQuoteOf = (noteId: string) =>
  ({ kind: 'note-quote', reportId: 'r', noteId, noteTitle: 'x', quotes: [] }) as const;

describe('what is quoted', () => {
  const view = (changes: Parameters<typeof buildNote>[0]) =>
    viewNote(buildNote(changes), loaded.desk, new Date('2026-11-23T09:15:00+01:00'));

  it('is never a private part of the note, nor what only technicians read', async () => {
    const note = view({ body: 'Nyckeln hänger i köket. [privat]Reservnyckeln ligger i lådan.[/privat]' });
    expect(
      quoteNote(['reservnyckeln'], 'var är reservnyckeln', note).quotes.map((quote) => quote.passage),
    ).toEqual(['Nyckeln hänger i köket.']);
    const search = createNoteSearch(
      loaded.notes
        .all()
        .map((known) =>
          known.id === 'solrosen/projektorn-lekhallen'
            ? { ...known, audience: 'technician' as const }
            : known,
        ),
      { timezone: loaded.desk.settings.timezone },
    );
    let notes = loaded.notes;
    const talk = startTalk(
      {
        desk: loaded.desk,
        get notes() {
          return notes;
        },
      },
      { from: hanna },
    );
    reply(await talk.say(projector), 'answer');
    notes = search;
    const turn = await talk.say('jag hittar inte fjärrkontrollen');
    expect(JSON.stringify(turn.replies)).not.toContain('tygfickan');
  });

  it.each(['vilken port sitter grindarna på?', 'hur gör jag det?'])(
    'from a technicians’ note stays where nobody reads along: %s',
    async (question) => {
      const talk = startTalk(loaded, { from: 'karin.lind@ekbacken.example' });
      const first = reply(
        await talk.say('var står bibblans switch och vilken port sitter grindarna på?'),
        'answer',
      );
      expect(first.note.technicianOnly).toBe(true);
      const turn = await talk.say(question);
      expect(turn.replies.length).toBeGreaterThan(0);
      for (const { content } of turn.replies) {
        if (content.kind === 'note-quote' || content.kind === 'guided-step')
          expect(forCompany(content)).toBeNull();
      }
      expect(forCompany({ ...noteQuoteOf(first.note.id), technicianOnly: true })).toBeNull();
      expect(forCompany(noteQuoteOf('solrosen/skrivaren'))).not.toBeNull();
    },
  );

  it('is at most three passages, in the note’s order', () => {
    const body = ['ett', 'två', 'tre', 'fyra', 'fem'].map((word) => `Sladden är ${word}.`).join(' ');
    expect(quoteNote(['sladd'], 'vilken sladd', view({ body })).quotes).toHaveLength(3);
  });

  it('takes a compound for its head, and nothing for a part of another word', () => {
    const note = view({ body: 'Dra ur bordskabeln. Plattan laddar sig själv.' });
    const quoted = (word: string) => quoteNote([word], word, note).quotes.map(({ passage }) => passage);
    expect(quoted('kabeln')).toEqual(['Dra ur bordskabeln.']);
    expect(quoteNote(['högt'], 'hur högt', view({ body: 'Högtalaren står i hörnet.' })).quotes).toEqual([]);
  });

  it.each([
    ['vilken sladd?', 'question'],
    ['ska luckan klicka', 'question'],
    ['den röda?', 'question'],
    ['den svarta eller den vita', 'question'],
    ['måste jag starta om datorn', 'question'],
    ['men hur då', 'question'],
    ['jag förstår inte', 'lacks'],
    ['vet inte var den sitter', 'lacks'],
    ['finns ingen knapp', 'missing'],
    ['skrivaren tuggar papper', null],
    ['den är stängd redan', null],
    ['', null],
    [`vilken ${'mycket '.repeat(40)}lång fråga?`, null],
  ])('knows a question by its form: %s', (text, asking) => {
    expect(findAsking(text)).toBe(asking);
  });

  it('tells what says how long from what only is so', () => {
    const told = ['Vänta en halv minut.', 'Koden gäller i tre timmar.', 'Den byts vartannat år.'];
    expect(told.map(tellsHowLong)).toEqual([true, true, true]);
    expect(['Den är klar.', 'Det är två rum.'].map(tellsHowLong)).toEqual([false, false]);
  });

  it('knows what is asked for, and which step', () => {
    expect(askedWords('var sitter den lilla luckan då?')).toEqual(['lilla', 'luckan']);
    expect(askedWords('hur gör jag det?')).toEqual([]);
    expect(['steg 3?', 'andra steget', 'step two', 'vilket steg'].map(stepNamedIn)).toEqual([3, 2, 2, null]);
  });
});
