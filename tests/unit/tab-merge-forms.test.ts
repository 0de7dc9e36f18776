import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAlike, mergeForms } from '#knowledge/tab/views/desk/merge-forms.ts';

type Form = { name: string; phone: string | null; aliases: string[] };
const base: Form = { name: 'Solrosen', phone: null, aliases: ['Solan'] };

describe('a form that somebody else saved meanwhile', () => {
  it('keeps what each changed when they changed different things', () => {
    const merged = mergeForms(base, { ...base, phone: '08-1' }, { ...base, aliases: ['Solan', 'Solis'] });
    expect(merged.value).toEqual({ name: 'Solrosen', phone: '08-1', aliases: ['Solan', 'Solis'] });
    expect(merged.taken).toEqual(['aliases']);
    expect(merged.meeting).toEqual([]);
  });

  it('keeps mine where both changed the same, and shows theirs', () => {
    const merged = mergeForms(base, { ...base, name: 'Solen' }, { ...base, name: 'Solrosens förskola' });
    expect(merged.value.name).toBe('Solen');
    expect(merged.meeting).toEqual([{ field: 'name', mine: 'Solen', theirs: 'Solrosens förskola' }]);
  });

  it('has nothing to ask when both made the same change', () => {
    const both = { ...base, name: 'Solen' };
    expect(mergeForms(base, both, both).meeting).toEqual([]);
  });

  it('never loses a change of mine', () => {
    const form = fc.record({
      name: fc.string(),
      phone: fc.option(fc.string()),
      aliases: fc.array(fc.string()),
    });
    fc.assert(
      fc.property(form, form, form, (first, mine, theirs) => {
        const { value } = mergeForms(first, mine, theirs);
        for (const field of ['name', 'phone', 'aliases'] as const)
          if (!isAlike(mine[field], first[field])) expect(value[field]).toEqual(mine[field]);
          else expect(value[field]).toEqual(theirs[field]);
      }),
    );
  });
});

describe('two values', () => {
  it('say the same whatever the order of their keys', () => {
    expect(isAlike({ a: 1, b: [2, { c: null }] }, { b: [2, { c: null }], a: 1 })).toBe(true);
  });
  it.each([
    [{ a: undefined }, { b: undefined }],
    [[], {}],
    [
      [1, 2],
      [2, 1],
    ],
    [null, {}],
  ])('%o and %o differ', (a, b) => {
    expect(isAlike(a, b)).toBe(false);
  });
});
