import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unlistedPerson } from '#bot/desk/person.ts';
import { LabelledRequest } from '#bot/insights/evaluation/expectation.ts';
import { judgeRequest, type Verdict } from '#bot/insights/evaluation/judge-request.ts';
import { toOutput } from '#bot/insights/evaluation/triage-output.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { createTriage } from '#bot/triage/triage.ts';

/** Triages every labelled message of a file in tests/fixtures and judges what came of it. */
export function judgeFixture(name: string, loaded: LoadedDesk): Verdict[] {
  const triage = createTriage({ chooseResponsible });
  const words = { sayReasons: () => '', sayReply: () => '' };
  return readFixture(name).map((request) => {
    const from =
      loaded.desk.people.get(request.from) ??
      unlistedPerson({ upn: request.from, aadObjectId: null, name: request.from });
    const asked = { text: request.text, from, at: new Date(request.at), siteId: request.site ?? null };
    const found = triage({ ...asked, shownNoteIds: [] }, loaded, new Map());
    return judgeRequest(request, toOutput(found, loaded, words));
  });
}

function readFixture(name: string): LabelledRequest[] {
  const text = readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => LabelledRequest.parse(JSON.parse(line)));
}
