import { expect, test } from 'vitest';
import { readConfig, WrongSettings } from '#bot/config.ts';

const local = { VAKTIS_EMBEDDINGS_URL: 'http://127.0.0.1:11434/v1', VAKTIS_EMBEDDINGS_MODEL: 'bge-m3' };

function faultsOf(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof WrongSettings) return error.faults.join('\n');
  }
  return '';
}

test('embeddings are off unless an endpoint and a model are set', () => {
  expect(readConfig({}).embeddings).toBeNull();
  expect(readConfig({ VAKTIS_EMBEDDINGS_URL: '', VAKTIS_EMBEDDINGS_MODEL: '' }).embeddings).toBeNull();
  expect(readConfig(local).embeddings).toEqual({
    url: 'http://127.0.0.1:11434/v1',
    model: 'bge-m3',
    key: null,
  });
});

test('what is missing is named', () => {
  expect(faultsOf({ VAKTIS_EMBEDDINGS_URL: 'https://models.example/v1' })).toContain(
    'VAKTIS_EMBEDDINGS_MODEL',
  );
  expect(faultsOf({ VAKTIS_EMBEDDINGS_MODEL: 'bge-m3' })).toContain('VAKTIS_EMBEDDINGS_URL: is required');
});

test.each([
  { VAKTIS_EMBEDDINGS_URL: 'ftp://models.example' },
  { VAKTIS_EMBEDDINGS_URL: 'https://user:hemligt@models.example/v1' },
  { VAKTIS_EMBEDDINGS_URL: 'http://models.example/v1', VAKTIS_EMBEDDINGS_KEY: 'hemligt' },
])('a key goes out encrypted only, and no value is repeated: %j', (given) => {
  const faults = faultsOf({ ...local, ...given });
  expect(faults).toContain('VAKTIS_EMBEDDINGS_URL: must be an https://');
  expect(faults).not.toContain('hemligt');
});
