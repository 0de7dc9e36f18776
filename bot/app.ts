import { randomBytes } from 'node:crypto';
import type { Simulator } from '#bot/channels/simulator/create-simulator.ts';
import { createExplanations, type Explanations } from '#bot/channels/simulator/explanations.ts';
import type { AdapterPorts } from '#bot/channels/teams/create-adapter.ts';
import type { TeamsChannel } from '#bot/channels/teams/teams-channel.ts';
import type { TeamsChannelPorts } from '#bot/channels/teams/teams-channel-ports.ts';
import type { TeamsSettings } from '#bot/channels/teams/teams-settings.ts';
import { createBeyondChat } from '#bot/conversation/beyond-chat/create-beyond-chat.ts';
import type { BeyondChat } from '#bot/conversation/beyond-chat/ports.ts';
import { createTickets } from '#bot/conversation/beyond-chat/tickets.ts';
import type { CrowdLimits } from '#bot/conversation/crowd/crowd-limits.ts';
import type { WaitingStore } from '#bot/conversation/crowd/waiting-store.ts';
import { createReceiveMessage } from '#bot/conversation/receive-message.ts';
import type { Storage } from '#bot/conversation/stores.ts';
import type { ReceiveMessage } from '#bot/conversation/turn-result.ts';
import type { Alert } from '#bot/handoff/alert.ts';
import type { ContractorConnectors, FollowMarks } from '#bot/handoff/contractor-connector.ts';
import { createDeliverer } from '#bot/jobs/create-deliverer.ts';
import type { JobHandlers } from '#bot/jobs/create-job-handlers.ts';
import { deliverPatiently, type PatientDelivery } from '#bot/jobs/deliver-patiently.ts';
import type { Logger } from '#bot/logger.ts';
import { createObserver, observePorts } from '#bot/observe/observe-app.ts';
import { observeNotifier } from '#bot/observe/observe-sending.ts';
import { observeAnswers, observeTurns, observeUnderstanding } from '#bot/observe/observe-turns.ts';
import type { Tracing } from '#bot/observe/tracing.ts';
import type { Weeder } from '#bot/privacy/weeder.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';
import type { Meaning } from '#bot/triage/meaning.ts';
import { createTriage, type TriageMessage } from '#bot/triage/triage.ts';
import { warmUpSteps } from '#bot/triage/warm-up.ts';
import { createContractorWebhooks } from '#bot/web/contractor-webhooks.ts';
import { createEditors, type EditorsPorts } from '#bot/web/create-editors.ts';
import { createServer, type RunningServer } from '#bot/web/create-server.ts';
import type { FileLinks } from '#bot/web/file-links.ts';
import type { HealthPorts, IsReady } from '#bot/web/health.ts';
import { type Metrics, showMetrics } from '#bot/web/metrics.ts';
import { aroundEditors } from './around-editors.ts';
import { createDemoSimulator } from './demo-simulator.ts';
import { inMachineTime } from './in-machine-time.ts';
import { type Background, openBackground } from './open-background.ts';
import { createChannel, createLinks } from './open-channel.ts';
import { type Crowd, openCrowd } from './open-crowd.ts';
import { type RememberedDesk, rememberDesk } from './remember-desk.ts';
import { runBetweenOthers } from './run-between-others.ts';
import { sentByWriter } from './sent-by-writer.ts';
import { type AppModel, understandingOf, withModel } from './with-model.ts';

/** Runs what comes later; see adapters/storage/job-runner.ts. */
export type JobRunner = {
  start(handlers: JobHandlers): Promise<void>;
  stop(timeout?: number): Promise<void>;
  /** Brings jobs that wait for a later time so many milliseconds nearer; negative: further away. */
  bringNearer?(milliseconds: number): Promise<void>;
};

