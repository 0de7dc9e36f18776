import {
  Button,
  Checkbox,
  Field,
  MessageBar,
  MessageBarBody,
  Select,
  Textarea,
} from '@fluentui/react-components';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { tabTryTexts } from '#bot/i18n/tab-try.ts';
import type { TryQuestion } from '#bot/web/api/contract/try-contract.ts';
import { draftToTry, forgetDraftToTry } from '../../parts/draft-to-try.ts';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { useNamedSites } from '../../parts/use-sites.ts';
import { useTab, useWords } from '../../shell/tab-context.ts';
import { type QuestionFault, type QuestionFields, readQuestion } from './question.ts';
import { TimeField } from './time-field.tsx';

type Props = { isAsking: boolean; onAsk: (question: TryQuestion) => void };

/** Who asks, where, when and what; against a draft too, when one was handed over. */
export function QuestionForm({ isAsking, onAsk }: Props) {
  const { me } = useTab();
  const words = useWords(tabTryTexts);
  const sites = useNamedSites();
  const [draft, setDraft] = useState(draftToTry);
  const [name, setName] = useState<string | null>(me.name);
  const [fault, setFault] = useState<QuestionFault | null>(null);
  const [fields, setFields] = useState<QuestionFields>({
    asUpn: me.upn,
    siteId: draft === null || draft.folder === '_shared' ? null : draft.folder,
    text: draft?.content.symptoms[0] ?? '',
    at: '',
    withDraft: draft !== null,
  });
  const edit = (change: Partial<QuestionFields>) => {
    setFault(null);
    setFields((before) => ({ ...before, ...change }));
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const question = readQuestion(fields, { timezone: me.timezone, draft });
    if (typeof question === 'string') setFault(question);
    else onAsk(question);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
  };
  return (
    <form className="try-form" aria-label={words.title} onSubmit={submit} noValidate>
      <Field
        label={words.person}
        required
        {...marked(fault === 'person-missing', words.faults['person-missing'])}
      >
        <PersonPicker
          value={fields.asUpn === '' ? null : fields.asUpn}
          name={name}
          onChange={(upn, chosen) => {
            setName(chosen);
            edit({ asUpn: upn ?? '' });
          }}
        />
      </Field>
      <Field label={words.site}>
        <Select
          value={fields.siteId ?? ''}
          onChange={(_, { value }) => edit({ siteId: value === '' ? null : value })}
        >
          <option value="">{words.homeSite}</option>
          {sites.map((site) => (
            <option key={site.id} value={site.id}>
              {site.name}
            </option>
          ))}
        </Select>
      </Field>
      <TimeField
        value={fields.at}
        fault={fault === 'time-unreadable' ? words.faults[fault] : null}
        onChange={(at) => edit({ at })}
      />
      <Field
        label={words.question}
        required
        {...marked(fault === 'text-missing', words.faults['text-missing'])}
      >
        <Textarea
          value={fields.text}
          rows={3}
          maxLength={4_000}
          placeholder={words.questionHint}
          onKeyDown={onKey}
          onChange={(_, { value }) => edit({ text: value })}
        />
      </Field>
      {draft !== null && (
        <div className="try-draft">
          <Checkbox
            label={words.withDraft(draft.content.title)}
            checked={fields.withDraft}
            onChange={(_, { checked }) => edit({ withDraft: checked === true })}
          />
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              forgetDraftToTry();
              setDraft(null);
              edit({ withDraft: false });
            }}
          >
            {words.dropDraft}
          </Button>
        </div>
      )}
      {fault !== null && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{words.faults[fault]}</MessageBarBody>
        </MessageBar>
      )}
      <Button type="submit" appearance="primary" disabledFocusable={isAsking} className="try-ask">
        {isAsking ? words.asking : words.ask}
      </Button>
    </form>
  );
}

function marked(isFaulty: boolean, message: string) {
  return isFaulty ? { validationMessage: message, validationState: 'error' as const } : {};
}
