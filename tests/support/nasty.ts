import type { Reply } from '#bot/reply/reply.ts';

/** What people, and those who wish them ill, may write: every mark that a card or a page could take for its own. */
export const nastyText = [
  '[klicka här](http://ond.example/lösen) ![bild](http://ond.example/x.png) <http://ond.example>',
  '<at>Alla</at> <script>alert(1)</script> <b>fet</b> &lt;b&gt; &#60;b&#62;',
  '**fet** __fet__ *kursiv* _kursiv_ ~~struken~~ `kod` {{DATE(2017-02-14T06:08:39Z,SHORT)}}',
  '# Rubrik',
  '> citat',
  '- punkt',
  '+ punkt',
  '1. ett',
  '2) två',
  '---',
  '| a | b |',
  'bakstreck \\[x](http://ond.example) \\\\ \u202Eomvänt \u0000\u0007',
].join('\n');

const freeTexts = [
  'name',
  'title',
  'label',
  'step',
  'noteTitle',
  'siteName',
  'text',
  'symptom',
  'since',
  'affected',
  'device',
  'address',
  'visitNotes',
  'classificationReason',
  'resolution',
  'verifiedBy',
  'asset',
  'value',
  'phone',
  'to',
  'reference',
  'deskName',
  'from',
  'by',
  'holdReason',
  'warning',
  'introduction',
];

/** The same reply with everything that people write replaced; ids, kinds and times stay. */
export function withFreeText(
  reply: Reply,
  write: (original: string) => string,
  except: readonly string[] = [],
): Reply {
  const keys = freeTexts.filter((key) => !except.includes(key));
  return JSON.parse(
    JSON.stringify(reply),
    function replace(this: unknown, key: string, value: unknown): unknown {
      const isOption = isRecord(this) && 'label' in this && key === 'value';
      if (typeof value === 'string' && keys.includes(key) && !isOption) return write(value);
      if (key === 'steps' && Array.isArray(value) && !except.includes('steps'))
        return value.map(String).map(write);
      if (key === 'titles' && Array.isArray(value)) return value.map(String).map(write);
      return value;
    },
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
