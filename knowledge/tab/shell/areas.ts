import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap';
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { ClipboardTaskRegular } from '@fluentui/react-icons/svg/clipboard-task';
import { DataTrendingRegular } from '@fluentui/react-icons/svg/data-trending';
import { NoteRegular } from '@fluentui/react-icons/svg/note';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { TabTexts } from '#bot/i18n/tab.ts';
import type { Me } from '#bot/web/api/contract/common-contract.ts';
import type { Route } from './router.ts';

export type Area = {
  /** The first part of its routes: `#/work/stale` belongs to `work`. */
  readonly id: keyof TabTexts['areas'];
  readonly Icon: ComponentType<{ className?: string }>;
  readonly mayOpen: (me: Me) => boolean;
  /** Fetches its code; once is enough. */
  readonly load: () => Promise<{ default: ComponentType }>;
  readonly View: LazyExoticComponent<ComponentType>;
};

const has = (me: Me, ...roles: readonly Me['roles'][number][]) =>
  roles.some((role) => me.roles.includes(role));

function area(
  id: Area['id'],
  Icon: Area['Icon'],
  mayOpen: Area['mayOpen'],
  fetchView: () => Promise<ComponentType>,
): Area {
  const load = async () => ({ default: await fetchView() });
  return { id, Icon, mayOpen, load, View: lazy(load) };
}

/** The areas in the order of the navigation. The server checks every route itself: this only hides what is not for one. */
export const areas: readonly Area[] = [
  area(
    'notes',
    NoteRegular,
    () => true,
    async () => (await import('../views/notes/notes-view.tsx')).NotesView,
  ),
  area(
    'work',
    ClipboardTaskRegular,
    (me) => me.edits || has(me, 'technician'),
    async () => (await import('../views/work/work-view.tsx')).WorkView,
  ),
  area(
    'try',
    BeakerRegular,
    (me) => me.edits || has(me, 'dispatcher', 'admin'),
    async () => (await import('../views/try/try-view.tsx')).TryView,
  ),
  area(
    'insights',
    DataTrendingRegular,
    (me) => me.seesInsights ?? false,
    async () => (await import('../views/insights/insights-view.tsx')).InsightsView,
  ),
  area(
    'desk',
    BuildingRegular,
    (me) => me.looksAfterDesk || has(me, 'technician'),
    async () => (await import('../views/desk/desk-view.tsx')).DeskView,
  ),
  area(
    'exchange',
    ArrowSwapRegular,
    (me) => me.edits || has(me, 'admin'),
    async () => (await import('../views/exchange/exchange-view.tsx')).ExchangeView,
  ),
];

/** The area that an address names; the notes when it names none. */
export function areaOf(route: Route): Area | null {
  const id = route.parts[0] ?? 'notes';
  return areas.find((one) => one.id === id) ?? null;
}
