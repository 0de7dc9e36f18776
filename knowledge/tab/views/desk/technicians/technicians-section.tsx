import { Spinner } from '@fluentui/react-components';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { kindTexts } from '#bot/i18n/tab-kinds.ts';
import { FailureMessage } from '../../../parts/failure-message.tsx';
import { nameOfSite, useNamedSites } from '../../../parts/use-sites.ts';
import { hashOf, useRoute } from '../../../shell/router.ts';
import { useShellWords, useTab, useWords } from '../../../shell/tab-context.ts';
import { DeskTable } from '../lists/desk-list.tsx';
import { TechnicianPage } from './technician-page.tsx';
import { useTechnicians } from './use-technicians.ts';

export function TechniciansSection() {
  const { me } = useTab();
  const shell = useShellWords();
  const words = useWords(tabDeskTexts);
  const kinds = useWords(kindTexts).category;
  const sites = useNamedSites();
  const { parts, query } = useRoute();
  const upn = parts[2] ?? null;
  const isOpen = upn !== null || query.has('new');
  const technicians = useTechnicians(!isOpen);
  if (isOpen) return <TechnicianPage key={upn} upn={upn} />;
  const { value, failure, reload } = technicians;
  return (
    <section className="desk-section" aria-label={words.section.technicians}>
      {me.roles.includes('admin') && (
        <div className="desk-tools">
          <a className="desk-add" href={hashOf('/desk/technicians', { new: '1' })}>
            {words.lists.newTechnician}
          </a>
        </div>
      )}
      {failure !== null && <FailureMessage words={shell} failure={failure} onRetry={reload} />}
      {value === null && failure === null && <Spinner label={words.lists.loading} />}
      {value?.length === 0 && <p>{words.lists.noTechnicians}</p>}
      {value !== null && value.length > 0 && (
        <DeskTable
          label={words.section.technicians}
          path="/desk/technicians"
          values={value.map((stored) => stored.value)}
          idOf={(technician) => technician.upn}
          columns={[
            { title: words.lists.columns.name, cell: ({ name }) => name },
            {
              title: words.lists.columns.where,
              cell: (technician) =>
                [...technician.areas, ...technician.sites.map((id) => nameOfSite(sites, id))].join(', ') ||
                words.matrix.anywhere,
            },
            {
              title: words.lists.columns.skills,
              cell: ({ skills }) => skills.map((skill) => kinds[skill]).join(', ') || words.lists.allSkills,
            },
          ]}
        />
      )}
    </section>
  );
}
