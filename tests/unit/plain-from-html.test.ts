import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainFromHtml } from '#bot/channels/teams/plain-from-html.ts';
import { processorTime } from '../support/processor-time.ts';

it.each([
  ['<p>Rad ett</p><p>rad&nbsp;tv&aring; &lt;b&gt; &#228; &#x1F600;</p>', 'Rad ett\nrad två <b> ä 😀'],
  ['<at id="0">Anna</at>, <emoji alt="🙂" id="x"></emoji> kolla', 'Anna, 🙂 kolla'],
  [
    '<blockquote itemtype="http://schema.skype.com/Reply"><p>Annas ord</p></blockquote><p>Mina ord</p>',
    'Mina ord',
  ],
  ['<ul><li>ett</li><li>två</li></ul>', '• ett\n• två'],
  ['a < b och c > d', 'a < b och c > d'],
  ['&amp;lt;script&amp;gt;', '&lt;script&gt;'],
  ['<attachment id="1"></attachment>', ''],
])('reads %s', (html, text) => expect(plainFromHtml(html)).toBe(text));

it('takes whatever there is, in no time', async () => {
  fc.assert(
    fc.property(fc.string(), (html) => {
      expect(plainFromHtml(html)).not.toContain('\0');
    }),
  );
  const took = await processorTime(() => {
    for (const part of ['<blockquote', '<br', '<img alt="', '<img ', '<', '&', '<li ', '<p>', ' \n '])
      plainFromHtml(part.repeat(40_000));
  });
  expect(took).toBeLessThan(3_000);
});
