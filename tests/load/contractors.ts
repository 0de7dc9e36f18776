import { type Helpdesk, startHelpdesk } from '../support/helpdesks/helpdesk.ts';
import { vendors } from '../support/helpdesks/vendors.ts';

/** One contractor whose system is on this machine. */
export type TownContractor = {
  readonly id: string;
  /** As desk.yaml names it, in one line. */
  readonly yaml: string;
  readonly helpdesk: Helpdesk;
};

const kinds = ['servicenow', 'zammad', 'topdesk'] as const;

/** Three of them, each with another system. */
export async function startContractors(): Promise<TownContractor[]> {
  return Promise.all(
    kinds.map(async (kind) => {
      const vendor = vendors.find((one) => one.kind === kind);
      if (vendor === undefined) throw new Error(`There is no stand-in for ${kind}.`);
      const helpdesk = await startHelpdesk(vendor.api(), () => new Date());
      const settings = { url: helpdesk.url, ...vendor.settings };
      const yaml = JSON.stringify({
        id: kind,
        name: `Leverantör ${kind}`,
        connector: kind,
        withhold: ['alarm_code'],
        ...settings,
      });
      return { id: kind, yaml, helpdesk };
    }),
  );
}

/** What signs us in there. */
export function accessTo(contractors: readonly TownContractor[]): Record<string, string> {
  return Object.fromEntries(
    contractors.flatMap(({ id }) => {
      const name = `VAKTIS_CONTRACTOR_${id.toUpperCase().replaceAll('-', '_')}`;
      return [
        [`${name}_USER`, 'vaktis'],
        [`${name}_SECRET`, 'not-a-real-one'],
      ];
    }),
  );
}

/** Tickets that stand there, and those that stand there twice. */
export function countTickets(contractors: readonly TownContractor[]): { tickets: number; twice: number } {
  const references = contractors.flatMap(({ helpdesk }) =>
    helpdesk.tickets.map(({ title, reference }) => reference || (/VK-\d+/.exec(title)?.[0] ?? title)),
  );
  return { tickets: references.length, twice: references.length - new Set(references).size };
}
