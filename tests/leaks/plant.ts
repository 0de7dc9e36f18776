import type { Case } from '#bot/handoff/case.ts';
import { teamsPerson, type Who } from './leak-desk.ts';
import { everybodyInTeams, type LeakWorld } from './leak-world.ts';
import type { Markers, Name } from './markers.ts';
import { typedDraft } from './typed-draft.ts';

/** What a question needs to know of what is there. */
export type Ids = { readonly cases: readonly string[]; readonly offers: readonly string[] };

/** The case that each of those words was said in. */
export type Planted = Ids & { readonly caseOf: ReadonlyMap<Name, Case> };

/** Who reports what, in which case its words then stand. */
const reported = { finn: ['report', 'detail'], hilda: ['second'], eva: ['third'] } as const satisfies Partial<
  Record<Who, readonly Name[]>
>;

/** Cases of three people, and what somebody typed and did not save. */
export async function plant(world: LeakWorld, m: Markers): Promise<Planted> {
  const say = (one: Who, text: string) => world.post(teamsPerson(one), 'personal-message', { text });
  for (const person of everybodyInTeams) await world.post(person, 'installation-add');
  await say('finn', `Skärmen i sal 4 på Skolan är trasig ${m.report.text}. Jag vill prata med en människa`);
  await say('finn', `Det står ${m.detail.text} på den`);
  await say('hilda', `Mitt konto är låst ${m.second.text}. Jag vill prata med en människa`);
  const printer = 'Skrivaren i receptionen på Kontoret skriver inte ut';
  await say('eva', `${printer} ${m.third.text}. Jag vill prata med en människa`);
  const note = await world.opened.editing.read('note', 'solen/projektorn');
  await world.call('admin', 'put', '/notes/solen/projektorn/draft', {
    basedOn: note?.version ?? 1,
    content: { ...typedDraft, title: 'Projektorn', intro: m.typed.text },
  });
  world.takeSent();
  const { cases } = world.opened.storage.stores;
  const open = await cases.open();
  const offers = await Promise.all(open.map(({ id }) => cases.currentOffer(id)));
  const caseOf = new Map<Name, Case>();
  for (const [one, names] of Object.entries(reported)) {
    const own = open.find(({ requesterUpn }) => requesterUpn === `${one}@desk.example`);
    if (own === undefined) throw new Error(`${one} has no case: the questions would ask for nothing`);
    for (const name of names) caseOf.set(name, own);
  }
  return {
    cases: open.map(({ id }) => id),
    offers: offers.flatMap((offer) => (offer ? [offer.id] : [])),
    caseOf,
  };
}
