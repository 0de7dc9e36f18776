import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useEffect, useRef } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { FieldGroup } from './field-box.tsx';
import { useNoteForm } from './form-state.ts';
import { moveItem } from './lists.ts';
import { StepRow } from './step-row.tsx';
import { useStepDrag } from './use-step-drag.ts';

const mostSteps = 60;

/** The guided fix: a list that is reordered by dragging, by buttons, or with Alt and the arrows. */
export function StepsField() {
  const words = useWords(noteFormTexts);
  const { announce } = useTab();
  const { content, set } = useNoteForm();
  const { steps } = content;
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useFocusAfterRender(list);
  const drag = useStepDrag(list, (from, to) => move(from, to));
  function move(from: number, to: number) {
    if (to < 0 || to >= steps.length || from === to) return;
    set('steps', moveItem(steps, from, to));
    announce(words.stepMoved(to + 1, steps.length));
  }
  const add = () => {
    set('steps', [...steps, '']);
    if (content.stepsTitle === null) set('stepsTitle', words.stepsTitleExample);
    focusNext(steps.length);
  };
  const remove = (place: number) => {
    set(
      'steps',
      steps.filter((_, other) => other !== place),
    );
    announce(words.stepRemoved);
    focusNext(Math.max(0, place - 1));
  };
  return (
    <FieldGroup field="steps" label={words.steps} hint={words.stepsHint}>
      <ol className="steps" ref={list}>
        {steps.map((step, place) => (
          <StepRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a step has no other name; its text may be that of another
            key={place}
            step={step}
            place={place}
            count={steps.length}
            isDragged={drag.dragged === place}
            handle={drag.handle(place)}
            onChange={(text) => set('steps', steps.with(place, text))}
            onMove={(to, keepFocus) => {
              move(place, to);
              if (keepFocus) focusNext(to);
            }}
            onRemove={() => remove(place)}
          />
        ))}
      </ol>
      {steps.length < mostSteps && (
        <Button icon={<AddRegular />} onClick={add}>
          {words.addStep}
        </Button>
      )}
    </FieldGroup>
  );
}

/** The keyboard follows a step that was added or moved. */
function useFocusAfterRender(list: { current: HTMLElement | null }): (place: number) => void {
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelectorAll('textarea')[wanted.current]?.focus();
    wanted.current = null;
  });
  return (place) => {
    wanted.current = place;
  };
}
