import type { Category } from '#bot/desk/category.ts';
import type { PriorityLevel } from '#bot/desk/priority.ts';
import type { SiteKind } from '#bot/desk/site.ts';
import type { CaseState } from '#bot/reply/reply.ts';

const category: Record<Category, string> = {
  account: 'inloggning och konto',
  workstation: 'dator',
  tablet: 'surfplatta',
  printer: 'skrivare',
  network: 'nätverk och wifi',
  phone: 'telefon',
  av: 'projektor, skärm och ljud',
  application: 'program och system',
  'email-calendar': 'e-post, kalender och Teams',
  server: 'gemensamma filer och servrar',
  security: 'it-säkerhet',
  other: 'något annat',
  'not-it': 'något som inte är it',
};

const priority: Record<PriorityLevel, string> = {
  critical: 'kritisk',
  high: 'hög',
  moderate: 'medel',
  low: 'låg',
};

const state: Record<CaseState, string> = {
  new: 'nytt',
  'in-progress': 'pågår',
  'on-hold': 'väntar',
  resolved: 'löst',
  closed: 'avslutat',
  cancelled: 'avbrutet',
};

/** By hold reason as stored; a reason that is not here is shown as it was written. */
const holdReason: Readonly<Record<string, string>> = {
  'awaiting-requester': 'väntar på svar',
  'awaiting-contractor': 'väntar på leverantören',
  'awaiting-part': 'väntar på en reservdel',
  'awaiting-access': 'väntar på att komma in i lokalen',
};

/** By the name of a site's column or of what was withheld; another name is shown as it is written. */
const fact: Readonly<Record<string, string>> = {
  network: 'nätverk',
  switch: 'switch',
  wifi: 'wifi',
  alarm_code: 'larmkod',
  door_code: 'portkod',
  key_location: 'nyckelns plats',
  personal_identity_number: 'personnummer',
  password: 'lösenord',
  technician_notes: 'notiser för tekniker',
  private_parts: 'det som är märkt [privat]',
  attachments: 'bilagor',
  requester_name: 'anmälarens namn',
  requester_phone: 'anmälarens telefon',
  requester_title: 'anmälarens titel',
};

const weekdays: Readonly<Record<string, string>> = {
  Mo: 'mån',
  Tu: 'tis',
  We: 'ons',
  Th: 'tors',
  Fr: 'fre',
  Sa: 'lör',
  Su: 'sön',
  PH: 'helgdagar',
  off: 'stängt',
};

const siteKind: Record<SiteKind, string> = {
  preschool: 'förskola',
  school: 'skola',
  leisure: 'fritidsgård',
  'elderly-care': 'äldreomsorg',
  office: 'kontor',
  library: 'bibliotek',
  other: 'annan plats',
};

export const words = {
  category,
  priority,
  state,
  holdReason,
  fact,
  siteKind,
  weekdays,
  always: 'dygnet runt',
  type: { incident: 'fel', 'service-request': 'önskemål' },
};
