import { describe, expect, it } from 'vitest';
import { readConfig, WrongSettings } from '#bot/config.ts';

const local = { VAKTIS_MODEL_URL: 'http://127.0.0.1:11434/v1/', VAKTIS_MODEL: 'llama3' };
const azure = {
  VAKTIS_MODEL_URL: 'https://desk.openai.azure.com',
  VAKTIS_MODEL: 'gpt 4o',
  VAKTIS_MODEL_AZURE_VERSION: '2024-10-21',
};

function faultsOf(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof WrongSettings) return error.faults.join('\n');
  }
  return '';
}

describe('the language model’s settings', () => {
  it('are off unless an endpoint and a model are set', () => {
    expect(readConfig({}).languageModel).toBeNull();
    expect(readConfig({ VAKTIS_MODEL_URL: '', VAKTIS_MODEL: '' }).languageModel).toBeNull();
  });

  it('are careful where nothing more is said: the model suggests, and keeps no words', () => {
    expect(readConfig(local).languageModel).toMatchObject({
      endpoint: {
        baseUrl: 'http://127.0.0.1:11434/v1',
        model: 'llama3',
        credential: { kind: 'none' },
        apiVersion: null,
        structured: 'json-schema',
      },
      modes: { usual: 'suggest', byCategory: {} },
      leash: {
        keepContent: false,
        budgets: { personPerDay: 100_000, deskPerDay: 2_000_000, deskPerMonth: null },
      },
    });
  });

  it('name Azure’s deployment in the address, with its own way to say who we are', () => {
    const { endpoint } = readConfig({ ...azure, VAKTIS_MODEL_KEY: 'hemligt' }).languageModel ?? {};
    expect(endpoint).toMatchObject({
      baseUrl: 'https://desk.openai.azure.com/openai/deployments/gpt%204o',
      apiVersion: '2024-10-21',
      credential: { kind: 'key', key: 'hemligt', header: 'api-key' },
    });
  });

  it.each([
    ['system', null],
    ['11111111-2222-4333-8444-555555555555', '11111111-2222-4333-8444-555555555555'],
  ])('take the managed identity %s', (identity, clientId) => {
    const { endpoint } = readConfig({ ...azure, VAKTIS_MODEL_IDENTITY: identity }).languageModel ?? {};
    expect(endpoint?.credential).toEqual({ kind: 'managed-identity', clientId });
  });

  it('have a mode of their own for a category', () => {
    const modes = { VAKTIS_MODEL_MODE: 'on', VAKTIS_MODEL_MODES: 'security=off, printer=suggest' };
    expect(readConfig({ ...local, ...modes }).languageModel?.modes).toEqual({
      usual: 'on',
      byCategory: { security: 'off', printer: 'suggest' },
    });
  });

  it.each([
    [{ VAKTIS_MODEL: 'llama3' }, 'VAKTIS_MODEL_URL: is required'],
    [{ VAKTIS_MODEL_URL: 'https://models.example/v1' }, 'VAKTIS_MODEL: is required'],
    [
      { ...local, VAKTIS_MODEL_URL: 'http://models.example/v1', VAKTIS_MODEL_KEY: 'hemligt' },
      'must be an https://',
    ],
    [{ ...local, VAKTIS_MODEL_URL: 'https://user:hemligt@models.example' }, 'must be an https://'],
    [{ ...azure, VAKTIS_MODEL_IDENTITY: 'system', VAKTIS_MODEL_KEY: 'hemligt' }, 'goes instead of'],
    [{ ...local, VAKTIS_MODEL_IDENTITY: 'system' }, 'VAKTIS_MODEL_AZURE_VERSION'],
    [{ ...local, VAKTIS_MODEL_MODE: 'maybe' }, 'VAKTIS_MODEL_MODE: must be'],
    [{ ...local, VAKTIS_MODEL_MODES: 'cupboard=on' }, 'VAKTIS_MODEL_MODES: must be'],
    [{ ...local, VAKTIS_MODEL_MODES: 'printer' }, 'VAKTIS_MODEL_MODES: must be'],
    [{ ...local, VAKTIS_MODEL_TOKENS_DAY: 'many' }, 'VAKTIS_MODEL_TOKENS_DAY: must be'],
    [{ ...local, VAKTIS_MODEL_PRICE_IN: '-1' }, 'VAKTIS_MODEL_PRICE_IN: must be'],
    [{ ...local, VAKTIS_MODEL_PATIENCE: '20000' }, 'VAKTIS_MODEL_PATIENCE: must be at most 8000'],
    [{ ...local, VAKTIS_MODEL_ANSWER_WITHIN: '300' }, 'VAKTIS_MODEL_ANSWER_WITHIN: must be at most 90'],
    [{ ...local, VAKTIS_MODEL_STRUCTURED: 'xml' }, 'VAKTIS_MODEL_STRUCTURED: must be'],
    [{ ...local, VAKTIS_MODEL_KEEP_CONTENT: 'perhaps' }, 'VAKTIS_MODEL_KEEP_CONTENT: must be'],
    [{ ...local, LANGSMITH_TRACING: 'true' }, 'every prompt would go to a third party'],
    [{ ...local, LANGCHAIN_TRACING_V2: 'TRUE' }, 'every prompt would go to a third party'],
    [{ VAKTIS_METRICS_TOKEN: 'short' }, 'VAKTIS_METRICS_TOKEN: must have'],
  ])('are checked together, and no value is repeated: %j', (given, fault) => {
    expect(faultsOf(given)).toContain(fault);
    expect(faultsOf(given)).not.toContain('hemligt');
  });
});
