import type { ReceivePorts } from '#bot/conversation/receive-message.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { AroundEditors } from '#bot/web/create-editors.ts';
import type { AppPorts } from './app.ts';
import type { RememberedDesk } from './remember-desk.ts';

/** What the editors' tab shares with the talk. */
export function aroundEditors(
  ports: AppPorts,
  desk: RememberedDesk,
  understanding: Pick<ReceivePorts, 'triage' | 'prepare' | 'wish'>,
): AroundEditors {
  const { teams, production, clock, logger, storage } = ports;
  const { cases, audit } = storage.stores;
  return {
    teams,
    production,
    deskSource: desk.source,
    now: clock.now,
    logger,
    shared: { cases, audit, understanding, chooseResponsible },
  };
}
