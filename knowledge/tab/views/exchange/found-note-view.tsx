import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { tabExchangeTexts } from '#bot/i18n/tab-exchange.ts';
import { useFolders } from '../../parts/use-sites.ts';
import { hashOf } from '../../shell/router.ts';
import { useWords } from '../../shell/tab-context.ts';
import { type ChosenNote, choose, moveTo, retitle } from './import-choice.ts';

type Change = (notes: readonly ChosenNote[]) => ChosenNote[];
type Props = { note: ChosenNote; onChange: (change: Change) => void };

/** One note that was found: whether to keep it, its title and site, what is wrong with it and what it is like. */
export function FoundNoteView({ note, onChange }: Props) {
  const words = useWords(tabExchangeTexts);
  const { key, folder, content, faults, like, chosen } = note;
  const folders = useFolders().filter((site) => site.mayEdit || site.id === folder);
  const isUntitled = content.title.trim() === '';
  return (
    <article className="exchange-note" aria-label={content.title}>
      <Checkbox
        aria-label={words.take(content.title)}
        checked={chosen}
        onChange={(_, { checked }) => onChange((notes) => choose(notes, key, checked === true))}
      />
      <div className="exchange-fields">
        <Field
          label={words.noteTitle}
          {...(isUntitled ? { validationMessage: words.titleMissing, validationState: 'error' } : {})}
        >
          <Input
            value={content.title}
            maxLength={200}
            onChange={(_, { value }) => onChange((notes) => retitle(notes, key, value))}
          />
        </Field>
        <Field label={words.site}>
          <Select value={folder} onChange={(_, { value }) => onChange((notes) => moveTo(notes, key, value))}>
            {folders.every(({ id }) => id !== folder) && <option value={folder}>{folder}</option>}
            {folders.map(({ id, name }) => (
              <option key={id} value={id}>
                {id === '_shared' ? words.everySite : name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {faults.length > 0 && (
        <ul className="exchange-faults">
          {faults.map(({ level, message }) => (
            <li key={message} className={`exchange-${level}`}>
              <strong>{level === 'error' ? words.mustMend : words.shouldMend}:</strong> {message}
            </li>
          ))}
        </ul>
      )}
      {like !== null && (
        <p>
          <a href={hashOf(`/notes/${like.id}`)}>{words.like(like.title)}</a>
        </p>
      )}
      <details>
        <summary>{words.showText}</summary>
        <NoteText content={content} />
      </details>
    </article>
  );
}

function NoteText({ content }: { content: ChosenNote['content'] }) {
  const words = useWords(tabExchangeTexts);
  return (
    <div className="exchange-text">
      {content.intro !== '' && <p>{content.intro}</p>}
      {content.steps.length > 0 && (
        <>
          <strong>{content.stepsTitle ?? words.steps}</strong>
          <ol>
            {content.steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps are read here, never moved
              <li key={index}>{step}</li>
            ))}
          </ol>
        </>
      )}
      {content.outro !== '' && <p>{content.outro}</p>}
      {content.symptoms.length > 0 && (
        <p>
          <strong>{words.symptoms}:</strong> {content.symptoms.join(', ')}
        </p>
      )}
    </div>
  );
}
