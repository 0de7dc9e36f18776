import { strToU8, zipSync } from 'fflate';
import type { Case } from '#bot/handoff/case.ts';
import { addDetail, answerQuestion, confirmResolved, join, reopen } from '#bot/handoff/requester-actions.ts';
import { sendToContractor } from '#bot/jobs/send-to-contractor.ts';
import { buildNote } from '../build-note.ts';
import { caseNow, createWorld, open, type World } from '../handoff-world.ts';
import { site, smallDesk, upns } from '../small-desk.ts';
import type { Carrier, HouseSecrets, PlantedCase } from './planted-case.ts';
import type { RecordingPlace } from './recording-places.ts';

/** What a contractor needs and must have all the same; in every report. */
export const needed = [
  'sal B12',
  'VLAN 310',
  '08-000 12 34',
  'PC-20417',
  'kl 13.30',
  '2026-11-20',
  'REQ-884512',
];
const ordinary = `Skrivaren vid sal B12 på VLAN 310 är död sedan 2026-11-20, dator PC-20417, ärende REQ-884512. Ring 08-000 12 34 efter kl 13.30.`;

/** Kinds and numbers that the house wrote down and logged of one case. */
export type Written = {
  readonly withheld: readonly string[];
  readonly history: string;
  readonly log: string;
};

/** Takes one case through everything that leaves for a contractor, with the house's own code from end to end. */
export async function driveCase(place: RecordingPlace, { secrets, plants }: PlantedCase): Promise<Written> {
  const world = worldOf(place, secrets);
  const logged: string[] = [];
  const said = (carrier: Carrier) =>
    plants.filter((plant) => plant.carrier === carrier).map(({ words }) => words);
  const text = [ordinary, ...said('report')].join('\n');
  const { case: opened } = await open(world, { text, category: { id: 'account', confidence: 1 } });
  world.memory.cases.set(opened.id, plant(world, opened, said));
  await keepFiles(world, said);
  const send = () => sendOn(world, place, opened.id, logged);
  await send();
  await sayMore(world, opened.id, said, send);
  return {
    withheld: caseNow(world, opened.id).packet.withheld,
    history: JSON.stringify(world.memory.events.filter(({ kind }) => /contractor|file-sent/.test(kind))),
    log: logged.join('\n'),
  };
}

function worldOf(place: RecordingPlace, secrets: HouseSecrets): World {
  const facts = {
    network: 'fiber, VLAN 310',
    alarm_code: secrets.alarm,
    safe_code: secrets.safe,
    door_code: secrets.door,
    key_location: secrets.key,
    asset_line: secrets.withheld,
  };
  const contractor = { ...place.contractor, withhold: ['asset_line', 'technician_notes'] };
  const desk = smallDesk({
    sites: [site('solen', { facts }), site('skolan', { kind: 'school', area: 'sodra' }), site('kontoret')],
    settings: {
      secretFacts: ['alarm_code', 'safe_code', 'door_code', 'key_location'],
      contractors: [contractor],
    },
  });
  const technicians = buildNote({
    id: 'solen/skapet',
    sites: ['solen'],
    audience: 'technician',
    title: 'Skåpet',
    body: `Så här är det. ${secrets.noteWords}. Ring före besök.`,
  });
  const staff = buildNote({
    id: 'solen/vem',
    sites: ['solen'],
    title: 'Vem',
    body: `[privat]${secrets.privateWords}[/privat]`,
  });
  return createWorld({ desk, notes: [technicians, staff] });
}

type Said = (carrier: Carrier) => string[];

