import { useState } from 'react';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type { SiteBranch } from '#bot/web/api/contract/common-contract.ts';
import { SearchField } from '../../../parts/search-field.tsx';
import { hashOf } from '../../../shell/router.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { sharedFolder, useSites } from '../sites-context.ts';
import { type Grove, toGroves } from './to-groves.ts';

type Props = { current: string; onChoose: (site: string) => void };

/** A search among the sites is worth its place from here. */
const many = 12;

/** All notes, the shared ones, then the sites under their areas. On a phone a plain choice takes its place. */
export function SiteTree({ current, onChoose }: Props) {
  const words = useWords(notesTexts);
  const sites = useSites();
  const [wanted, setWanted] = useState('');
  const groves = toGroves(sites, wanted, words.otherArea);
  const shared = sites.find(({ id }) => id === sharedFolder);
  const all = sites.reduce((sum, { notes }) => sum + notes, 0);
  const link = { current, onChoose };
  return (
    <nav className="site-tree" aria-label={words.places}>
      {sites.length > many && (
        <SearchField
          size="small"
          label={words.findPlace}
          value={wanted}
          onChange={(_, { value }) => setWanted(value)}
        />
      )}
      <ul>
        <li>
          <SiteLink {...link} id="" name={words.everywhere} notes={all} stale={0} />
        </li>
        {shared && (
          <li>
            <SiteLink {...link} {...shared} name={words.shared} />
          </li>
        )}
      </ul>
      {groves.map((grove) => (
        <Area key={grove.area} grove={grove} isOpen={wanted !== '' || groves.length < 6} {...link} />
      ))}
      {groves.length === 0 && <p className="muted">{words.noPlace}</p>}
    </nav>
  );
}

function Area({ grove, isOpen, current, onChoose }: Props & { grove: Grove; isOpen: boolean }) {
  const holds = grove.sites.some(({ site }) => site.id === current);
  return (
    <details open={isOpen || holds}>
      <summary>{grove.area}</summary>
      <ul>
        {grove.sites.map(({ site, depth }) => (
          <li key={site.id} className={depth > 0 ? 'site-under' : undefined}>
            <SiteLink {...site} current={current} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </details>
  );
}

type LinkProps = Props & Pick<SiteBranch, 'id' | 'name' | 'notes' | 'stale'>;

function SiteLink({ id, name, notes, stale, current, onChoose }: LinkProps) {
  const words = useWords(notesTexts);
  const choose = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    onChoose(id);
  };
  return (
    <a
      href={hashOf('/notes', { site: id || null })}
      aria-current={current === id ? 'true' : undefined}
      onClick={choose}
    >
      <span className="site-name">{name}</span>
      {stale > 0 && <span className="site-stale" title={words.staleAt(stale)} />}
      <span className="only-heard">
        {`, ${words.notesAt(notes)}${stale > 0 ? `, ${words.staleAt(stale)}` : ''}`}
      </span>
      <span className="site-count" aria-hidden="true">
        {notes}
      </span>
    </a>
  );
}
