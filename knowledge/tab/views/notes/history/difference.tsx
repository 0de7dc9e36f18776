import { notesTexts } from '#bot/i18n/tab-notes.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { diffItems, diffSteps, diffWords, type Stretch } from './diff.ts';

type Value = string | readonly string[];
type Props = { before: Value; after: Value; kind: 'text' | 'steps' | 'chips' | 'value' };

/** What is gone and what is new: by colour, by a line through or under it, and in words for who listens. */
export function Difference({ before, after, kind }: Props) {
  if (kind === 'steps') return <Steps before={toList(before)} after={toList(after)} />;
  if (kind === 'chips') return <Chips before={toList(before)} after={toList(after)} />;
  const texts = { before: toText(before), after: toText(after) };
  return kind === 'text' ? (
    <Text stretches={diffWords(texts.before, texts.after)} />
  ) : (
    <Exchanged {...texts} />
  );
}

function Text({ stretches }: { stretches: readonly Stretch[] }) {
  return (
    <p className="difference">
      {stretches.map((stretch, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a text have no other name
        <Piece key={index} stretch={stretch} />
      ))}
    </p>
  );
}

function Exchanged({ before, after }: { before: string; after: string }) {
  const words = useWords(notesTexts).history;
  return (
    <p className="difference">
      {before !== '' && <Piece stretch={{ kind: 'removed', text: before }} />}
      {before !== '' && ' → '}
      {after === '' ? words.empty : <Piece stretch={{ kind: 'added', text: after }} />}
    </p>
  );
}

type Lists = { before: readonly string[]; after: readonly string[] };

function Steps({ before, after }: Lists) {
  return (
    <>
      <Moved before={before} after={after} />
      <ol className="difference steps">
        {diffSteps(before, after).map((stretches, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same step may be both removed and added
          <li key={index}>
            <Text stretches={stretches} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Chips({ before, after }: Lists) {
  return (
    <>
      <Moved before={before} after={after} />
      <ul className="difference symptoms">
        {diffItems(before, after).map((stretch) => (
          <li key={`${stretch.kind} ${stretch.text}`}>
            <Piece stretch={stretch} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Moved({ before, after }: Lists) {
  const words = useWords(notesTexts).history;
  const isOnlyMoved = before.length === after.length && before.every((item) => after.includes(item));
  return isOnlyMoved && <p className="muted">{words.moved}</p>;
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

function toText(value: Value): string {
  return typeof value === 'string' ? value : value.join(', ');
}
