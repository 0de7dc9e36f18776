import { Button } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useEffect, useState } from 'react';
import { addDays, isDay } from '#bot/desk/local-time.ts';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import type { Rota } from '#bot/web/api/contract/desk-contract.ts';
import './rota.css';
import { FailureMessage } from '../../../parts/failure-message.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { hashOf, navigate, useRoute } from '../../../shell/router.ts';
import { useShellWords, useTab, useWords } from '../../../shell/tab-context.ts';
import { useLoad } from '../../../shell/use-load.ts';
import { useTechnicians } from '../technicians/use-technicians.ts';
import { RotaBoard } from './rota-board.tsx';
import { layOutWeek, mondayOf, todayIn, weekNumber, windowOf } from './rota-week.ts';
import { useRotaWords } from './rota-words.ts';

/** The week of all technicians: who works when, who is away, and when nobody is there. */
export function RotaSection() {
  const { client, me } = useTab();
  const shell = useShellWords();
  const words = useWords(tabDeskTexts).rota;
  const today = useToday(me.timezone);
  const wanted = useRoute().query.get('week') ?? '';
  const monday = mondayOf(isDay(wanted) ? wanted : today);
  const window = windowOf(monday, me.timezone);
  const rota = useLoad<Rota>(`rota ${monday}`, (signal) =>
    client.get('/desk/rota', { query: window, signal }),
  );
  const technicians = useTechnicians(me.looksAfterDesk);
  const reload = () => {
    rota.reload();
    technicians.reload();
  };
  const known = (technicians.value ?? []).map(({ value }) => value);
  return (
    <section className="desk-section" aria-label={words.calendar(weekNumber(monday))}>
      <WeekTools monday={monday} today={today} />
      {technicians.failure !== null && (
        <FailureMessage words={shell} failure={technicians.failure} onRetry={technicians.reload} />
      )}
      <Loading of={rota}>
        {(value) => (
          <>
            <p className={value.holes.length > 0 ? 'rota-holes' : undefined} role="status">
              {words.holes(value.holes.length)}
            </p>
            <RotaBoard
              key={monday}
              week={layOutWeek(value, known, monday, me.timezone)}
              today={today}
              technicians={technicians.value ?? []}
              onChanged={reload}
            />
          </>
        )}
      </Loading>
      {!me.looksAfterDesk && <p className="muted">{words.readOnly}</p>}
    </section>
  );
}

function WeekTools({ monday, today }: { monday: string; today: string }) {
  const words = useWords(tabDeskTexts).rota;
  const { days } = useRotaWords();
  const go = (week: string) => navigate(hashOf('/desk/rota', { week }));
  return (
    <div className="rota-tools">
      <Button
        icon={<ChevronLeftRegular />}
        aria-label={words.previous}
        onClick={() => go(addDays(monday, -7))}
      />
      <div aria-live="polite">
        <h2>{words.week(weekNumber(monday))}</h2>
        <small>{days(monday, addDays(monday, 6))}</small>
      </div>
      <Button icon={<ChevronRightRegular />} aria-label={words.next} onClick={() => go(addDays(monday, 7))} />
      <Button
        appearance="subtle"
        disabledFocusable={mondayOf(today) === monday}
        onClick={() => go(mondayOf(today))}
      >
        {words.thisWeek}
      </Button>
    </div>
  );
}

/** Today in the desk's zone; a tab that stands open overnight follows. */
function useToday(timezone: string): string {
  const [today, setToday] = useState(() => todayIn(new Date(), timezone));
  useEffect(() => {
    const timer = setInterval(() => setToday(todayIn(new Date(), timezone)), 60_000);
    return () => clearInterval(timer);
  }, [timezone]);
  return today;
}
