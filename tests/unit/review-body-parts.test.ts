import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeskFolder } from '#knowledge/desk-folder/read.ts';
import { parseNoteBody } from '#knowledge/note-body.ts';
import { joinBody, splitBody } from '#knowledge/review/body-parts.ts';
import { demoFolder } from '../support/talk.ts';

const body = `Skrivaren står i personalrummet. [privat]Lena har nyckeln.[/privat]

![Luckan](images/abc.png)

## Prova detta
1. Öppna luckan.
2. Dra ut papperet
   uppåt, aldrig nedåt.

   - fatta med båda händerna
3. Stäng.

## Om det händer igen
1. Ring.
`;

describe('a body taken apart', () => {
  it('has its guided fix as steps and everything else before and after', () => {
    expect(splitBody(body)).toEqual({
      intro:
        'Skrivaren står i personalrummet. [privat]Lena har nyckeln.[/privat]\n\n![Luckan](images/abc.png)',
      stepsTitle: 'Prova detta',
      steps: [
        'Öppna luckan.',
        'Dra ut papperet\nuppåt, aldrig nedåt.\n\n- fatta med båda händerna',
        'Stäng.',
      ],
      outro: '## Om det händer igen\n1. Ring.',
    });
  });

  it('is all introduction when no list stands under a heading', () => {
    expect(splitBody('Bara text.\n\n1. och en lista\n')).toEqual({
      intro: 'Bara text.\n\n1. och en lista',
      stepsTitle: null,
      steps: [],
      outro: '',
    });
  });

  it('takes no list for the fix that only some may see', () => {
    const hidden = '[privat]\n## Kod\n1. hemligt\n[/privat]\n\n## Gör så här\n1. öppet\n';
    expect(splitBody(hidden)).toMatchObject({ stepsTitle: 'Gör så här', steps: ['öppet'] });
    expect(splitBody(hidden).intro).toContain('hemligt');
  });

  it('leaves a heading that stands further up in the introduction', () => {
    const parts = splitBody('## Prova\nFörst det här.\n\n1. Ett\n2. Två\n');
    expect(parts).toMatchObject({
      intro: '## Prova\nFörst det här.',
      stepsTitle: null,
      steps: ['Ett', 'Två'],
    });
  });
});

describe('a body put together again', () => {
  it('is the same, byte for byte, when nothing was changed', async () => {
    const { notes } = await readDeskFolder(demoFolder);
    const odd = [
      body,
      '',
      '\n\n',
      'x',
      '## a\n\n\n1) x\n\n\n2) y',
      body.replaceAll('\n', '\n\n'),
      '1. a\r\n',
    ];
    const bodies = [...notes.map((note) => note.body), ...odd];
    expect(bodies.length).toBeGreaterThan(50);
    for (const one of bodies) expect(joinBody(splitBody(one), one)).toBe(one);
  });

  it('is the same whatever it holds', () => {
    const line = fc.constantFrom(
      '',
      '## Rubrik',
      '# A #',
      '1. ett',
      '2) två',
      '   mer',
      '    - under',
      '```',
      'text',
      '[privat]',
      '[/privat]',
      '[privat]x[/privat]',
      '  1. inne',
      '* punkt',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const text = lines.join('\n');
        expect(joinBody(splitBody(text), text)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every part that was not touched as it stood', () => {
    const parts = splitBody(body);
    const changed = joinBody({ ...parts, steps: ['Ett', ...parts.steps] }, body);
    expect(changed).toBe(
      body.replace(/1\. Öppna[\s\S]*3\. Stäng\.\n/, () =>
        [
          '1. Ett\n2. Öppna luckan.\n3. Dra ut papperet\n    uppåt, aldrig nedåt.\n\n',
          '    - fatta med båda händerna\n4. Stäng.\n',
        ].join(''),
      ),
    );
    expect(joinBody({ ...parts, outro: 'Slut.' }, body)).toBe(
      body.replace('## Om det händer igen\n1. Ring.\n', 'Slut.\n'),
    );
    expect(joinBody({ ...parts, intro: 'Ny.' }, body)).toBe(
      body.replace(/^[\s\S]*?## Prova/, 'Ny.\n\n## Prova'),
    );
    expect(joinBody({ ...parts, stepsTitle: 'Så här' }, body)).toContain('\n\n## Så här\n\n1. Öppna');
  });

  it('gives back the parts that it was made of', () => {
    const parts = {
      intro: 'Hej\n\nDu',
      stepsTitle: 'Gör så här',
      steps: ['a\nb', '1. c\n2. d', '# e'],
      outro: 'Slut',
    };
    expect(splitBody(joinBody(parts, ''))).toEqual(parts);
    expect(parseNoteBody(joinBody(parts, '')).steps).toHaveLength(3);
  });

  it('gives steps a heading, so that they are found as the guided fix', () => {
    const made = joinBody({ intro: 'Hej', stepsTitle: null, steps: ['Ett'], outro: '' }, '');
    expect(made).toBe('Hej\n\n## Gör så här\n\n1. Ett\n');
  });

  it('loses the list with its last step, and the heading with it', () => {
    const parts = splitBody('Hej\n\n## Gör\n1. Ett\n\nSlut\n');
    expect(joinBody({ ...parts, steps: [], stepsTitle: null }, 'Hej\n\n## Gör\n1. Ett\n\nSlut\n')).toBe(
      'Hej\n\nSlut\n',
    );
  });
});
