import { beforeAll, expect, test } from 'vitest';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { judgeFurther, judgeNotes, type Kind } from '#bot/triage/judge-notes.ts';
import { judgeWording } from '#bot/triage/wording/judge-wording.ts';
import { buildNote } from '../support/build-note.ts';
import { loadDesk, mondayMorning, reply, startTalk } from '../support/talk.ts';

let loaded: LoadedDesk;
beforeAll(async () => {
  loaded = await loadDesk();
});

test('advice that did not help is followed by a person, not by the next note that mentions the same thing', async () => {
  const talk = startTalk(loaded, { from: 'anders.falk@ekbacken.example', at: mondayMorning });
  const first = reply(
    await talk.say('elevernas chromebooks kommer inte in på nätet sen i morse, hela åk 5'),
    'answer',
  );
  const second = await talk.say('nej');

  expect(first.note.id).toBe('ekskolan/elevdatorer-vagn');
  expect(reply(second, 'handed-off').to).not.toBeNull();
});

const printer: Kind = { category: 'printer', words: new Map(), wording: judgeWording(' skrivaren ') };

const found = (id: string, score: number) => ({
  note: buildNote({ id, category: 'printer' }),
  score,
  stale: false,
  currentOutage: false,
  evidence: { coverage: score, matchedSymptom: score, gap: 0.1, aboutness: score },
});

test('a note is not more probable for a better one having been shown', () => {
  const [best, other] = [found('a/best', 0.9), found('a/other', 0.5)];
  const [left] = judgeFurther([best, other], [other], printer);

  expect(left?.probability).toBe(judgeNotes([best, other], printer)[1]?.probability);
});

test('one that fitted as well stands as the first', () => {
  const [best, rival] = [found('a/best', 0.9), found('a/rival', 0.88)];
  const [left] = judgeFurther([best, rival], [rival], printer);

  expect(left?.probability).toBeGreaterThan(judgeNotes([best, rival], printer)[1]?.probability ?? 1);
});
