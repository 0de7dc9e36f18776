import { AdaptiveCard, HostConfig, SerializationContext, Versions } from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import type { Card, CardAction, ExecuteAction } from '#bot/channels/teams/cards/card.ts';
import { readPressInput } from '#bot/channels/teams/cards/press-inputs.ts';
import { renderReply } from '#bot/channels/teams/render-reply.ts';
import { pressVerbs } from '#bot/conversation/incoming-message.ts';
import type { Reply } from '#bot/reply/reply.ts';
import { inputsOf, insideOf, titlesOf } from '../support/card-parts.ts';
import { everyReply } from '../support/every-reply.ts';
import { acceptedCaseView, envelope, stockholm } from '../support/replies.ts';

const cards = (['sv', 'en'] as const).flatMap((language) =>
  Object.entries(everyReply).flatMap(([name, content]) => {
    const { card } = renderReply(envelope(content, { language }), stockholm);
    return card ? [{ name, language, card }] : [];
  }),
);

function cardOf(content: Reply | undefined, overrides: Parameters<typeof envelope>[1] = {}): Card {
  const { card } = renderReply(envelope(content ?? { kind: 'help' }, overrides), stockholm);
  if (!card) throw new Error('this reply is a line of text');
  return card;
}

function executes(card: Card): ExecuteAction[] {
  return insideOf(card).actions.filter((action): action is ExecuteAction => action.type === 'Action.Execute');
}

function textOf(card: Card): string {
  return JSON.stringify(card.body);
}

/** As Teams does: six buttons. */
const teams = new HostConfig({ actions: { maxActions: 6 } });

