import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContractorConnectors } from '#adapters/contractor/registry.ts';
import type { ConnectorKind, Contractor } from '#bot/desk/desk-settings.ts';
import type { ContractorConnectors } from '#bot/handoff/contractor-connector.ts';
import { startHelpdesk } from '../helpdesks/helpdesk.ts';
import { vendors } from '../helpdesks/vendors.ts';
import { contractor } from '../small-desk.ts';
import { startSmtpServer } from '../smtp-server.ts';

/** A contractor's system on this machine that keeps every byte it was given. */
export type RecordingPlace = {
  readonly kind: ConnectorKind;
  readonly contractor: Contractor;
  readonly connectors: ContractorConnectors;
  /** What arrived since it was asked last. */
  readonly take: () => Promise<readonly Uint8Array[]>;
  readonly close: () => Promise<void>;
};

export const kinds = [
  'folder',
  'email',
  'servicenow',
  'jira-service-management',
  'zammad',
  'topdesk',
] as const satisfies readonly ConnectorKind[];

const now = () => new Date('2026-11-23T10:00:00Z');
const access = new Map([['servicedesk', { user: 'vaktis', secret: 'en-token', webhookSecret: null }]]);

export function startPlace(kind: ConnectorKind): Promise<RecordingPlace> {
  if (kind === 'folder') return startFolder();
  return kind === 'email' ? startMail() : startVendor(kind);
}

async function startFolder(): Promise<RecordingPlace> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'vaktis-leaks-'));
  return {
    kind: 'folder',
    contractor: contractor({ connector: 'folder' }),
    connectors: createContractorConnectors({ dataFolder, now }),
    async take() {
      const entries = await readdir(dataFolder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile()).map((file) => join(file.parentPath, file.name));
      const contents = await Promise.all(files.map((file) => readFile(file)));
      await Promise.all(files.map((file) => rm(file)));
      return [...contents, Buffer.from(files.join('\n'))];
    },
    close: () => rm(dataFolder, { recursive: true, force: true }),
  };
}

async function startMail(): Promise<RecordingPlace> {
  const server = await startSmtpServer();
  const mail = {
    server: { host: '127.0.0.1', port: server.port, secure: false, requireTls: false, auth: null },
    from: 'vaktis@kommunen.example',
    domain: 'vaktis.kommunen.example',
  };
  return {
    kind: 'email',
    contractor: contractor({ connector: 'email', email: 'servicedesk@leverantor.example' }),
    connectors: createContractorConnectors({ dataFolder: '/nowhere', now, mail }),
    take: async () => server.received.splice(0).map(({ raw, to }) => Buffer.from(`${raw}\n${to.join()}`)),
    close: () => server.close(),
  };
}

async function startVendor(kind: ConnectorKind): Promise<RecordingPlace> {
  const vendor = vendors.find((known) => known.kind === kind);
  if (vendor === undefined) throw new Error(`nobody speaks ${kind}`);
  const helpdesk = await startHelpdesk(vendor.api(), now);
  const settings = { url: helpdesk.url, ...vendor.settings, states: vendor.states };
  let taken = 0;
  return {
    kind,
    contractor: contractor({ connector: kind, settings }),
    connectors: createContractorConnectors({ dataFolder: '/nowhere', now, access }),
    async take() {
      const fresh = helpdesk.asked.slice(taken);
      taken = helpdesk.asked.length;
      // The next case is the first one again: its number must not be found here.
      helpdesk.tickets.splice(0);
      return fresh.flatMap(({ path, query, headers, body }) => [
        Buffer.from(`${path}?${query}\n${JSON.stringify(headers)}`),
        new Uint8Array(body),
      ]);
    },
    close: () => helpdesk.close(),
  };
}
