import type { Case, CaseEvent } from '#bot/handoff/case.ts';
import { type PaperNames, renderCase } from './render-case.ts';
import { storedData } from './stored-data.ts';

export type ArchivedCase = {
  readonly json: string;
  readonly markdown: string;
  readonly marks: readonly string[];
};

/** What a mark of secrecy says: it may apply. Whoever is asked for the document decides each time. */
const marks = {
  building:
    'Kan omfattas av sekretess, 18 kap. 8 § OSL (säkerhets- eller bevakningsåtgärd): platsen har hemliga uppgifter.',
  security:
    'Kan omfattas av sekretess, 18 kap. 8 § OSL (säkerhets- eller bevakningsåtgärd): ärendet gäller säkerhet.',
  hidden: (what: readonly string[]) => `Dolt när ärendet skrevs in: ${what.join(', ')}.`,
  anonymous: 'Namn och text är gallrade. Det som räknas är kvar.',
} as const;

/** Marks of secrecy that go with a case wherever it is kept. */
function secrecyMarks({ packet, category, requesterUpn, title }: Case): string[] {
  return [
    ...(packet.site && packet.site.secretFacts.length > 0 ? [marks.building] : []),
    ...(category === 'security' ? [marks.security] : []),
    ...(packet.withheld.length > 0 ? [marks.hidden(packet.withheld)] : []),
    ...(requesterUpn === 'borttagen' && title === '' ? [marks.anonymous] : []),
  ];
}

/** One case as it is kept for ever: whole for machines, and to be read. */
export function archiveCase(item: Case, events: readonly CaseEvent[], names: PaperNames): ArchivedCase {
  const secrecy = secrecyMarks(item);
  const { packet, title, resolution } = item;
  const json = JSON.stringify({ secrecy, case: item, events }, null, 2);
  const markdown = renderCase(
    {
      ...{ number: item.number, state: item.state, category: item.category, siteId: item.siteId },
      ...{ createdAt: item.createdAt, resolvedAt: item.resolvedAt, title, resolution },
      ...{
        symptom: packet.symptom,
        dialogue: packet.dialogue,
        attachments: packet.attachments,
        steps: events,
      },
    },
    names,
    [`- Anmält av: ${packet.requester.name || 'okänd'}`, ...secrecy.map((mark) => `- **${mark}**`)],
  );
  return { json: `${json}\n`, markdown, marks: secrecy };
}

/** What the fields of `arende.json` mean, and what is kept and what is weeded: for whoever opens it in fifty years. */
export function describeArchive(about: {
  deskName: string;
  from: string;
  to: string;
  madeAt: Date;
  cases: number;
}) {
  return {
    format: 'Vaktis arkivuttag',
    version: 1,
    encoding:
      'UTF-8. JSON enligt RFC 8259, Markdown enligt CommonMark. Tider enligt ISO 8601 i UTC; i arende.md som klockan gick på platsen.',
    ...about,
    fields: {
      secrecy: 'Sekretessmarkeringar. En markering är en varning, inte ett beslut.',
      'case.number': 'Ärendets nummer.',
      'case.state': 'Läge: resolved (löst), closed (avslutat), cancelled (återtaget).',
      'case.category': 'Ärendets sort.',
      'case.siteId': 'Platsens id i organisationens förteckning.',
      'case.requesterUpn': 'Den som anmälde, som användarnamn.',
      'case.packet.symptom':
        'Felet med den anmälandes ord. Lösenord och personnummer är utbytta mot punkter.',
      'case.packet.dialogue': 'Samtalet i ordning: vem, när, vad.',
      'case.packet.machine': 'Det som en språkmodell skrev. Finns bara om en modell användes.',
      'case.packet.attachments': 'Bilagor. De som fanns kvar ligger i mappen bilagor under sitt id.',
      'case.assignee': 'Den som hade ärendet: technician, dispatcher eller contractor.',
      'case.promises': 'Utlovade tider och vad det blev av dem.',
      'case.resolution': 'Lösningen.',
      events: 'Ärendets historik: när, vad (kind), vem (actor) och uppgifter (data).',
    },
    decisions: storedData.map(({ table, what, archive }) => ({
      table,
      what,
      decision: archive === 'keep' ? 'bevaras' : 'gallras',
    })),
    checksums:
      'manifest-sha256.txt har en SHA-256 för varje fil i data/. Mappen följer BagIt 1.0 (RFC 8493).',
  };
}
