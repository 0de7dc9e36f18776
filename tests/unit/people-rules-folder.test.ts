import { afterEach, describe, expect, it } from 'vitest';
import { checkDeskFolder } from '#knowledge/desk-folder/check.ts';
import { deskYamlText } from '#knowledge/desk-folder/to-files.ts';
import { makeDeskFolder } from '../support/desk-folder.ts';

const remove: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of remove.splice(0)) await one();
});

async function check(rules: string) {
  const folder = await makeDeskFolder({ 'desk.yaml': (text) => `${text}people_rules:\n${rules}` });
  remove.push(folder.remove);
  return checkDeskFolder(folder.dir);
}

describe('people_rules in desk.yaml', () => {
  it('come back as they were from a folder that is written anew', async () => {
    const { content, faults } = await check(
      '  - { department: "Vikarie*", leave_out: true }\n' +
        '  - { site_named_by: office }\n' +
        '  - { office: [Solen, "Solen *"], city: Ekbacken, site: [solrosen, kontoret] }\n' +
        '  - { company: 404, site: kontoret }\n',
    );
    expect(faults).toEqual([]);
    const rules = content?.settings.peopleRules;
    expect(rules?.[3]).toEqual({
      when: { company: ['404'] },
      gives: { kind: 'sites', siteIds: ['kontoret'] },
    });
    const folder = await makeDeskFolder({ 'desk.yaml': content ? deskYamlText(content.settings) : '' });
    remove.push(folder.remove);
    expect((await checkDeskFolder(folder.dir)).content?.settings).toEqual(content?.settings);
  });

  it('are absent from a desk that has none', async () => {
    const folder = await makeDeskFolder({});
    remove.push(folder.remove);
    const { content } = await checkDeskFolder(folder.dir);
    expect(content?.settings).not.toHaveProperty('peopleRules');
    expect(content && deskYamlText(content.settings)).not.toContain('people_rules');
  });

  it.each([
    ['a site that is not there', '  - { office: Solen, site: solrosn }\n', 'There is no site "solrosn"'],
    ['nothing that it gives', '  - { office: Solen }\n', 'exactly one of site, site_named_by and leave_out'],
    ['two things that it gives', '  - { office: A, site: solrosen, leave_out: true }\n', 'exactly one of'],
    ['nothing that it looks at', '  - { site: solrosen }\n', 'at least one of department'],
    ['a field that there is not', '  - { site_named_by: floor }\n', 'people_rules[1].site_named_by'],
    ['a key mistyped', '  - { offce: Solen, office: Solen, site: solrosen }\n', 'offce'],
  ])('with %s are told by their line', async (_, rules, words) => {
    const { faults } = await check(rules);
    const told = faults.map(({ message, remedy }) => `${message}. ${remedy}`).join('\n');
    expect(told).toContain(words);
    expect(faults[0]).toMatchObject({ file: 'desk.yaml', line: expect.any(Number) });
  });
});
