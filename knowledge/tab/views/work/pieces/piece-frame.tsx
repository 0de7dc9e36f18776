import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { tabWorkTexts } from '#bot/i18n/tab-work.ts';
import type { WorkItem } from '#bot/web/api/contract/work-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { decisionsFor, titleOf } from '../heaps.ts';
import { useDecide } from '../use-decide.ts';

type Props = {
  item: WorkItem;
  onDone: () => void;
  /** Short facts under the title. */
  facts?: readonly string[];
  children?: ReactNode;
  /** Ways out of here that are not decisions: open the note, write one. They come first. */
  ways?: ReactNode;
  /** The symptom as it was reworded, for `accept`. */
  wording?: string;
};

/** What every piece of work has: a title, facts, what it is about, and its decisions. */
export function PieceFrame({ item, onDone, facts = [], children, ways, wording }: Props) {
  const words = useWords(tabWorkTexts);
  const title = useId();
  const { decide, isSending, problem } = useDecide(item, onDone);
  return (
    <article className="work-piece" aria-labelledby={title} data-piece={item.id} tabIndex={-1}>
      <header>
        <h3 id={title}>{titleOf(item)}</h3>
        {facts.length > 0 && <p className="muted">{facts.join(' · ')}</p>}
      </header>
      {children}
      {problem !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <div className="work-actions">
        {ways}
        {decisionsFor(item.kind).map((decision) => (
          <Button
            key={decision}
            appearance={decision === 'accept' ? 'primary' : decision === 'later' ? 'subtle' : 'secondary'}
            disabledFocusable={isSending || (decision === 'accept' && wording?.trim() === '')}
            aria-describedby={title}
            onClick={() => void decide(decision, decision === 'accept' ? wording?.trim() : undefined)}
          >
            {words.decisions[item.kind][decision]}
          </Button>
        ))}
      </div>
    </article>
  );
}
