import { beforeAll, describe, expect, it } from 'vitest';
import { demoFolder } from '#bot/cli/demo-folder.ts';
import { loadFolder } from '#bot/cli/load-desk.ts';
import { type TriageDesk, triageLine } from '#bot/cli/triage-request.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import { createTriage } from '#bot/triage/triage.ts';
import { sources } from '../support/app-package.ts';

let desk: TriageDesk;
beforeAll(async () => {
  desk = {
    loaded: await loadFolder(demoFolder),
    triage: createTriage({ chooseResponsible }),
    openCases: new Map(),
    now: () => new Date('2026-11-24T10:00:00+01:00'),
  };
});

/** Somebody with one home site says it. */
function say(text: string) {
  return triageLine({ from: 'hanna.nilsson@ekbacken.example', text }, desk);
}

/** What a starter puts into the message box must be understood as what its button promised. */
describe.each(['sv', 'en'] as const)('what the starters say in %s', (language) => {
  const words = sources.words[language];

  it.each(Object.entries(words.starters).map(([category, { prompt }]) => [prompt, category]))(
    '"%s" is understood as %s',
    (prompt, category) => {
      const output = say(prompt);
      expect({ language: output.language, category: output.category.id }).toEqual({ language, category });
      expect(['answer', 'hand-off', 'ask']).toContain(output.decision);
    },
  );

  it('"talk to a person" is obeyed at once', () => {
    expect(say(words.person.prompt).decision).toBe('hand-off');
  });

  it('"who is our technician?" is answered', () => {
    const output = say(words.technician.prompt);
    expect(output.decision).toBe('answer');
    expect(output.responsible?.kind).toBe('technician');
  });
});
