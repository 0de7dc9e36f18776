import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { doctorEn } from './doctor-en.ts';
import { doctorSv } from './doctor-sv.ts';
import type { Remedy } from './entra.ts';

/** What `vaktis doctor` says: names of what is looked at, what was found, and the next step where something is wrong. */
export type DoctorWords = {
  readonly names: Readonly<Record<DoctorCheckId, string>>;
  readonly settingsOk: string;
  readonly settingsTodo: string;
  readonly databaseOk: (engine: 'postgres' | 'embedded') => string;
  readonly databaseTodo: string;
  readonly schemaOk: (cases: number) => string;
  readonly schemaEmpty: Remedy;
  readonly schemaOld: (missing: number, first: string) => Remedy;
  readonly schemaNew: (theirs: number, ours: number) => Remedy;
  readonly schemaFirst: string;
  readonly extensionsOk: (found: string) => string;
  readonly extensionsNone: (missing: string) => string;
  readonly noRegistration: string;
  readonly credentialsOk: string;
  readonly identityUnreachable: Remedy;
  readonly unreachable: (host: string, why: string) => Remedy;
  readonly noPublicUrl: Remedy;
  readonly endpointOk: (url: string) => string;
  readonly endpointStatus: (url: string, status: number) => Remedy;
  readonly endpointRedirect: (url: string) => Remedy;
  readonly endpointOther: (url: string) => Remedy;
  readonly certificate: (host: string, why: string) => Remedy;
  readonly messagesOk: string;
  readonly messagesOpen: Remedy;
  readonly messagesForbidden: Remedy;
  readonly messagesStatus: (status: number) => Remedy;
  readonly tabOk: (uri: string) => string;
  readonly tabUnknownUri: (uri: string) => Remedy;
  readonly tabKeys: Remedy;
  readonly noPackage: (file: string) => string;
  readonly packageOk: (file: string, version: string) => string;
  readonly packageUnreadable: (file: string) => Remedy;
  readonly packageDomain: (theirs: string, ours: string) => Remedy;
  readonly packageApp: Remedy;
  readonly packageResource: (theirs: string, ours: string) => Remedy;
  readonly contractorOk: (connector: string) => string;
  readonly contractorSignIn: (id: string) => Remedy;
  readonly contractorAway: (why: string) => Remedy;
  readonly contractorFault: (why: string) => Remedy;
  readonly noDesk: Remedy;
  readonly noMail: string;
  readonly mailOk: (host: string) => string;
  readonly mailSignIn: (host: string) => Remedy;
  readonly mailTls: (host: string) => Remedy;
  readonly mailAway: (host: string, why: string) => Remedy;
  readonly noTechnicians: Remedy;
  readonly techniciansOk: (all: number) => string;
  readonly techniciansSome: (names: string, missing: number, all: number) => Remedy;
  readonly techniciansNone: (all: number) => Remedy;
  readonly peopleNever: string;
  readonly peopleOk: (known: number, days: number) => string;
  readonly peopleOld: (days: number) => Remedy;
  readonly peopleLeft: (names: string) => Remedy;
  readonly clockOk: (seconds: number) => string;
  readonly clockUnknown: string;
  readonly clockOff: (whose: string, seconds: number, ahead: boolean) => Remedy;
  readonly clockDatabase: string;
  readonly modelOff: string;
  readonly embeddingsOff: string;
  readonly structuredOk: (ms: number) => string;
  readonly structuredTodo: string;
  readonly modelTodo: string;
  readonly streamingOk: (pieces: number, ms: number) => string;
  readonly contextOk: (tokens: number) => string;
  readonly modeOk: (usual: string, others: string) => string;
  readonly embeddingsOk: (dimension: number) => string;
  readonly unexpected: (why: string) => Remedy;
  readonly well: string;
  readonly result: (faults: number, warnings: number) => string;
  readonly todo: string;
};

export type DoctorCheckId =
  | 'settings'
  | 'database'
  | 'schema'
  | 'extensions'
  | 'credentials'
  | 'endpoint'
  | 'messages'
  | 'tab'
  | 'package'
  | 'contractor'
  | 'mail'
  | 'technicians'
  | 'people'
  | 'clock'
  | 'mode'
  | 'structured'
  | 'streaming'
  | 'context'
  | 'embeddings';

export function doctorWords(language: ReplyLanguage): DoctorWords {
  return language === 'sv' ? doctorSv : doctorEn;
}
