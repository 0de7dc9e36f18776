import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { Modal } from '../../../parts/modal.tsx';
import { useShellWords, useWords } from '../../../shell/tab-context.ts';
import type { TechnicianInStore } from '../technicians/use-technicians.ts';
import { type PeriodFault, type PeriodFields, readPeriod } from './rota-change.ts';
import { useSaveChange } from './use-save-change.ts';

type Props = { technician: TechnicianInStore; day: string; onClose: () => void; onChanged: () => void };

/** Any other time: several days, clock times, with a reason. */
export function PeriodDialog({ technician, day, onClose, onChanged }: Props) {
  const shell = useShellWords();
  const words = useWords(tabDeskTexts).rota.period;
  const [kind, setKind] = useState<'absence' | 'shift'>('absence');
  const [fields, setFields] = useState<PeriodFields>({ fromDay: day, toDay: day, fromTime: '', toTime: '' });
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<PeriodFault | null>(null);
  const { save, isSaving, problem } = useSaveChange(technician);
  const edit = (change: Partial<PeriodFields>) => setFields((before) => ({ ...before, ...change }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const period = readPeriod(fields);
    if (typeof period === 'string') return setFault(period);
    setFault(null);
    const why = reason.trim() === '' ? null : reason.trim();
    const change =
      kind === 'absence'
        ? { kind: 'away' as const, period: { ...period, reason: why } }
        : { kind: 'works' as const, period };
    if (await save(change)) onChanged();
  };
  return (
    <Modal
      isOpen
      title={words.title(technician.value.name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button type="submit" form="rota-period" appearance="primary" disabledFocusable={isSaving}>
            {words.save}
          </Button>
        </>
      }
    >
      <form id="rota-period" className="rota-period" onSubmit={(event) => void submit(event)} noValidate>
        <Field label={words.kind}>
          <RadioGroup
            layout="horizontal"
            value={kind}
            onChange={(_, { value }) => setKind(value === 'shift' ? 'shift' : 'absence')}
          >
            <Radio value="absence" label={words.absence} />
            <Radio value="shift" label={words.shift} />
          </RadioGroup>
        </Field>
        <TimeFields fields={fields} edit={edit} />
        {kind === 'absence' && (
          <Field label={words.reason}>
            <Input value={reason} maxLength={200} onChange={(_, { value }) => setReason(value)} />
          </Field>
        )}
        {(fault !== null || problem !== null) && (
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody>{fault === null ? problem : words.faults[fault]}</MessageBarBody>
          </MessageBar>
        )}
      </form>
    </Modal>
  );
}

type TimeProps = { fields: PeriodFields; edit: (change: Partial<PeriodFields>) => void };

function TimeFields({ fields, edit }: TimeProps) {
  const words = useWords(tabDeskTexts).rota.period;
  const one = (label: string, type: 'date' | 'time', name: keyof PeriodFields, hint?: string) => (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <Input type={type} value={fields[name]} onChange={(_, { value }) => edit({ [name]: value })} />
    </Field>
  );
  return (
    <div className="rota-times">
      {one(words.fromDay, 'date', 'fromDay')}
      {one(words.fromTime, 'time', 'fromTime', words.timeHint)}
      {one(words.toDay, 'date', 'toDay')}
      {one(words.toTime, 'time', 'toTime')}
    </div>
  );
}
