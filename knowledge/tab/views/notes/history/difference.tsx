import { notesTexts } from '#bot/i18n/tab-notes.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { diffItems, diffWords, type Stretch } from './diff.ts';

type Value = string | readonly string[];

/** What is gone and what is new: by colour, by a line through or under it, and in words for who listens. */
export function Difference({ before, after, isSteps }: { before: Value; after: Value; isSteps?: boolean }) {
  if (typeof before === 'string' && typeof after === 'string')
    return <TextDifference before={before} after={after} />;
  const lists = { before: toList(before), after: toList(after) };
  return <ListDifference {...lists} isSteps={isSteps ?? false} />;
}

function TextDifference({ before, after }: { before: string; after: string }) {
  const stretches = diffWords(before, after);
  return (
    <p className="difference">
      {stretches.map((stretch, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a text have no other name
        <Piece key={index} stretch={stretch} />
      ))}
    </p>
  );
}

function ListDifference({
  before,
  after,
  isSteps,
}: {
  before: readonly string[];
  after: readonly string[];
  isSteps: boolean;
}) {
  const words = useWords(notesTexts).history;
  const stretches = diffItems(before, after);
  const isOnlyMoved = before.length === after.length && before.every((item) => after.includes(item));
  const List = isSteps ? 'ol' : 'ul';
  return (
    <>
      {isOnlyMoved && <p className="muted">{words.moved}</p>}
      <List className={isSteps ? 'difference steps' : 'difference chips'}>
        {stretches.map((stretch, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same item may be both removed and added
          <li key={index}>
            <Piece stretch={stretch} />
          </li>
        ))}
      </List>
    </>
  );
}

function Piece({ stretch: { kind, text } }: { stretch: Stretch }) {
  const words = useWords(notesTexts).history;
  if (kind === 'same') return <span>{text}</span>;
  const Element = kind === 'added' ? 'ins' : 'del';
  return (
    <>
      <span className="only-heard">{kind === 'added' ? words.added : words.removed} </span>
      <Element>{text}</Element>
    </>
  );
}

function toList(value: Value): readonly string[] {
  if (typeof value !== 'string') return value;
  return value === '' ? [] : [value];
}
