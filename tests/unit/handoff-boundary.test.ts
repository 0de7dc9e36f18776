import { describe, expect, test } from 'vitest';
import { filterForContractor } from '#bot/handoff/boundary.ts';
import type { Case } from '#bot/handoff/case.ts';
import { createWorld, open } from '../support/handoff-world.ts';
import { contractor, upns } from '../support/small-desk.ts';

const world = createWorld();
const { case: opened } = await open(world, { category: { id: 'account', confidence: 1 } });

function withWords(text: string): Case {
  const line = { at: world.clock.at, who: 'requester', name: 'Eva', text } as const;
  return {
    ...opened,
    title: text,
    packet: {
      ...opened.packet,
      symptom: text,
      dialogue: [line],
      attachments: [{ name: text, contentType: 'image/png' }],
      attempts: [{ at: world.clock.at, noteId: 'a/b', noteTitle: text, outcome: 'shown' }],
      technicianNotes: ['solen/tak'],
    },
  };
}

const filter = (item: Case, changes = {}) => filterForContractor(item, contractor(changes), world.desk);

describe('what crosses to a contractor', () => {
  test('is one case: the whole reports of others who joined stay here', () => {
    const secret = 'koden är 907612';
    const report = {
      upn: upns.finn,
      at: world.clock.at,
      siteId: 'solen',
      packet: withWords(secret).packet,
      priority: opened.priority,
      replyLanguage: 'sv',
      splitInto: null,
      works: false,
    } as const;
    const promise = { at: world.clock.at, byUpn: upns.anna, madeAt: world.clock.at, how: 'said' } as const;
    const { case: kept } = filter({
      ...opened,
      reports: [report],
      promises: [{ ...promise, outcome: 'late', settledAt: null }],
      announcement: { siteIds: [], text: secret },
    });
    expect(JSON.stringify(kept)).not.toContain('907612');
    expect([kept.reports, kept.promises, kept.announcement]).toEqual([undefined, undefined, undefined]);
  });

  test('keeps who, where and what', () => {
    const { case: kept } = filter(opened);
    expect(kept.packet).toMatchObject({
      requester: { name: 'Eva', phone: '08-000 00 99' },
      site: { name: 'Solen', facts: { network: 'fiber', switch: 'SW-441' } },
      symptom: 'projektorn är svart',
    });
  });

  test.each([
    [
      'a personal identity number',
      'barnet 19121212-1212 kan inte logga in',
      '19121212-1212',
      'personal_identity_number',
    ],
    ['the value of a secret fact', 'larmkoden 907612 funkar inte', '907612', 'alarm_code'],
    ['a secret place, in any case of letters', 'nyckeln ligger Bakom Elskåpet', 'Elskåpet', 'key_location'],
    ['a private part', 'ring [privat]Kalle i källaren[/privat] först', 'Kalle', 'private_parts'],
  ])('never %s, in any text', (_, words, secret, name) => {
    const filtered = filter(withWords(words));
    expect(JSON.stringify(filtered)).not.toContain(secret);
    expect(filtered.withheld).toContain(name);
    expect(filtered.case.packet.withheld).toContain(name);
  });

  test('never technicians’ notes, and says that there were some', () => {
    const filtered = filter(withWords('x'), { withhold: [] });
    expect(JSON.stringify(filtered)).not.toContain('solen/tak');
    expect(filtered.withheld).toContain('technician_notes');
  });

  test('never secret facts, even when the contractor’s own list is empty', () => {
    const filtered = filter(withWords('larmkoden 907612'), { withhold: [] });
    expect(JSON.stringify(filtered)).not.toContain('907612');
    expect(filtered.case.packet.site?.secretFacts).toEqual([]);
    expect(filtered.withheld).toEqual(expect.arrayContaining(['alarm_code', 'key_location']));
  });

  test('no fact that the contractor’s list names, nor its value in the words', () => {
    const filtered = filter(withWords('switchen SW-441 (C+ [x]) blinkar'), { withhold: ['switch'] });
    expect(JSON.stringify(filtered)).not.toContain('SW-441');
    expect(filtered.case.packet.site?.facts).toEqual({ network: 'fiber' });
    expect(filtered.withheld).toContain('switch');
  });

  test('no phone, title or dialogue when those are withheld', () => {
    const withhold = ['requester_phone', 'requester_title', 'dialogue', 'attachments', 'visit_notes'];
    const { case: kept, withheld } = filter(withWords('x'), { withhold });
    expect(kept.packet).toMatchObject({
      dialogue: [],
      attachments: [],
      requester: { phone: null, title: null },
    });
    expect(kept.packet.site?.visitNotes).toBeNull();
    expect(withheld).toEqual(expect.arrayContaining(withhold));
  });

  test('what was not there is not said to be left out', () => {
    const { withheld } = filter({ ...opened, siteId: null, packet: { ...opened.packet, site: null } });
    expect(withheld).toEqual([]);
  });

  test('the case itself is not changed', () => {
    const before = structuredClone(opened);
    filter(opened);
    expect(opened).toEqual(before);
    expect(opened.requesterUpn).toBe(upns.eva);
  });
});
