import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SettingsData } from '#adapters/storage/desk-data.ts';
import { DeskYaml, mapDeskSettings } from '#knowledge/desk-folder/schema/desk-yaml.ts';
import { deskYamlText } from '#knowledge/desk-folder/to-files.ts';
import { demoFolder } from '../support/talk.ts';

const demo: unknown = parse(await readFile(join(demoFolder, 'desk.yaml'), 'utf8'));
const withRetention = (retention: object) => DeskYaml.safeParse({ ...Object(demo), retention });

describe('retention in desk.yaml', () => {
  it('is read, kept in the database and written back as it was', () => {
    const read = withRetention({ cases: 365, log: 3_650 });
    if (!read.success) throw read.error;
    const settings = mapDeskSettings(read.data);
    expect(settings.retention).toEqual({ cases: 365, log: 3_650 });
    expect(SettingsData.parse(JSON.parse(JSON.stringify(settings))).retention).toEqual(settings.retention);
    expect(parse(deskYamlText(settings))).toMatchObject({ retention: { cases: 365, log: 3_650 } });
  });

  it.each([
    [{ cases: 5 }, 'whole days from 90 to 3650 (usually 730)'],
    [{ cases: 100_000 }, 'whole days from 90 to 3650'],
    [{ cases: 100.5 }, 'whole days'],
    [{ log: 30 }, 'whole days from 365'],
    [{ cases: 'for ever' }, 'whole days'],
    [{ casess: 365 }, 'casess'],
  ])('stops an import: %o', (retention, said) => {
    const { error } = withRetention(retention);
    expect(error?.message).toContain(said);
  });
});
