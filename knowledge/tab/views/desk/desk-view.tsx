import { type ComponentType, useEffect, useRef } from 'react';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import './desk.css';
import { ViewHeading } from '../../parts/view-heading.tsx';
import { hashOf, useRoute } from '../../shell/router.ts';
import { useTab, useWords } from '../../shell/tab-context.ts';
import { ChangesSection } from './changes/changes-section.tsx';
import { ResponsibilitySection } from './matrix/responsibility-section.tsx';
import { PeopleSection } from './people/people-section.tsx';
import { RotaSection } from './rota/rota-section.tsx';
import { ContractorsSection } from './settings/contractors-section.tsx';
import { ReferralsSection } from './settings/referrals-section.tsx';
import { SitesSection } from './sites/sites-section.tsx';
import { TechniciansSection } from './technicians/technicians-section.tsx';

const sections = {
  sites: SitesSection,
  people: PeopleSection,
  rota: RotaSection,
  technicians: TechniciansSection,
  responsibility: ResponsibilitySection,
  referrals: ReferralsSection,
  contractors: ContractorsSection,
  changes: ChangesSection,
} as const satisfies Readonly<Record<string, ComponentType>>;
type SectionId = keyof typeof sections;

const isSection = (id: string | undefined): id is SectionId =>
  id !== undefined && Object.hasOwn(sections, id);
const all = Object.keys(sections).filter(isSection);

/** The desk's own data. Technicians see the rota; the rest is for those who look after the desk. */
export function DeskView() {
  const { me } = useTab();
  const words = useWords(tabDeskTexts);
  const wanted = useRoute().parts[1];
  const open = me.looksAfterDesk ? all : all.filter((id) => id === 'rota');
  const current = isSection(wanted) && open.includes(wanted) ? wanted : (open[0] ?? 'rota');
  const Section = sections[current];
  const name = words.section[current];
  const here = useRef<HTMLAnchorElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another section is another link
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which React would take for a clean-up.
    here.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  useEffect(() => {
    document.title = `${name} · Vaktis`;
  }, [name]);
  return (
    <div className="desk">
      <ViewHeading part={name}>{words.title}</ViewHeading>
      <nav className="desk-sections" aria-label={words.sections}>
        <ul>
          {open.map((id) => (
            <li key={id}>
              <a
                href={hashOf(`/desk/${id}`)}
                aria-current={id === current ? 'page' : undefined}
                ref={id === current ? here : undefined}
              >
                {words.section[id]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Section key={current} />
    </div>
  );
}
