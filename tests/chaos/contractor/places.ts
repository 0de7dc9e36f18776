import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Contractor } from '#bot/desk/desk-settings.ts';
import { createDice, type Dice } from '../../bench/search/dice.ts';
import { type Fault, type Helpdesk, startHelpdesk } from '../../support/helpdesks/helpdesk.ts';
import { type Vendor, vendors } from '../../support/helpdesks/vendors.ts';
import { contractor } from '../../support/small-desk.ts';
import { type Behaviour, startSmtpServer } from '../../support/smtp-server.ts';

/** One thing that stands in a contractor's own records: a ticket, a comment, a file. `marked`: said to be a possible repeat. */
export type Found = {
  readonly kind: 'case' | 'words' | 'file';
  /** Our reference, as they would read it. */
  readonly reference: string;
  /** Everything that is written there. */
  readonly text: string;
  readonly marked: boolean;
};

/** A contractor with their system on this machine, which misbehaves by the dice. */
export type Place = {
  readonly contractor: Contractor;
  /** Files and reopening go as far as their connector promises. */
  readonly files: boolean;
  readonly reopens: boolean;
  /** False: they cannot be asked, so that a repeat can only be marked. */
  readonly canBeAsked: boolean;
  /** Their own records, oldest first, read without any code of ours. */
  read(): Promise<Found[]>;
  /** Somebody there says that it is solved. */
  solve(reference: string): void;
  isSolved(reference: string): boolean;
  /** How many calls went wrong. */
  faults(): number;
  close(): Promise<void>;
};

export type PlaceOptions = {
  readonly seed: number;
  readonly now: () => Date;
  readonly dataFolder: string;
  /** Of a hundred calls so many go wrong. */
  readonly share: number;
};

const faults: readonly Fault[] = [
  'took-and-silent',
  'took-and-cut',
  'took-and-half',
  'took-and-500',
  'took-and-rubbish',
  'took-and-empty',
  'silent',
  'cut',
  '500',
  '503',
  '429',
  '429-retry-after',
  'rubbish',
  'empty',
];

/** One for each connector that there is. */
export async function startPlaces(options: PlaceOptions): Promise<Place[]> {
  const overHttp = vendors.map((vendor, n) => startVendor(vendor, { ...options, seed: options.seed + n }));
  return Promise.all([...overHttp, startMail({ ...options, seed: options.seed + 50 }), startFolder(options)]);
}

async function startVendor(vendor: Vendor, { seed, now, share }: PlaceOptions): Promise<Place> {
  const dice = createDice(seed);
  const counts = new Map<string, number>();
  const helpdesk = await startHelpdesk(vendor.api(), now);
  const choose = createChooser(dice, share);
  helpdesk.failBy(() => count(counts, choose()));
  const find = (reference: string) =>
    helpdesk.tickets.find(({ title }) => title.startsWith(`[${reference}]`));
  return {
    contractor: contractor({
      id: vendor.kind,
      name: vendor.kind,
      connector: vendor.kind,
      serviceHours: null,
      settings: { url: helpdesk.url, ...vendor.settings, states: vendor.states },
    }),
    files: vendor.promises.files,
    reopens: true,
    canBeAsked: vendor.promises.oneTicket,
    read: async () => readTickets(helpdesk),
    solve(reference) {
      const ticket = find(reference);
      if (ticket === undefined) return;
      ticket.state = vendor.solved;
      ticket.updatedAt = now();
    },
    isSolved: (reference) => find(reference)?.state === vendor.solved,
    faults: () => [...counts.values()].reduce((sum, times) => sum + times, 0),
    close: helpdesk.close,
  };
}

/** Mostly single faults; now and then their system is away for a while, or lets nobody in. */
function createChooser(dice: Dice, share: number): () => Fault | null {
  let away = 0;
  return () => {
    if (away > 0) {
      away -= 1;
      return 'cut';
    }
    if (dice.under(1000) < 4) away = 3 + dice.under(5);
    if (dice.under(1000) < 2) return '401';
    return dice.under(100) < share ? dice.one(faults) : null;
  };
}

function count<Kind extends string>(counts: Map<string, number>, fault: Kind | null): Kind | null {
  if (fault !== null) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  return fault;
}

