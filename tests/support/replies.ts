import type { CaseView, Envelope, NoteView, PartyView, Reply, TechnicianCaseView } from '#bot/reply/reply.ts';

/** What the words of replies are measured from: a Monday morning in Stockholm, 09.15. */
export const monday = new Date('2026-11-23T09:15:00+01:00');
export const stockholm = { timezone: 'Europe/Stockholm', now: monday };

export function envelope(content: Reply, overrides: Partial<Envelope> = {}): Envelope {
  return { language: 'sv', introduce: false, content, ...overrides };
}

export function party(overrides: Partial<PartyView> = {}): PartyView {
  return {
    kind: 'technician',
    id: 'karin.lind@ekbacken.example',
    name: 'Karin Lind',
    phone: '08-000 00 21',
    ...overrides,
  };
}

export function noteView(overrides: Partial<NoteView> = {}): NoteView {
  return {
    id: 'solrosen/projektor',
    title: 'Projektorn i samlingssalen',
    asset: 'Epson EB-L200, samlingssalen',
    warning: 'Titta inte in i linsen när lampan tänds.',
    introduction: 'Projektorn går i vila efter 20 minuter. **Den vita kabeln** är den som ska användas.',
    steps: [
      'Tryck en gång på den gröna knappen och vänta en minut.',
      'Sätt i den vita kabeln i datorn. Den svarta är trasig.',
      'Tryck `Windows` + `P` och välj **Duplicera**.',
    ],
    lastVerified: '2026-09-14',
    verifiedBy: 'Karin Lind',
    stale: false,
    currentOutage: false,
    validTo: null,
    ...overrides,
  };
}

export function caseView(overrides: Partial<CaseView> = {}): CaseView {
  return {
    id: 'case-1',
    number: 'VK-1042',
    title: 'Projektorn i samlingssalen är svart',
    state: 'in-progress',
    holdReason: null,
    siteName: 'Solrosen',
    priority: 'moderate',
    assignee: party(),
    offeredTo: null,
    promisedAt: null,
    onSiteAt: null,
    when: null,
    createdAt: '2026-11-23T09:02:00+01:00',
    ...overrides,
  };
}

export function technicianCaseView(overrides: Partial<TechnicianCaseView> = {}): TechnicianCaseView {
  return {
    ...caseView({ state: 'new', assignee: null, offeredTo: party() }),
    viewer: { upn: 'karin.lind@ekbacken.example', relation: 'offered' },
    offerId: 'offer-1',
    acknowledgeBy: '2026-11-23T10:15:00+01:00',
    type: 'incident',
    category: 'av',
    hazard: false,
    reporters: 1,
    requester: { name: 'Anna Berg', title: 'Förskollärare', phone: '08-000 00 11' },
    site: {
      name: 'Solrosen',
      address: 'Ekvägen 4',
      phone: '08-000 00 12',
      visitHours: 'Mo-Fr 07:00-17:00; PH off',
      visitNotes: 'Vila 12–13.30.',
      facts: [
        { name: 'switch', value: 'städskrubben, plan 1' },
        { name: 'wifi', value: 'Ekbacken-Personal' },
      ],
      secretFacts: ['alarm_code', 'key_location'],
    },
    device: 'Epson EB-L200, samlingssalen',
    symptom: 'Projektorn är helt svart och vi har föräldramöte klockan elva. Den gröna lampan blinkar.',
    since: 'i morse',
    affected: 'hela avdelningen',
    attempts: [{ noteTitle: 'Projektorn i samlingssalen', outcome: 'not-solved' }],
    notes: [noteView(), noteView({ id: 'solrosen/kabelskap', title: 'Kabelskåpet', technicianOnly: true })],
    dialogue: [
      { at: '2026-11-23T09:02:00+01:00', name: 'Anna Berg', text: 'Projektorn är helt svart.' },
      { at: '2026-11-23T09:02:10+01:00', name: 'Vaktis', text: 'Visade rådet ”Projektorn i samlingssalen”.' },
      { at: '2026-11-23T09:09:00+01:00', name: 'Anna Berg', text: 'Det hjälpte inte.' },
    ],
    attachments: [{ name: 'projektorn.jpg' }],
    classificationReason: 'Projektor sköts lokalt. Karin Lind är tekniker på Solrosen.',
    withheld: ['password'],
    colleagues: [{ upn: 'omar.haddad@ekbacken.example', name: 'Omar Haddad' }],
    nextStep: 'answer-offer',
    resolution: null,
    ...overrides,
  };
}

/** The same case when the technician has it. */
export function acceptedCaseView(overrides: Partial<TechnicianCaseView> = {}): TechnicianCaseView {
  return technicianCaseView({
    state: 'in-progress',
    assignee: party(),
    offeredTo: null,
    offerId: null,
    acknowledgeBy: null,
    viewer: { upn: 'karin.lind@ekbacken.example', relation: 'assigned' },
    nextStep: 'say-when',
    ...overrides,
  });
}