export type AppPorts = {
  readonly storage: Storage;
  readonly deskSource: DeskSource;
  readonly jobs: JobRunner;
  readonly connectors: ContractorConnectors;
  /** Absent: contractors' news is heard from the beginning at each look. */
  readonly followMarks?: FollowMarks;
  /** Absent: nothing is weeded but files. */
  readonly weeder?: Weeder;
  /** Where messages are kept when there are too many. Absent: each waits for its turn, however long. */
  readonly waiting?: WaitingStore;
  readonly crowdLimits?: Partial<CrowdLimits>;
  /** How what cannot wait reaches somebody who sleeps; null or absent: it does not. */
  readonly alert?: Alert | null;
  /** Absent: messages are understood by their words alone. */
  readonly meaning?: Meaning | null;
  /** Absent: nobody is answered in a language model's words. */
  readonly languageModel?: AppModel | null;
  /** What is counted; null for the token: only this machine may read it. Absent: nothing. */
  readonly metrics?: { readonly metrics: Metrics; readonly token: string | null };
  /** Where spans are sent; null or absent: nothing is traced. */
  readonly tracing?: Tracing | null;
  /** Whether the database can serve, and if not why. */
  readonly isReady: IsReady;
  readonly health?: Pick<HealthPorts, 'loop' | 'isLost'>;
  /** Null: no bot registration, so the simulator on loopback. */
  readonly teams: TeamsSettings | null;
  readonly production: boolean;
  /** The editors' tab. Absent: there is none. */
  readonly editors?: EditorsPorts;
  /** What people send with their reports. Absent: it is kept, and opened by nobody. */
  readonly files?: {
    /** What links to it are signed with: the same in every process and after a restart. */
    readonly key: Uint8Array;
    /** Where this server is reached; null: as the simulator is, if it is there. */
    readonly publicUrl: string | null;
    /** Days that it is kept after its case ended. */
    readonly keepForDays: number;
  };
  /** How the channel reaches Teams, and who signs its tokens. */
  readonly network: Pick<TeamsChannelPorts, 'lookUp' | 'deadlines'> &
    Pick<AdapterPorts, 'fetch' | 'send' | 'wait' | 'random' | 'authority' | 'issueToken' | 'pace'>;
  readonly logger: Logger;
  readonly newId: () => string;
  readonly clock: Clock;
  /** Milliseconds that a turn waits for its own messages to be sent. Default: 3,000. */
  readonly patience?: number;
};

/** The process's time. The simulator may move it, so that night and holidays can be tried by day. */
export type Clock = {
  readonly now: () => Date;
  readonly set: (instant: Date | null) => void;
  /** What the machine's clock will say at that instant of this clock. */
  readonly toMachineTime: (at: Date) => Date;
};

export type App = {
  readonly receive: ReceiveMessage;
  readonly simulator: Simulator | null;
  listen(at: { port: number; host: string }): Promise<RunningServer>;
  /** Lets what is under way end, then stops the jobs. The storage is its owner's to close. */
  stop(): Promise<void>;
};

const usualPatience = 3_000;

/** Wires everything; main.ts and the tests differ only in the ports that they give. */
export function createApp(given: AppPorts): App {
  const { clock } = given;
  const observer = createObserver(given);
  const inTime = { ...given, storage: sentByWriter(inMachineTime(given.storage, clock), clock.now) };
  const ports = observePorts(observer, inTime);
  const desk = rememberDesk(ports.deskSource);
  // The channel sends for the deliverer, and the deliverer's spine receives for the channel.
  let receive: ReceiveMessage;
  let beyond: BeyondChat;
  const explanations = isDemo(ports) ? createExplanations() : null;
  let ownUrl: string | null = null;
  const fileLinks = createLinks(ports, () => ownUrl);
  const hear: ReceiveMessage = async (message) => {
    const result = await receive(message);
    explanations?.keep(message.id, result, (await desk.source.current()).desk);
    return result;
  };
  const channel = createChannel(ports, { desk, fileLinks }, hear, {
    openForm: (request) => beyond.openForm(request),
    submitForm: (submission) => beyond.submitForm(submission),
    search: (request) => beyond.search(request),
  });
  const crowd = openCrowd(ports, { channel, desk });
  const model = withModel(ports.languageModel ?? null, {
    storage: ports.storage,
    deskSource: desk.source,
    logger: ports.logger,
    now: clock.now,
  });
  const deliverer = createDeliverer({
    storage: ports.storage,
    deskSource: desk.source,
    notifier: observeNotifier(observer, model?.notifier(channel.notifier) ?? channel.notifier),
    firstContact: channel.firstContact,
    now: ports.clock.now,
    random: ports.network.random,
    newId: ports.newId,
    logger: ports.logger,
  });
  const answers = { deliverAll: observeAnswers(observer, deliverer.deliverAll) };
  const patiently = deliverPatiently(answers, ports.patience ?? usualPatience);
  const rules = createTriage({ chooseResponsible });
  const byRules = understandingOf(rules, ports.meaning ?? null, null);
  receive = createReceiveMessage({
    storage: ports.storage,
    deskSource: desk.source,
    ...observeUnderstanding(observer, understandingOf(rules, ports.meaning ?? null, model)),
    chooseResponsible,
    newId: ports.newId,
    deliver: patiently.deliver,
    door: crowd.door,
  });
  beyond = createBeyondChat({
    storage: ports.storage,
    deskSource: desk.source,
    ...byRules,
    chooseResponsible,
    newId: ports.newId,
    deliver: patiently.deliver,
    tickets: createTickets(ports.files?.key ?? randomBytes(32)),
    elapsed: () => performance.now(),
    ...(ports.crowdLimits ? { limits: ports.crowdLimits } : {}),
  });
  receive = observeTurns(observer, model ? model.follow(receive) : receive);
  const listensAt = (url: string) => {
    if (isDemo(ports)) ownUrl = url;
  };
  return assemble(ports, {
    background: openBackground(ports, { desk, deliverer, model, byRules, observer }),
    desk,
    channel,
    patiently,
    receive,
    hear,
    crowd,
    explanations,
    fileLinks,
    listensAt,
    rules,
    byRules,
  });
}

