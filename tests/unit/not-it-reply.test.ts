import { beforeAll, expect, test } from 'vitest';
import { renderText } from '#bot/channels/text/render-text.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { envelope, stockholm } from '../support/replies.ts';
import { loadDesk, mondayMorning, reply, startTalk } from '../support/talk.ts';

let loaded: LoadedDesk;
beforeAll(async () => {
  loaded = await loadDesk();
});

/** What somebody of the demo district reads who writes of something that is not IT's. */
async function told(who: string, text: string): Promise<string> {
  const talk = startTalk(loaded, { from: `${who}@ekbacken.example`, at: mondayMorning });
  return renderText(envelope(reply(await talk.say(text), 'not-it')), stockholm);
}

test('an alarm in a flat is told by the place’s own note first, then whom to ask else', async () => {
  const text = await told('tiina.korhonen', 'larmet från rum 12 går inte fram till telefonen!!');

  expect(text).not.toContain('Det är Fastighetsjouren som kan hjälpa dig');
  expect(text.indexOf('08-000 70 20')).toBeGreaterThan(0);
  expect(
    text.indexOf('Kommer du inte fram den vägen kan du fråga Fastighetsjouren, 08-000 60 10.'),
  ).toBeGreaterThan(text.indexOf('08-000 70 20'));
});

test('a note that says whose it is leaves no word of not knowing', async () => {
  const text = await told('sara.lindqvist', 'betalterminalen i cafét säger nekad');

  expect(text).toContain('Ring bankens support på 08-000 71 00');
  expect(text).not.toContain('Jag vet tyvärr inte');
});

test('a note that only happens to be about something else of the place is not shown', async () => {
  const text = await told('sofie.martinsson', 'vattenkranen i NO-salen läcker');

  expect(text).toContain('Det är Fastighetsjouren som kan hjälpa dig.\nRing 08-000 60 10.');
  expect(text).not.toContain('NO-salen');
});