function parseOfficially(card: Card): { parsed: AdaptiveCard; remarks: string[] } {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.hostConfig = teams;
  parsed.parse(JSON.parse(JSON.stringify(card)), context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  const remarks = [...events, ...parsed.validateProperties().validationEvents].map(({ message }) => message);
  // The parser keeps its pattern's place between cards, so it refuses every second card's valid language.
  return {
    parsed,
    remarks: remarks.filter((remark) => !/^Invalid value "(sv|en)" for property "lang"/.test(remark)),
  };
}

describe('every reply', () => {
  it.each(Object.entries(everyReply))('%s is either a card or a text, with a summary', (_name, content) => {
    const { card, text, summary } = renderReply(envelope(content), stockholm);
    expect([card, text].filter((part) => part !== null)).toHaveLength(1);
    expect(summary.length).toBeGreaterThan(3);
    expect(summary.length).toBeLessThanOrEqual(150);
    expect(summary).not.toContain('\n');
  });
});

describe('every card', () => {
  it.each(cards)('$name in $language is what the official parser knows, without a remark', ({ card }) => {
    const { parsed, remarks } = parseOfficially(card);
    expect(remarks).toEqual([]);
    expect(parsed.getItemCount()).toBe(card.body.length);
  });

  it.each(cards)(
    '$name in $language has its language, a fallback and something to read out',
    ({ card, language }) => {
      expect(card.lang).toBe(language);
      expect(card.fallbackText.length).toBeGreaterThan(3);
      expect(card.speak).not.toMatch(/[<>&]/);
      expect(JSON.stringify(card)).not.toMatch(/undefined|\[object|\$\{/);
    },
  );

  it.each(cards)('$name in $language keeps to six buttons on a line of their own', ({ card }) => {
    expect(card.actions?.length ?? 0).toBeLessThanOrEqual(6);
    for (const action of insideOf(card).actions) {
      if (action.type === 'Action.ShowCard') expect(action.card.actions?.length).toBeLessThanOrEqual(6);
      expect(action.title.length).toBeLessThanOrEqual(40);
      expect(action.title).not.toMatch(/\n|^$/);
    }
  });

  it.each(cards)('$name in $language has no columns that a phone cannot draw', ({ card }) => {
    for (const element of insideOf(card).elements) {
      if (element.type !== 'ColumnSet') continue;
      expect(element.columns.length).toBeLessThanOrEqual(3);
      expect(element.columns.every(({ width }) => width === 'auto' || width === 'stretch')).toBe(true);
    }
  });

  it.each(cards)('$name in $language labels every input, and no two ids are alike', ({ card }) => {
    const inputs = inputsOf(card);
    for (const input of inputs) {
      expect(input.label).not.toBe('');
      expect(input.errorMessage).not.toBe('');
      expect(input.id).toMatch(/^(text|value)(_[a-z0-9_]+)?$/);
    }
    const ids = insideOf(card).elements.flatMap((element) => (element.id ? [element.id] : []));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(cards)('$name in $language sends the same data from old clients, verb and ids only', ({ card }) => {
    for (const action of executes(card)) {
      expect(action.fallback).toMatchObject({
        type: 'Action.Submit',
        title: action.title,
        data: action.data,
      });
      expect(action.data.verb).toBe(action.verb);
      expect(pressVerbs).toContain(action.verb);
      const known = ['verb', 'caseId', 'offerId', 'reportId', 'noteId', 'value'];
      expect(Object.keys(action.data).filter((key) => !known.includes(key))).toEqual([]);
    }
  });

  it.each(cards)('$name in $language says in words what a colour says', ({ card }) => {
    for (const element of insideOf(card).elements) {
      if (element.type !== 'Container' || !element.style || element.style === 'emphasis') continue;
      expect(JSON.stringify(element.items)).toMatch(/Viktigt|Important|Rör inte|Do not touch|Risk/);
    }
  });
});

describe('the answer card', () => {
  it('offers solved, not solved, one step at a time and a person', () => {
    expect(titlesOf(cardOf(everyReply.answer))).toEqual([
      'Det löste sig',
      'Det hjälpte inte',
      'Ett steg i taget',
      'Prata med en människa',
    ]);
    const data = { reportId: 'r1', noteId: 'solrosen/projektor' };
    expect(executes(cardOf(everyReply.answer)).map((action) => action.data)).toEqual([
      { verb: 'solved', ...data },
      { verb: 'not-solved', ...data },
      { verb: 'step', ...data, value: '1' },
      { verb: 'talk-to-person', ...data },
    ]);
  });

  it('names its source and the day it was checked', () => {
    expect(textOf(cardOf(everyReply.answer))).toContain(
      'Från platsnotisen · Solrosen · kontrollerad 14 september 2026 av Karin Lind',
    );
  });

  it('puts danger first, then who is speaking', () => {
    const [first, second] = cardOf(everyReply['answer, hazard'], { introduce: true }).body;
    expect(JSON.stringify(first)).toContain('larma 112');
    expect(JSON.stringify(second)).toContain('robot');
  });

  it('offers no steps one by one where there are none', () => {
    expect(titlesOf(cardOf(everyReply['answer, never checked, no steps']))).not.toContain('Ett steg i taget');
  });
});

describe('the guided steps', () => {
  it('lead to the next step, and end with a way to a person', () => {
    const next = executes(cardOf(everyReply['guided step'])).find((action) => action.verb === 'step');
    expect(next?.data.value).toBe('3');
    expect(titlesOf(cardOf(everyReply['guided step, last']))).not.toContain('Nästa steg');
    expect(titlesOf(cardOf(everyReply['guided step, last']))).toContain('Prata med en människa');
  });
});

describe('a question', () => {
  it('has a button for each answer while they are few, and always one for a person', () => {
    expect(titlesOf(cardOf(everyReply['ask for the site, few']))).toEqual([
      'Solrosen',
      'Blåklockan',
      'Tallbacken',
      'Prata med en människa',
    ]);
  });

  it('becomes a list when they are many', () => {
    const [input] = inputsOf(cardOf(everyReply['ask for the site, many']));
    expect(input).toMatchObject({ type: 'Input.ChoiceSet', id: 'value' });
    expect(input?.type === 'Input.ChoiceSet' && input.choices).toHaveLength(8);
  });

  it('writes out what a category is', () => {
    expect(titlesOf(cardOf(everyReply['ask for the problem']))).toContain('Nätverk och wifi');
    expect(titlesOf(cardOf(everyReply['ask for the problem'], { language: 'en' }))).toContain(
      'Network and wifi',
    );
  });
});

describe('the case of a technician', () => {
  const visible = (name: keyof typeof everyReply) => cardOf(everyReply[name]);

  it('can be taken or declined with a reason while it is offered', () => {
    const card = visible('case offered');
    expect(card.actions?.map((action) => action.title)).toEqual(['Jag tar det', 'Kan inte']);
    expect(executes(card).map(({ data }) => data)).toContainEqual({
      verb: 'decline',
      caseId: 'case-1',
      offerId: 'offer-1',
    });
    expect(inputsOf(card).map(({ id }) => id)).toEqual(['text_decline']);
  });

  it('says what, where and who, with numbers that can be rung', () => {
    const text = textOf(visible('case offered'));
    for (const part of [
      'Ekvägen 4',
      'mån–fre 07.00–17.00',
      'Vila 12–13.30',
      'Epson EB-L200',
      'hjälpte inte',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('[08-000 00 11](tel:080000011)');
    expect(text).toContain('[08-000 00 12](tel:080000012)');
  });

  it('marks what only technicians may read, and folds notes and talk away', () => {
    const card = visible('case offered');
    expect(textOf(card)).toContain('Kabelskåpet (bara för tekniker)');
    const hidden = card.body.filter((element) => element.isVisible === false).map(({ id }) => id);
    expect(hidden).toEqual(['notes', 'dialogue']);
  });

  it('offers what comes next when it is accepted', () => {
    const titles = visible('case accepted').actions?.map((action) => action.title);
    expect(titles).toEqual(['När kommer du?', 'På plats', 'Klar', 'Skriv', 'Lämna över', 'Mer']);
  });

  it('counts promised minutes from the press', () => {
    const promises = executes(visible('case accepted')).filter(({ verb }) => verb === 'promise');
    expect(promises.map(({ data }) => data.value)).toEqual([undefined, '15m', '30m', '60m']);
    expect(promises.map(({ associatedInputs }) => associatedInputs)).toEqual([
      undefined,
      'none',
      'none',
      'none',
    ]);
  });

  it('names secret facts on buttons only, and never holds their values', () => {
    const secrets = executes(visible('case accepted')).filter(({ verb }) => verb === 'show-secret');
    expect(secrets.map(({ title }) => title)).toEqual(['Visa larmkod', 'Visa nyckelns plats']);
    expect(secrets.map(({ data }) => data.value)).toEqual(['alarm_code', 'key_location']);
  });

  it('shows a secret only in the card that was asked for, not in what is kept beside it', () => {
    const { card, summary } = renderReply(envelope(everyReply['secret fact'] ?? { kind: 'help' }), stockholm);
    expect(JSON.stringify(card?.body)).toContain('7712-hemlig');
    expect(`${summary}${card?.fallbackText}${card?.speak}`).not.toContain('7712');
  });

  it('asks whoever was there whether the notes are right', () => {
    const verbs = executes(visible('case resolved')).map(({ verb, data }) => `${verb} ${data.noteId}`);
    expect(verbs).toEqual([
      'confirm-note solrosen/projektor',
      'note-gone solrosen/projektor',
      'correct-note solrosen/projektor',
      'confirm-note solrosen/kabelskap',
      'note-gone solrosen/kabelskap',
      'correct-note solrosen/kabelskap',
    ]);
  });

  it('offers to add what was asked to a note, and shows it first', () => {
    const reply = everyReply['case resolved'];
    if (reply?.kind !== 'case-card') throw new Error('no case card');
    const asked = { ...reply, view: { ...reply.view, wording: 'kanonen är mörk' } };
    const { card } = renderReply(envelope(asked), stockholm);
    expect(JSON.stringify(card?.body)).toContain('kanonen är mörk');
    expect(
      executes(card ?? visible('case resolved')).filter(({ verb }) => verb === 'add-symptom'),
    ).toMatchObject([{ data: { noteId: 'solrosen/projektor' } }, { data: { noteId: 'solrosen/kabelskap' } }]);
  });

  it('tells the former holder whose it is, and nothing of the person', () => {
    const card = visible('case of another now');
    expect(card.actions).toBeUndefined();
    expect(JSON.stringify(card)).not.toContain('Anna Berg');
  });

  it('has no way to pass it on when there is nobody else', () => {
    expect(titlesOf(visible('case accepted, alone'))).not.toContain('Lämna över');
  });

  it('keeps to one way forward while it waits', () => {
    const card = cardOf({ kind: 'case-card', view: acceptedCaseView({ state: 'on-hold', site: null }) });
    expect(card.actions?.map((action: CardAction) => action.title)).toEqual([
      'Fortsätt',
      'Klar',
      'Skriv',
      'Lämna över',
    ]);
  });
});

describe('the inputs of a press', () => {
  it('are read whatever they are called on their card', () => {
    expect(readPressInput({ verb: 'decline', text_decline: ' Sjuk ' }, 'text')).toBe('Sjuk');
    expect(readPressInput({ text: 'kort' }, 'text')).toBe('kort');
    expect(readPressInput({ value_when: '', value: '15m' }, 'value')).toBe('15m');
    expect(readPressInput({ value_when: '10:40' }, 'value')).toBe('10:40');
  });

  it('are nothing when nothing was written', () => {
    expect(readPressInput({ text: '  ', text_note_0: '' }, 'text')).toBeUndefined();
    expect(readPressInput({ text: 7 }, 'text')).toBeUndefined();
  });
});
