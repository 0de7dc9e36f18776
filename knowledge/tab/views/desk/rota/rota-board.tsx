import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTab } from '../../../shell/tab-context.ts';
import type { TechnicianInStore } from '../technicians/use-technicians.ts';
import { DayActions } from './day-actions.tsx';
import { PeriodDialog } from './period-dialog.tsx';
import { RotaDays } from './rota-days.tsx';
import { RotaTable } from './rota-table.tsx';
import type { RotaWeek } from './rota-week.ts';

export type Cell = { readonly upn: string; readonly day: string };
/** Opens what can be done with a technician's day, beside the button that was pressed. */
export type OpenCell = (cell: Cell, from: HTMLElement) => void;

type Props = {
  week: RotaWeek;
  today: string;
  /** Empty for whoever may only look. */
  technicians: readonly TechnicianInStore[];
  onChanged: () => void;
};

/** The week as a table, on a phone as a list, and what can be done with one day of one technician. */
export function RotaBoard({ week, today, technicians, onChanged }: Props) {
  const { me } = useTab();
  const isNarrow = useNarrow();
  const [opened, setOpened] = useState<Cell | null>(null);
  const [dialog, setDialog] = useState<Cell | null>(null);
  const from = useRef<HTMLElement | null>(null);
  const open: OpenCell | null = me.looksAfterDesk
    ? (cell, element) => {
        from.current = element;
        setOpened(cell);
      }
    : null;
  // Only when nothing is open any more: until then the page under it takes no focus.
  useEffect(() => {
    if (opened === null && dialog === null) from.current?.focus();
  }, [opened, dialog]);
  const technicianOf = (cell: Cell | null) =>
    technicians.find(({ value }) => value.upn === cell?.upn) ?? null;
  const changed = () => {
    setDialog(null);
    setOpened(null);
    onChanged();
  };
  const openedTechnician = technicianOf(opened);
  const dialogTechnician = technicianOf(dialog);
  const Board = isNarrow ? RotaDays : RotaTable;
  return (
    <>
      <Board week={week} today={today} onOpen={open} />
      {opened !== null && openedTechnician !== null && (
        <DayActions
          technician={openedTechnician}
          day={opened.day}
          hole={week.holes[week.days.indexOf(opened.day)]?.[0] ?? null}
          onClose={() => setOpened(null)}
          onChanged={changed}
          onOther={() => {
            setOpened(null);
            setDialog(opened);
          }}
        />
      )}
      {dialog !== null && dialogTechnician !== null && (
        <PeriodDialog
          technician={dialogTechnician}
          day={dialog.day}
          onClose={() => setDialog(null)}
          onChanged={changed}
        />
      )}
    </>
  );
}

const narrow = '(max-width: 760px)';

function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(narrow);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(narrow).matches,
  );
}
