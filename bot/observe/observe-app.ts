import type { Storage } from '#bot/conversation/stores.ts';
import type { ContractorConnectors } from '#bot/handoff/contractor-connector.ts';
import { type Measures, noMeasures } from './measures.ts';
import { observeConnectors, observeRequests } from './observe-sending.ts';
import { observeStorage } from './observe-turns.ts';
import type { Observer } from './observer.ts';
import type { Tracing } from './tracing.ts';

type Answering<Init> = (url: string, init: Init) => Promise<Response>;
/** How the channel sends, as far as it is looked at. */
type Sending = (url: string, init: never) => Promise<{ readonly status: number }>;

/** As much of the app's ports as is looked at. */
export type ObservedPorts = Pick<Observer, 'logger' | 'newId'> & {
  readonly storage: Storage;
  readonly connectors: ContractorConnectors;
  readonly network: { readonly fetch: Answering<RequestInit>; readonly send?: Sending };
  /** Null or absent: nothing is traced. */
  readonly tracing?: Tracing | null;
  readonly metrics?: { readonly metrics: { readonly measures: Measures } };
};

export function createObserver({ logger, newId, tracing, metrics }: ObservedPorts): Observer {
  return { logger, newId, tracing: tracing ?? null, measures: metrics?.metrics.measures ?? noMeasures };
}

/** The same ports; what goes through them is seen. */
export function observePorts<Ports extends ObservedPorts>(observer: Observer, ports: Ports): Ports {
  if (observer.tracing === null) return ports;
  const { fetch, send } = ports.network;
  const network = {
    ...ports.network,
    fetch: observeRequests(observer.tracing, fetch),
    ...(send ? { send: observeRequests(observer.tracing, send) } : {}),
  };
  return {
    ...ports,
    network,
    storage: observeStorage(observer, ports.storage),
    connectors: observeConnectors(observer, ports.connectors),
  };
}
