import { Input, Select, Textarea } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { capital, keysOf, kindTexts } from '#bot/i18n/tab-kinds.ts';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { CareFields } from './care-fields.tsx';
import { FieldBox } from './field-box.tsx';
import { useNoteForm } from './form-state.ts';
import { MarkdownField } from './markdown-field.tsx';
import { SitesField } from './sites-field.tsx';
import { StepsField } from './steps-field.tsx';
import { SymptomsField } from './symptoms-field.tsx';

/** All fields of a note, in the order in which one thinks of them. */
export function NoteFields() {
  const words = useWords(noteFormTexts);
  return (
    <>
      <Section title={words.sections.about}>
        <AboutFields />
      </Section>
      <Section>
        <SymptomsField />
      </Section>
      <Section title={words.sections.help}>
        <HelpFields />
      </Section>
      <Section title={words.sections.care}>
        <CareFields />
      </Section>
    </>
  );
}

function Section({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="form-section panel">
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}

function AboutFields() {
  const words = useWords(noteFormTexts);
  const { category } = useWords(kindTexts);
  const { content, set } = useNoteForm();
  return (
    <>
      <FieldBox field="title" label={words.titleField} hint={words.titleHint} required>
        <Input
          value={content.title}
          maxLength={200}
          size="large"
          onChange={(_, { value }) => set('title', value)}
        />
      </FieldBox>
      <div className="two">
        <FieldBox field="category" label={words.category}>
          <Select
            value={content.category}
            onChange={(_, { value }) => {
              const found = keysOf(category).find((key) => key === value);
              if (found) set('category', found);
            }}
          >
            {keysOf(category).map((key) => (
              <option key={key} value={key}>
                {capital(category[key])}
              </option>
            ))}
          </Select>
        </FieldBox>
        <FieldBox field="asset" label={words.asset} hint={words.assetHint}>
          <Input
            value={content.asset ?? ''}
            maxLength={300}
            onChange={(_, { value }) => set('asset', value || null)}
          />
        </FieldBox>
      </div>
      <SitesField />
    </>
  );
}

function HelpFields() {
  const words = useWords(noteFormTexts);
  const { content, set } = useNoteForm();
  return (
    <>
      <FieldBox field="warning" label={words.warning} hint={words.warningHint}>
        <Textarea
          value={content.warning ?? ''}
          rows={2}
          maxLength={600}
          onChange={(_, { value }) => set('warning', value || null)}
        />
      </FieldBox>
      <MarkdownField field="intro" label={words.intro} hint={words.introHint} rows={4} />
      {content.steps.length > 0 && (
        <FieldBox field="stepsTitle" label={words.stepsTitle}>
          <Input
            value={content.stepsTitle ?? ''}
            maxLength={200}
            placeholder={words.stepsTitleExample}
            onChange={(_, { value }) => set('stepsTitle', value || null)}
          />
        </FieldBox>
      )}
      <StepsField />
      <MarkdownField field="outro" label={words.outro} hint={words.outroHint} rows={3} />
    </>
  );
}