function readTickets({ tickets }: Helpdesk): Found[] {
  return tickets.flatMap(({ title, text, comments, files }) => {
    const reference = /^\[([A-Z]+-\d+)\]/.exec(title)?.[1] ?? '';
    const one = { reference, marked: false };
    return [
      { ...one, kind: 'case' as const, text },
      ...comments
        .filter(({ text: said }) => !isWrapper(said, files))
        .map((comment) => ({ ...one, kind: 'words' as const, text: comment.text })),
      ...files.map(({ bytes }) => ({ ...one, kind: 'file' as const, text: bytes.toString('utf8') })),
    ];
  });
}

/** Where a file has to go as a comment of its own, that is no word of anybody. */
function isWrapper(text: string, files: readonly { readonly name: string }[]): boolean {
  return files.some(({ name }) => text.startsWith(`${name}\n[`));
}

const smtpFaults: readonly Behaviour[] = [
  { kind: 'cut', at: 'recipient' },
  { kind: 'cut', at: 'letter' },
  { kind: 'refuse', at: 'sender', code: 451 },
  { kind: 'refuse', at: 'recipient', code: 450 },
];

export const mailSender = (port: number) => ({
  server: { host: '127.0.0.1', port, secure: false, requireTls: false, auth: null },
  from: 'vaktis@kommunen.example',
  domain: 'kommunen.example',
});

async function startMail({ seed, share }: PlaceOptions): Promise<Place & { readonly port: number }> {
  const dice = createDice(seed);
  const server = await startSmtpServer();
  // Each connection takes one; as many as a long run can need.
  const behaviours = Array.from({ length: 20_000 }, (): Behaviour => {
    return dice.under(100) < share ? dice.one(smtpFaults) : { kind: 'accept' };
  });
  server.behave(...behaviours);
  return {
    port: server.port,
    contractor: contractor({
      id: 'email',
      name: 'email',
      connector: 'email',
      email: 'servicedesk@leverantor.example',
      serviceHours: null,
    }),
    files: true,
    reopens: false,
    canBeAsked: false,
    read: async () =>
      server.received.map(({ mail }) => {
        const [file] = mail.attachments;
        const id = mail.messageId ?? '';
        const isFirst = !mail.headers.some(({ key }) => key === 'in-reply-to');
        const bytes = file === undefined ? '' : new TextDecoder().decode(toBytes(file.content));
        return {
          kind: file !== undefined ? ('file' as const) : isFirst ? ('case' as const) : ('words' as const),
          reference: /^<([A-Z]+-\d+)\./.exec(id)?.[1] ?? '',
          text: file === undefined ? (mail.text ?? '') : bytes,
          marked: mail.headers.some(({ key }) => key === 'x-vaktis-possible-duplicate'),
        };
      }),
    solve: () => undefined,
    isSolved: () => false,
    faults: () => {
      const left = server.behave();
      const taken = behaviours.slice(0, behaviours.length - left);
      return taken.filter(({ kind }) => kind !== 'accept').length;
    },
    close: server.close,
  };
}

function toBytes(content: string | Uint8Array | ArrayBuffer): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

const FolderFile = z.object({
  reference: z.string(),
  symptom: z.string(),
  dialogue: z.array(z.object({ text: z.string() })),
  comments: z.array(z.object({ text: z.string() })),
});

async function startFolder({ dataFolder }: PlaceOptions): Promise<Place> {
  const folder = join(dataFolder, 'folder');
  return {
    contractor: contractor({
      id: 'folder',
      name: 'folder',
      connector: 'folder',
      serviceHours: null,
      settings: { folder },
    }),
    files: false,
    reopens: false,
    canBeAsked: true,
    async read() {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
      const found = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
      return found.flatMap((text) => {
        const { reference, symptom, dialogue, comments } = FolderFile.parse(JSON.parse(text));
        const one = { reference, marked: false };
        return [
          { ...one, kind: 'case' as const, text: [symptom, ...dialogue.map((line) => line.text)].join('\n') },
          ...comments.map((comment) => ({ ...one, kind: 'words' as const, text: comment.text })),
        ];
      });
    },
    solve: () => undefined,
    isSolved: () => false,
    faults: () => 0,
    close: async () => undefined,
  };
}
