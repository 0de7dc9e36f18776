import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { Modal } from '../../../parts/modal.tsx';
import { useShellWords, useTab, useWords } from '../../../shell/tab-context.ts';
import type { TechnicianInStore } from '../technicians/use-technicians.ts';
import { periodsOn, quickAbsences, quickShift, type RotaChange } from './rota-change.ts';
import type { RotaBar } from './rota-week.ts';
import { useRotaWords } from './rota-words.ts';
import { useSaveChange } from './use-save-change.ts';

type Props = {
  technician: TechnicianInStore;
  day: string;
  /** A stretch of that day in which nobody works: an extra shift fills it. */
  hole: RotaBar | null;
  onClose: () => void;
  onChanged: () => void;
  onOther: () => void;
};

/** The second press: away, an extra shift, or take away what was added. */
export function DayActions({ technician, day, hole, onClose, onChanged, onOther }: Props) {
  const { me } = useTab();
  const words = useWords(tabDeskTexts).rota;
  const say = useRotaWords();
  const shell = useShellWords();
  const { save, isSaving, problem } = useSaveChange(technician);
  const go = async (change: RotaChange) => {
    if (await save(change)) onChanged();
  };
  const away = quickAbsences(day);
  const shift = quickShift(day, hole);
  const added = periodsOn(technician.value, day, me.timezone);
  const quick: readonly { text: string; change: RotaChange }[] = [
    { text: words.away, change: { kind: 'away', period: { ...away.day, reason: null } } },
    { text: words.awayMorning, change: { kind: 'away', period: { ...away.morning, reason: null } } },
    { text: words.awayAfternoon, change: { kind: 'away', period: { ...away.afternoon, reason: null } } },
    {
      text: words.extra(say.clock(hole ?? { from: 480, to: 960 })),
      change: { kind: 'works', period: shift },
    },
  ];
  return (
    <Modal
      isOpen
      title={`${technician.value.name}, ${say.longDay(day)}`}
      onClose={onClose}
      actions={<Button onClick={onClose}>{shell.cancel}</Button>}
    >
      <div className="rota-actions">
        {problem !== null && (
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody>{problem}</MessageBarBody>
          </MessageBar>
        )}
        {quick.map(({ text, change }) => (
          <Button key={text} disabledFocusable={isSaving} onClick={() => void go(change)}>
            {text}
          </Button>
        ))}
        {added.map(({ list, reason, ...period }) => (
          <Button
            key={`${list} ${period.from} ${period.to}`}
            appearance="outline"
            disabledFocusable={isSaving}
            onClick={() => void go({ kind: 'remove', list, period })}
          >
            {words.remove(
              `${words.kinds[list === 'absences' ? 'absence' : 'shift']} ${say.period(period)}${reason === null ? '' : ` (${reason})`}`,
            )}
          </Button>
        ))}
        <Button appearance="subtle" onClick={onOther}>
          {words.otherTime}
        </Button>
      </div>
    </Modal>
  );
}
