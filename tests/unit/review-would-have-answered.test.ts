import { expect, test } from 'vitest';
import { wouldHaveAnswered } from '#knowledge/review/would-have-answered.ts';
import { buildNote } from '../support/build-note.ts';

const password = buildNote({
  id: '_shared/losenord',
  title: 'Byta lösenord i portalen',
  category: 'account',
  symptoms: ['glömt lösenordet'],
});
const draft = buildNote({
  id: '_shared/boka-rum',
  title: 'Boka konferensrum',
  status: 'draft',
  symptoms: ['hur bokar man ett rum'],
});
const desk = {
  notes: [password],
  sites: new Map(),
  timezone: 'Europe/Stockholm',
  at: new Date('2026-11-23T09:00:00+01:00'),
};
const ask = (text: string) => ({ text, siteId: null });

test('a draft would have answered the wordings that are about it, and no others', () => {
  const earlier = [
    ask('jag har glömt lösenordet'),
    ask('hur bokar jag konferensrummet?'),
    ask('diskmaskinen läcker'),
  ];
  const found = wouldHaveAnswered(draft, earlier, desk);
  expect(found.map(({ index }) => index)).toEqual([1]);
  expect(found[0]?.insteadOf).toBeNull();
});

test('it tells which note comes first without the draft', () => {
  const better = {
    ...draft,
    title: 'Lösenordet till låneplattan',
    symptoms: ['glömt lösenordet till låneplattan'],
  };
  const found = wouldHaveAnswered(better, [ask('glömt lösenordet till låneplattan')], desk);
  expect(found).toMatchObject([{ index: 0, insteadOf: password.id }]);
});

test('a change of a note is tried in its place, without asking the old one too', () => {
  const changed = { ...password, symptoms: ['glömt lösenordet', 'utelåst från kontot'] };
  const found = wouldHaveAnswered(changed, [ask('jag är utelåst från kontot')], desk);
  expect(found).toMatchObject([{ index: 0, insteadOf: null }]);
});

test('a site’s draft answers only what was asked from there', () => {
  const own = { ...draft, id: 'solrosen/boka', sites: ['solrosen'] };
  expect(wouldHaveAnswered(own, [ask('hur bokar jag konferensrummet?')], desk)).toEqual([]);
});