function plant(world: World, item: Case, said: Said): Case {
  const at = world.clock.at;
  const line = (who: 'requester' | 'technician') => (text: string) => ({ at, who, name: 'Eva', text });
  const one = (carrier: Carrier) => said(carrier)[0] ?? null;
  const { packet } = item;
  const marked = said('report').concat(said('requester line')).join('\n');
  return {
    ...item,
    resolution: one('resolution'),
    reports: said('joined report').map((text) => ({
      upn: upns.finn,
      at,
      siteId: 'solen',
      packet: { ...packet, symptom: text },
      priority: item.priority,
      replyLanguage: 'sv',
      splitInto: null,
      works: false,
    })),
    packet: {
      ...packet,
      since: one('since'),
      affected: one('affected'),
      device: one('device'),
      site: packet.site && {
        ...packet.site,
        visitNotes: one('visit notes') ?? packet.site.visitNotes,
        facts: { ...packet.site.facts, wifi: one('open fact') ?? 'gäst' },
      },
      attempts: [
        ...said('tried step').map((noteTitle) => ({
          at,
          noteId: 'a/b',
          noteTitle,
          outcome: 'shown' as const,
        })),
        ...said('note title').map((noteTitle) => ({
          at,
          noteId: 'solen/skapet',
          noteTitle,
          outcome: 'shown' as const,
        })),
      ],
      technicianNotes: ['solen/skapet'],
      dialogue: [
        ...packet.dialogue,
        ...said('requester line').map(line('requester')),
        ...said('technician line').map(line('technician')),
        line('requester')(marked),
      ],
      attachments: filesOf(said).map(({ id, name, contentType }) => ({ id, name, contentType })),
      classificationReason: [packet.classificationReason, ...said('reason')].join(' · '),
      machine: {
        at,
        model: 'test',
        prompts: [],
        summary: one('machine'),
        translation: one('machine'),
        suggestion: one('machine'),
      },
    },
  };
}

type SomeFile = {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

const picture = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 255]);

function filesOf(said: Said): SomeFile[] {
  const file = (id: string, name: string, contentType: string, bytes: Uint8Array) => ({
    id,
    name,
    contentType,
    bytes,
  });
  return [
    ...said('file name').map((name, n) => file(`p${n}`, `${name}.png`, 'image/png', picture)),
    ...said('text file').map((text, n) => file(`t${n}`, `logg ${n}.txt`, 'text/plain', strToU8(text))),
    ...said('archive').map((text, n) =>
      file(`z${n}`, `arkiv ${n}.zip`, 'application/zip', zipSync({ 'a/logg.txt': strToU8(text) })),
    ),
    ...said('document').map((text, n) =>
      file(`d${n}`, `brev ${n}.docx`, 'application/zip', documentOf(text)),
    ),
  ];
}

/** As Word keeps it: one sentence in several runs. */
function documentOf(text: string): Uint8Array {
  const safe = (part: string) => part.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const letters = Array.from(text);
  const half = Math.floor(letters.length / 2);
  const runs = [letters.slice(0, half).join(''), letters.slice(half).join('')].map(
    (part) => `<w:r><w:t xml:space="preserve">${safe(part)}</w:t></w:r>`,
  );
  const body = `<w:document><w:body><w:p>${runs.join('')}</w:p></w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(body) });
}

async function keepFiles(world: World, said: Said): Promise<void> {
  for (const file of filesOf(said)) await world.stores.attachments.add({ ...file, at: world.clock.at });
}

async function sendOn(world: World, place: RecordingPlace, caseId: string, logged: string[]): Promise<void> {
  const nothing = async () => undefined;
  const log = (data: object, message: string) => void logged.push(`${JSON.stringify(data)} ${message}`);
  const ports = {
    storage: world.storage,
    deskSource: { current: async () => world.loaded },
    now: () => world.clock.at,
    newId: world.newId,
    logger: { info: log, warn: log },
    connectors: place.connectors,
    deliverer: { deliver: nothing, deliverAll: nothing, sweep: nothing },
  };
  const sender = { holds: async () => true };
  const outcome = await sendToContractor(ports, { caseId, contractorId: place.contractor.id }, sender);
  if (outcome !== 'sent')
    throw new Error(`${place.kind} did not take the case: ${outcome}\n${logged.join('\n')}`);
}

/** The whole life of a case after it was handed over. */
async function sayMore(world: World, caseId: string, said: Said, send: () => Promise<void>): Promise<void> {
  const eva = world.person(upns.eva);
  const finn = world.person(upns.finn);
  const say = (action: typeof addDetail, actor: typeof eva, text: string) =>
    world.run((stores, ctx) => action(stores, ctx, { caseId, actor, text }));
  for (const text of said('detail')) await say(addDetail, eva, text);
  for (const text of said('answer')) await say(answerQuestion, eva, text);
  for (const text of said('joined').slice(0, 1)) await say(join, finn, text);
  await send();
  for (const text of said('reopened')) {
    world.memory.cases.set(caseId, {
      ...caseNow(world, caseId),
      state: 'resolved',
      resolvedAt: world.clock.at,
    });
    await say(reopen, eva, text);
    await send();
  }
  for (const text of said('confirmed').slice(0, 1)) await say(confirmResolved, eva, text);
  await send();
}