type Parts = {
  background: Background;
  rules: TriageMessage;
  byRules: ReturnType<typeof understandingOf>;
  fileLinks: FileLinks | null;
  /** Hears where the server is reached on this machine. */
  listensAt: (url: string) => void;
  desk: RememberedDesk;
  channel: TeamsChannel;
  patiently: PatientDelivery;
  receive: ReceiveMessage;
  /** The same, explained in the simulator. */
  hear: ReceiveMessage;
  crowd: Crowd;
  /** Only where the simulator is. */
  explanations: Explanations | null;
};

/** No bot registration, and not in production: the simulator is there. */
function isDemo({ teams, production }: Pick<AppPorts, 'teams' | 'production'>): boolean {
  return teams === null && !production;
}

function assemble(ports: AppPorts, parts: Parts): App {
  const { newId, logger } = ports;
  const { background, desk, channel, crowd, explanations, fileLinks } = parts;
  let url = '';
  let started = false;
  const staysCold = (error: unknown) =>
    logger.warn({ kind: error instanceof Error ? error.name : typeof error }, 'the first answers are slower');
  const simulator = explanations
    ? createDemoSimulator(ports, { desk, explanations, botUrl: () => url })
    : null;
  const server = createServer({
    logger,
    handleActivity: channel.handle,
    isReady: crowd.isReady,
    isStarted: () => started,
    ...(ports.health ? { health: ports.health } : {}),
    newRequestId: newId,
    contractorWebhooks: createContractorWebhooks({
      ...ports,
      deskSource: desk.source,
      jobs: ports.storage.stores.jobs,
    }),
    ...(ports.editors ? createEditors(ports.editors, aroundEditors(ports, desk, parts.byRules)) : {}),
    ...(ports.metrics ? showMetrics(ports.metrics.metrics, ports.metrics.token) : {}),
    ...(fileLinks ? { files: fileLinks.serve } : {}),
    ...(simulator ? { mountSimulator: simulator.mount } : {}),
  });
  return {
    receive: parts.receive,
    simulator,
    async listen(at) {
      await desk.source.current();
      const running = await server.listen(at);
      url = running.url;
      parts.listensAt(url);
      await background.start();
      crowd.start(parts.hear);
      await simulator?.installForCaseHandlers();
      started = true;
      const loaded = desk.latest();
      if (loaded) void runBetweenOthers(warmUpSteps(parts.rules, loaded)).catch(staysCold);
      return running;
    },
    async stop() {
      simulator?.close();
      background.stopWatching();
      await crowd.stop();
      await channel.idle();
      await parts.patiently.idle();
      await background.stop();
    },
  };
}
