import { Button, Field, Select, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { type ChangeKind, changedFieldName, changeWayName, tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { keysOf } from '#bot/i18n/tab-kinds.ts';
import { timeInWords } from '#bot/i18n/when.ts';
import type { DeskChange } from '#bot/web/api/contract/desk-contract.ts';
import { FailureMessage } from '../../../parts/failure-message.tsx';
import { type Page, usePages } from '../../../parts/use-pages.ts';
import { nameOfSite, useNamedSites } from '../../../parts/use-sites.ts';
import { hashOf } from '../../../shell/router.ts';
import { useShellWords, useTab, useWords } from '../../../shell/tab-context.ts';

/** Everything that was changed, newest first. */
export function ChangesSection() {
  const { client } = useTab();
  const shell = useShellWords();
  const words = useWords(tabDeskTexts);
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const pages = usePages<DeskChange>(`changes ${kind}`, (cursor, signal) =>
    client.get<Page<DeskChange>>('/desk/changes', { query: { kind, cursor }, signal }),
  );
  const choose = (value: string) =>
    setKind(keysOf(words.changes.kinds).find((known) => known === value) ?? null);
  return (
    <section className="desk-section" aria-label={words.section.changes}>
      <p>{words.changes.intro}</p>
      <Field label={words.changes.what} orientation="horizontal" className="desk-filter">
        <Select value={kind ?? ''} onChange={(_, { value }) => choose(value)}>
          <option value="">{words.changes.all}</option>
          {keysOf(words.changes.kinds).map((known) => (
            <option key={known} value={known}>
              {words.changes.kinds[known]}
            </option>
          ))}
        </Select>
      </Field>
      {pages.failure !== null && (
        <FailureMessage words={shell} failure={pages.failure} onRetry={pages.reload} />
      )}
      {pages.items?.length === 0 && <p>{words.changes.none}</p>}
      {pages.items?.map((change) => (
        <Change key={change.seq} change={change} />
      ))}
      {pages.isLoading && <Spinner size="small" label={words.lists.loading} />}
      {pages.hasMore && !pages.isLoading && (
        <Button className="desk-new" onClick={pages.more}>
          {words.lists.more}
        </Button>
      )}
    </section>
  );
}

function Change({ change }: { change: DeskChange }) {
  const { language, me } = useTab();
  const words = useWords(tabDeskTexts);
  const when = timeInWords(change.at, { language, timezone: me.timezone, now: new Date() });
  const sites = useNamedSites();
  const to = addressOf(change);
  return (
    <article className="desk-card desk-change">
      <h2>
        {words.changes.kinds[change.kind]}
        {to !== null && (
          <>
            : <a href={to}>{change.kind === 'site' ? nameOfSite(sites, change.id) : change.id}</a>
          </>
        )}
      </h2>
      <p className="muted">
        {words.changes.by(change.byName, when)}, {changeWayName(words, change.way)}
      </p>
      <dl>
        {change.fields.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{changedFieldName(words, change.kind, field)}</dt>
            <dd>
              <del>
                <span className="only-heard">{words.changes.was} </span>
                {before === '' ? words.changes.empty : before}
              </del>{' '}
              <ins>
                <span className="only-heard">{words.changes.became} </span>
                {after === '' ? words.changes.empty : after}
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

/** Where what was changed is found now; null for the settings. */
function addressOf({ kind, id }: DeskChange): string | null {
  const own = encodeURIComponent(id);
  switch (kind) {
    case 'site':
      return hashOf(`/desk/sites/${own}`);
    case 'person':
      return hashOf(`/desk/people/${own}`);
    case 'technician':
      return hashOf(`/desk/technicians/${own}`);
    case 'note':
      return hashOf(`/notes/${id}`);
    case 'settings':
      return null;
  }
}
