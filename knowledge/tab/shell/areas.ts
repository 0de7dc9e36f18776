import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap';
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { ClipboardTaskRegular } from '@fluentui/react-icons/svg/clipboard-task';
import { NoteRegular } from '@fluentui/react-icons/svg/note';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { TabTexts } from '#bot/i18n/tab.ts';
import type { Me } from '#bot/web/api/contract/common-contract.ts';

export type Area = {
  /** The first part of its routes: `#/work/stale` belongs to `work`. */
  readonly id: keyof TabTexts['areas'];
  readonly Icon: ComponentType<{ className?: string }>;
  readonly mayOpen: (me: Me) => boolean;
  readonly View: LazyExoticComponent<ComponentType>;
};

const has = (me: Me, ...roles: readonly Me['roles'][number][]) =>
  roles.some((role) => me.roles.includes(role));

/** The areas in the order of the navigation. The server checks every route itself: this only hides what is not for one. */
export const areas: readonly Area[] = [
  {
    id: 'notes',
    Icon: NoteRegular,
    mayOpen: () => true,
    View: lazy(async () => ({ default: (await import('../views/notes/notes-view.tsx')).NotesView })),
  },
  {
    id: 'work',
    Icon: ClipboardTaskRegular,
    mayOpen: (me) => me.edits || has(me, 'technician'),
    View: lazy(async () => ({ default: (await import('../views/work/work-view.tsx')).WorkView })),
  },
  {
    id: 'try',
    Icon: BeakerRegular,
    mayOpen: (me) => me.edits || has(me, 'dispatcher', 'admin'),
    View: lazy(async () => ({ default: (await import('../views/try/try-view.tsx')).TryView })),
  },
  {
    id: 'desk',
    Icon: BuildingRegular,
    mayOpen: (me) => me.looksAfterDesk || has(me, 'technician'),
    View: lazy(async () => ({ default: (await import('../views/desk/desk-view.tsx')).DeskView })),
  },
  {
    id: 'exchange',
    Icon: ArrowSwapRegular,
    mayOpen: (me) => me.edits || has(me, 'admin'),
    View: lazy(async () => ({ default: (await import('../views/exchange/exchange-view.tsx')).ExchangeView })),
  },
];
