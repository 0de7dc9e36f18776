import type { ModelCall, ModelCallStore } from '#adapters/language-model/model-call.ts';
import { type OpenedModel, openLanguageModel } from '#adapters/language-model/open-language-model.ts';
import type { ModelEndpoint, ModelLeash } from '#bot/settings/language-model-settings.ts';
import { createTestLog } from './storage.ts';

export type TestModel = OpenedModel & { readonly calls: ModelCall[]; readonly lines: readonly string[] };

export const testLeash: ModelLeash = {
  budgets: { personPerDay: null, deskPerDay: null, deskPerMonth: null },
  price: { in: 1, out: 4 },
  keepContent: false,
  timeouts: { firstToken: 60_000, answer: 60_000, silence: 60_000, background: 60_000 },
};

/** The real clients and the real leash on an endpoint of this machine; calls are kept in memory. */
export function openTestModel(
  url: string,
  overrides: {
    endpoint?: Partial<ModelEndpoint>;
    leash?: Partial<ModelLeash>;
    spent?: ModelCallStore['spent'];
  } = {},
): TestModel {
  const calls: ModelCall[] = [];
  const log = createTestLog();
  const none = async () => ({ personToday: 0, deskToday: 0, deskThisMonth: 0 });
  const opened = openLanguageModel({
    endpoint: {
      baseUrl: url,
      model: 'scripted',
      credential: { kind: 'none' },
      apiVersion: null,
      structured: 'json-schema',
      ...overrides.endpoint,
    },
    leash: { ...testLeash, ...overrides.leash },
    calls: { add: async (call) => void calls.push(call), spent: overrides.spent ?? none },
    meter: null,
    log,
    now: () => new Date('2026-11-23T09:15:00+01:00'),
  });
  return { ...opened, calls, lines: log.lines };
}
