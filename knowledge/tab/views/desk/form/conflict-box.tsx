import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { useWords } from '../../../shell/tab-context.ts';
import type { MeetingField, MergedForm } from '../merge-forms.ts';

type Props<T> = {
  conflict: MergedForm<T>;
  /** What the field is called. */
  nameOf: (field: keyof T & string) => string;
  onSettle: (field: keyof T & string, value: unknown) => void;
  /** A value of that field in words. */
  describe?: (field: string, value: unknown) => string;
};

/** Somebody else saved first. Both are kept where they do not meet; where they do, the person chooses. */
export function ConflictBox<T>({
  conflict,
  nameOf,
  onSettle,
  describe = (_, value) => inWords(value),
}: Props<T>) {
  const words = useWords(tabDeskTexts).conflict;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="desk-conflict" tabIndex={-1} ref={box}>
      <MessageBar intent="warning" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>{words.title}</MessageBarTitle>
          {conflict.meeting.length === 0 ? words.merged : words.choose}
          {conflict.meeting.map((meeting) => (
            <Choice
              key={meeting.field}
              meeting={meeting}
              name={nameOf(meeting.field)}
              onSettle={onSettle}
              describe={describe}
            />
          ))}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}

type ChoiceProps<T> = Pick<Required<Props<T>>, 'onSettle' | 'describe'> & {
  meeting: MeetingField<T>;
  name: string;
};

function Choice<T>({ meeting, name, onSettle, describe }: ChoiceProps<T>) {
  const words = useWords(tabDeskTexts).conflict;
  const { field, mine, theirs } = meeting;
  return (
    <div className="desk-choice">
      <strong>{name}</strong>
      <dl>
        <dt>{words.mine}</dt>
        <dd>{describe(field, mine)}</dd>
        <dt>{words.theirs}</dt>
        <dd>{describe(field, theirs)}</dd>
      </dl>
      <Button size="small" onClick={() => onSettle(field, mine)}>
        {words.takeMine(name)}
      </Button>
      <Button size="small" onClick={() => onSettle(field, theirs)}>
        {words.takeTheirs(name)}
      </Button>
    </div>
  );
}

/** A value as it can be read: lists one after the other, nothing as a dash. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(inWords).join('; ');
  if (typeof value !== 'object') return String(value);
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== '');
  return parts.map(([name, part]) => `${name}: ${inWords(part)}`).join(', ');
}
