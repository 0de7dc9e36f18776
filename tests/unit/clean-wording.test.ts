import { beforeAll, describe, expect, it } from 'vitest';
import { cleanWording } from '#bot/answers/clean-wording.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { buildNote } from '../support/build-note.ts';
import { processorTime } from '../support/processor-time.ts';
import { loadDesk } from '../support/talk.ts';

let loaded: LoadedDesk;
beforeAll(async () => {
  loaded = await loadDesk();
});

const note = buildNote({
  id: 'solrosen/skrivaren',
  title: 'Skrivaren vid Korallen',
  symptoms: ['pappersstopp'],
});
const clean = (text: string) => cleanWording(text, note, loaded.desk);

describe('the wording that is kept with a note', () => {
  it.each([
    ['skrivaren har pappersstopp igen', 'skrivaren har pappersstopp igen'],
    ['Hej! Jag heter Hanna Nilsson. Skrivaren har pappersstopp.', 'Hej! Skrivaren har pappersstopp.'],
    ['skrivaren är sur, ring mig på 070-123 45 67', 'skrivaren är sur, ring mig på'],
    ['hannas konto på skrivaren är låst', 'konto på skrivaren är låst'],
    ['skrivaren skriver inte ut. Mvh\nHanna Nilsson\nRektor', 'skrivaren skriver inte ut.'],
    ['skicka till hanna.nilsson@ekbacken.example från skrivaren', 'skicka till från skrivaren'],
    ['skrivaren visar lilla Pelles bilder', 'skrivaren visar lilla bilder'],
    ['skrivaren vid Korallen och Teams på plan 3', 'skrivaren vid Korallen och Teams på plan 3'],
    ['koden till skrivaren är •••', 'koden till skrivaren är'],
  ])('%s', (text, kept) => {
    expect(clean(text)).toBe(kept);
  });

  it('is nothing when nothing is said', () => {
    expect(clean('hej hej')).toBeNull();
    expect(clean('')).toBeNull();
    expect(clean('Hanna Nilsson')).toBeNull();
  });

  it('is short, and made in no time, however long the message', async () => {
    const took = await processorTime(() =>
      expect(clean('skrivaren har fastnat '.repeat(5_000))?.length).toBeLessThanOrEqual(240),
    );
    expect(took).toBeLessThan(500);
  });
});
