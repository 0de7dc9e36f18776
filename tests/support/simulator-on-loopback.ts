import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { ChatEvent, ChatMessage, SimulatedPerson } from '#bot/channels/simulator/chat.ts';
import { createSimulator, type Simulator } from '#bot/channels/simulator/create-simulator.ts';
import { objectIdOf, simulatorTenantId } from '#bot/channels/simulator/identities.ts';
import type { SimulatorPorts } from '#bot/channels/simulator/simulator-ports.ts';
import { createStandInBot, type StandInBot } from './stand-in-bot.ts';

export type SimulatorOnLoopback = {
  readonly url: string;
  readonly tenantId: string;
  /** Somebody whom the simulator adds: on no list of the desk. */
  readonly visitorId: string;
  readonly bot: StandInBot;
  readonly simulator: Simulator;
  readonly clock: readonly (Date | null)[];
  readonly warnings: readonly object[];
  request(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  close(): Promise<void>;
};

export function buildPerson(overrides: Partial<SimulatedPerson> = {}): SimulatedPerson {
  return {
    aadObjectId: '11111111-1111-4111-8111-111111111111',
    name: 'Anna Lind',
    title: 'Förskollärare',
    handlesCases: false,
    dispatches: false,
    suggested: false,
    siteNames: ['Förskolan Solrosen'],
    listed: true,
    ...overrides,
  };
}

export const dispatcher = buildPerson({
  aadObjectId: '33333333-3333-4333-8333-333333333333',
  name: 'Mona Grahn',
  title: 'IT-samordnare',
  handlesCases: true,
  dispatches: true,
  siteNames: ['Stadshuset'],
});

export const technician = buildPerson({
  aadObjectId: '22222222-2222-4222-8222-222222222222',
  name: 'Karin Berg',
  title: 'IT-tekniker',
  handlesCases: true,
  siteNames: ['Stadshuset'],
});

/** The simulator and the stand-in bot in one server on a free port of this machine. */
export async function startSimulator(overrides: Partial<SimulatorPorts> = {}): Promise<SimulatorOnLoopback> {
  const app = express();
  const bot = createStandInBot();
  const clock: (Date | null)[] = [];
  const warnings: object[] = [];
  let url = '';
  let next = 0;
  const simulator = createSimulator({
    botUrl: () => url,
    listPeople: async () => [buildPerson(), technician],
    deskTime: async () => ({ timezone: 'Europe/Stockholm', holidays: 'SE' }),
    now: () => new Date('2026-11-24T09:00:00Z'),
    setClock: (instant) => clock.push(instant),
    logger: { info: () => {}, warn: (data) => warnings.push(data) },
    newId: () => String(++next),
    ...overrides,
  });
  bot.mount(app);
  simulator.mount(app);
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  url = `http://127.0.0.1:${portOf(server)}`;
  return {
    url,
    tenantId: simulatorTenantId,
    visitorId: objectIdOf('visitor'),
    bot,
    simulator,
    clock,
    warnings,
    request: (method, path, body) => request(`${url}${path}`, method, body),
    close: () => closeServer(server),
  };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen');
  return address.port;
}

async function request(url: string, method: string, body: unknown) {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

export type { ChatEvent, ChatMessage };
