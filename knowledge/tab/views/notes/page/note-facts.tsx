import type { ReactNode } from 'react';
import { capital, kindTexts } from '#bot/i18n/tab-kinds.ts';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type { NoteDetail } from '#bot/web/api/contract/note-contract.ts';
import { dateInWords, momentInWords } from '../../../parts/when.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { sharedFolder, useSiteName } from '../sites-context.ts';
import { usePersonName } from '../use-person-name.ts';

/** What is known of a note beside its text. */
export function NoteFacts({ note }: { note: NoteDetail }) {
  const words = useWords(notesTexts);
  const { category } = useWords(kindTexts);
  const { content, outcomes } = note;
  const { page } = words;
  const owner = usePersonName(content.owner);
  return (
    <aside className="note-facts" aria-label={page.facts}>
      <section>
        <h2>{page.symptoms}</h2>
        {content.symptoms.length === 0 ? (
          <p className="muted">{page.noSymptoms}</p>
        ) : (
          <ul className="symptoms">
            {content.symptoms.map((symptom) => (
              <li key={symptom}>{symptom}</li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>{page.facts}</h2>
        <dl>
          <Fact name={page.where}>
            <Where note={note} />
          </Fact>
          <Fact name={page.category}>{capital(category[content.category])}</Fact>
          {content.asset && <Fact name={page.asset}>{content.asset}</Fact>}
          <Fact name={page.owner}>{owner ?? page.noOwner}</Fact>
          <Fact name={page.lastVerified}>
            <Confirmed note={note} />
          </Fact>
          <Fact name={page.reviewBy}>
            <When date={content.reviewBy} none={page.noReviewBy} />
          </Fact>
          <Window note={note} />
          {content.handledBy && <HandledBy value={content.handledBy} />}
          <Fact name={page.confidence}>{words.confidences[content.confidence]}</Fact>
          <Fact name={page.outcomes}>
            {outcomes.shown === 0
              ? page.neverShown
              : page.outcomesText(outcomes.shown, outcomes.solved, outcomes.notSolved)}
          </Fact>
        </dl>
      </section>
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Where({ note: { id, content } }: { note: NoteDetail }) {
  const words = useWords(notesTexts).page;
  const { siteKind } = useWords(kindTexts);
  const siteName = useSiteName();
  const folder = id.split('/')[0] ?? '';
  if (content.sites.length > 0) return content.sites.map(siteName).join(', ');
  if (content.siteKinds.length > 0) {
    return `${words.everySiteOfKind} ${content.siteKinds.map((kind) => siteKind[kind]).join(', ')}`;
  }
  return folder === sharedFolder ? words.everySite : siteName(folder);
}

function Confirmed({ note }: { note: NoteDetail }) {
  const words = useWords(notesTexts).page;
  const { language } = useTab();
  if (note.lastVerified === null) return words.neverVerified;
  const latest = note.verifications.find(({ date }) => date === note.lastVerified);
  const date = dateInWords(note.lastVerified, language);
  return latest ? `${date}, ${latest.byName} ${words.ways[latest.way]}` : date;
}

function When({ date, none }: { date: string | null; none: string }) {
  const { language } = useTab();
  return date === null ? none : dateInWords(date, language);
}

function Window({ note: { content } }: { note: NoteDetail }) {
  const words = useWords(notesTexts).page;
  const { language, me } = useTab();
  const { validFrom, validTo } = content;
  if (validFrom === null && validTo === null) return null;
  const say = (moment: string) => momentInWords(moment, language, me.timezone);
  return (
    <Fact name={words.valid}>
      {[
        ...(validFrom ? [`${words.from} ${say(validFrom)}`] : []),
        ...(validTo ? [`${words.to} ${say(validTo)}`] : []),
      ].join(' ')}
    </Fact>
  );
}

function HandledBy({ value }: { value: string }) {
  const words = useWords(notesTexts);
  const person = usePersonName(value.includes('@') ? value : null);
  const named = value === 'local' || value === 'contractor' ? words.handledBy[value] : (person ?? value);
  return <Fact name={words.page.handledBy}>{named}</Fact>;
}
