import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, noteMarkdown, phoneLink } from '#bot/channels/teams/cards/markdown.ts';
import { renderReply } from '#bot/channels/teams/render-reply.ts';
import { markdownOf } from '../support/card-parts.ts';
import { everyReply } from '../support/every-reply.ts';
import { nastyText, withFreeText } from '../support/nasty.ts';
import { acceptedCaseView, envelope, noteView, stockholm } from '../support/replies.ts';

/** With HTML on, so that a tag which slips through shows. */
const writer = new MarkdownIt({ html: true, linkify: false });
const ownMarks = ['introduction', 'steps', 'step', 'passage', 'warning'];

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

describe('what people write', () => {
  it.each(Object.entries(everyReply))('is drawn as written, not as marks: %s', (_name, reply) => {
    const nasty = withFreeText(reply, () => nastyText, ownMarks);
    const { card } = renderReply(envelope(nasty), stockholm);
    for (const markdown of card ? markdownOf(card) : []) {
      const html = writer.render(markdown);
      expect(html).not.toMatch(/<(at|script|b|img|code|h\d|blockquote|hr|del|table)\b/i);
      expect(html).not.toMatch(/href="(?!tel:|https:\/\/teams\.microsoft\.com\/l\/chat\/)/);
      expect(markdown).not.toContain('{{');
      expect(markdown).not.toMatch(/[^\P{Cc}\n]|\u202E/u);
    }
  });

  it('reads the same after the marks are drawn', () => {
    const line = 'Skriv a_b_c, 5*3=15, [x], <y> & z: 1. punkt #7 (ok) – 08-000 00 11!';
    expect(writer.renderInline(escapeMarkdown(line))).toBe(
      'Skriv a_b_c, 5*3=15, [x], &lt;y&gt; &amp; z: 1. punkt #7 (ok) – 08-000 00 11!',
    );
  });

  it('keeps its lines apart', () => {
    expect(writer.render(escapeMarkdown('ett\r\ntvå\n\n\ntre')).trim()).toBe(
      '<p>ett</p>\n<p>två</p>\n<p>tre</p>',
    );
  });

  it('stays out of the data of buttons', () => {
    const view = acceptedCaseView({ title: nastyText, symptom: nastyText });
    const { card } = renderReply(envelope({ kind: 'case-card', view }), stockholm);
    expect(JSON.stringify(card?.actions)).not.toContain('ond.example');
  });
});

describe('what a note says', () => {
  it('keeps bold, lists and links to the web, and nothing else', () => {
    const drawn = writer.render(
      noteMarkdown('Läs **detta** i [guiden](https://hjalp.example/wifi).\n- ett\n- två'),
    );
    expect(drawn).toContain('<strong>detta</strong>');
    expect(drawn).toContain('<a href="https://hjalp.example/wifi">guiden</a>');
    expect(drawn).toContain('<li>två</li>');
  });

  it('writes out headings, code, pictures and quotes in what a card can draw', () => {
    const drawn = writer.render(
      noteMarkdown('## Kabeln\n> Kör `ipconfig`\n![karta](https://hjalp.example/k.png)'),
    );
    expect(drawn).not.toMatch(/<(h2|code|img|blockquote)/);
    expect(drawn).toContain('<strong>Kabeln</strong>');
    expect(drawn).toContain('Kör ipconfig');
    expect(drawn).toContain('karta');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://x.example/"onmouseover',
  ])('shows the address %s instead of linking to it', (address) => {
    expect(writer.render(noteMarkdown(`[här](${address})`))).not.toContain('href');
  });

  it('is as harmless as the rest', () => {
    const drawn = writer.render(noteMarkdown(nastyText));
    expect(drawn).not.toMatch(/<(at|script|b|img|code|h\d|blockquote)\b/i);
  });
});

describe('a telephone number', () => {
  it('can be rung, also with a country code', () => {
    expect(phoneLink('08-000 00 11')).toBe('[08-000 00 11](tel:080000011)');
    expect(phoneLink('+46 8 000 00 11')).toBe('[+46 8 000 00 11](tel:+4680000011)');
  });

  it('is only text when it is none', () => {
    expect(phoneLink('växeln')).toBe('växeln');
  });
});

describe('a card', () => {
  const huge = [
    ['letters', 'x'],
    ['words', 'ord och åäö '],
    ['marks that need escaping', '*[<_`\\'],
    ['emoji', '😀'],
    ['control characters and lines', '\u0001\n'],
  ] as const;
  const all = huge.flatMap(([kind, unit]) =>
    Object.entries(everyReply).map(([name, reply]) => ({ name, kind, unit, reply })),
  );

  it.each(all)('is under 25 kB with 20 kB of $kind in every field: $name', ({ unit, reply }) => {
    const text = unit.repeat(Math.ceil(20_000 / unit.length));
    const { card, summary } = renderReply(envelope(withFreeText(reply, () => text)), stockholm);
    if (card) expect(sizeOf(card)).toBeLessThan(25_000);
    expect(summary.length).toBeLessThanOrEqual(150);
  });

  it('is under 25 kB with endless lists, and says that it is shortened', () => {
    const many = <Item>(item: Item) => Array.from({ length: 500 }, () => item);
    const view = acceptedCaseView({
      notes: many(noteView()),
      dialogue: many({
        at: '2026-11-23T09:02:00+01:00',
        name: 'Anna Berg',
        text: 'Det går inte. '.repeat(30),
      }),
      attachments: many({ name: 'bild.png' }),
      attempts: many({ noteTitle: 'Projektorn', outcome: 'not-solved' as const }),
      colleagues: many({ upn: 'omar.haddad@ekbacken.example', name: 'Omar Haddad' }),
      withheld: many('password'),
    });
    const { card } = renderReply(envelope({ kind: 'case-card', view }), stockholm);
    expect(sizeOf(card)).toBeLessThan(25_000);
    expect(JSON.stringify(card)).toContain('(förkortat)');
    expect(card?.actions).toHaveLength(6);
  });

  it('keeps an ordinary one whole', () => {
    const { card } = renderReply(envelope({ kind: 'case-card', view: acceptedCaseView() }), stockholm);
    expect(JSON.stringify(card?.body)).not.toContain('(förkortat)');
    expect(sizeOf(card)).toBeLessThan(16_000);
  });
});
