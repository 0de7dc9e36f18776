import { beforeAll, describe, expect, test } from 'vitest';
import { createExplanations } from '#bot/channels/simulator/explanations.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { loadDesk, startTalk } from '../support/talk.ts';

const hanna = 'hanna.nilsson@ekbacken.example';
let loaded: LoadedDesk;
beforeAll(async () => {
  loaded = await loadDesk();
});

async function explain(text: string, language: 'sv' | 'en' = 'sv') {
  const explanations = createExplanations();
  explanations.keep('f:1', await startTalk(loaded, { from: hanna }).say(text), loaded.desk);
  return explanations.explain('f:1', language);
}

describe('why Vaktis did so', () => {
  test('an answer names the site and where it is known from, the category, the priority and the notes', async () => {
    const why = await explain('Projektorn i lekhallen är svart');
    const facts = Object.fromEntries((why?.facts ?? []).map(({ label, value }) => [label, value]));

    expect(why?.decision).toBe('Svarar med ett råd');
    expect(facts).toMatchObject({
      Plats: 'Förskolan Solrosen · hemmaplats',
      Kategori: expect.stringMatching(/^projektor, skärm och ljud · \d+ %$/),
      Prioritet: expect.stringMatching(/^\S+ \(påverkan \S+ × brådska \S+\)$/),
      Språk: 'svenska',
    });
    expect(why?.notes[0]).toMatchObject({ where: 'Förskolan Solrosen' });
    expect(why?.notes[0]?.score).toBeGreaterThan(why?.notes[1]?.score ?? 1);
  });

  test('a handoff names who has it, and why', async () => {
    const why = await explain('The projector in the hall is black, I want to talk to a person', 'en');

    expect(why).toMatchObject({ decision: 'Hands over to a person', responsible: { name: 'Karin Lind' } });
    expect(why?.reasons.length).toBeGreaterThan(0);
    expect(why?.responsible?.reasons.length).toBeGreaterThan(0);
  });

  test('several matters are explained one by one', async () => {
    const why = await explain('Skrivaren äter papper. Dessutom är projektorn i lekhallen svart.');
    expect(why?.more).toHaveLength(1);
  });

  test('what was masked is named and not shown', async () => {
    const why = await explain('Mitt lösenord är Sommar2026! och jag kommer inte in');

    expect(JSON.stringify(why)).toContain('lösenord');
    expect(JSON.stringify(why)).not.toContain('Sommar2026');
  });

  test('only the latest are kept, and a redelivery changes nothing', async () => {
    const explanations = createExplanations();
    const result = await startTalk(loaded, { from: hanna }).say('Hej');
    explanations.keep('first', result, loaded.desk);
    explanations.keep('first', { ...result, handled: false, triage: null }, loaded.desk);
    const kept = explanations.explain('first', 'sv')?.decision;
    for (let n = 0; n < 500; n += 1) explanations.keep(`later ${n}`, result, loaded.desk);

    expect(kept).not.toContain('Redan behandlat');
    expect([explanations.explain('first', 'sv'), explanations.explain('unknown', 'sv')]).toEqual([
      null,
      null,
    ]);
  });
});
