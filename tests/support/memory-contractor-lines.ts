import type {
  ContractorBlock,
  ContractorLineStore,
  UnderWay,
  WaitingCase,
} from '#bot/handoff/contractor-line.ts';

export type MemoryLines = {
  readonly contractorWaiting: Map<string, WaitingCase>;
  readonly contractorBlocks: Map<string, ContractorBlock>;
};

type Holder = { holder: string; until: Date; underWay: UnderWay | null };

/** ContractorLineStore over maps, with the promises of the real one. */
export function createMemoryContractorLines({
  contractorWaiting: waiting,
  contractorBlocks: blocks,
}: MemoryLines): ContractorLineStore {
  const holders = new Map<string, Holder>();
  const inLine = (contractorId: string) =>
    [...waiting.values()]
      .filter((item) => item.contractorId === contractorId)
      .sort(
        (a, b) =>
          a.openedAt.getTime() - b.openedAt.getTime() ||
          Number(a.number.slice(3)) - Number(b.number.slice(3)),
      );
  return {
    async join(item) {
      if (waiting.get(item.caseId)?.contractorId === item.contractorId) return;
      waiting.set(item.caseId, { ...item, notBefore: null, requesterTold: false });
    },
    leave: async (caseId) => void waiting.delete(caseId),
    async putOff(caseId, notBefore) {
      const known = waiting.get(caseId);
      if (known) waiting.set(caseId, { ...known, notBefore });
    },
    async tellsRequester(caseId) {
      const known = waiting.get(caseId);
      if (known === undefined || known.requesterTold) return false;
      waiting.set(caseId, { ...known, requesterTold: true });
      return true;
    },
    waiting: async (contractorId) => inLine(contractorId),
    next: async ({ contractorId, at, except }) =>
      inLine(contractorId).find(
        ({ caseId, notBefore }) => !except.includes(caseId) && (notBefore === null || notBefore <= at),
      ) ?? null,
    async claim({ contractorId, holder, at, until }) {
      const known = holders.get(contractorId);
      if (known !== undefined && known.until > at) return null;
      holders.set(contractorId, { holder, until, underWay: null });
      return { leftBehind: known?.underWay ?? null };
    },
    async hold({ contractorId, holder, until, underWay }) {
      if (holders.get(contractorId)?.holder !== holder) return false;
      holders.set(contractorId, { holder, until, underWay });
      return true;
    },
    async release(contractorId, holder) {
      if (holders.get(contractorId)?.holder === holder) holders.delete(contractorId);
    },
    async abandon(contractorId, holder) {
      const known = holders.get(contractorId);
      if (known?.holder === holder) holders.set(contractorId, { ...known, holder: '', until: new Date(0) });
    },
    block: async (contractorId) => blocks.get(contractorId) ?? null,
    saveBlock: async (block) => void blocks.set(block.contractorId, block),
    async tellsDispatchers(contractorId, at) {
      const known = blocks.get(contractorId);
      if (known === undefined || known.dispatchersToldAt !== null) return false;
      blocks.set(contractorId, { ...known, dispatchersToldAt: at });
      return true;
    },
    clearBlock: async (contractorId) => void blocks.delete(contractorId),
    async summaries() {
      const ids = new Set([...blocks.keys(), ...[...waiting.values()].map((item) => item.contractorId)]);
      return [...ids].sort().map((contractorId) => {
        const line = inLine(contractorId).toSorted((a, b) => a.since.getTime() - b.since.getTime());
        return {
          contractorId,
          blocked: blocks.get(contractorId)?.why ?? null,
          waiting: line.length,
          oldest: line[0]?.since ?? null,
        };
      });
    },
  };
}
