/** What a measured server tells the process that measures it. */
export type ChildFigures = {
  /** Megabytes (10^6) resident. */
  readonly residentMb: number;
  /** Seconds of processor time since the start, all threads. */
  readonly cpuSeconds: number;
  /** Sent to the database since the start; 0 for those that have none. */
  readonly statements: number;
  /** The outbox: rows by status, for those that write one. */
  readonly deliveries: Readonly<Record<string, number>>;
};

/** In the child: says where it listens, and answers until it is told to stop. */
export function serveParent(
  url: string,
  database: { countDeliveries(): Promise<Record<string, number>>; statements(): number } | null,
  stop: () => Promise<void>,
): void {
  process.on('message', async (asked) => {
    if (asked === 'figures') process.send?.(await figures(database));
    if (asked !== 'stop') return;
    await stop();
    process.exit(0);
  });
  // A parent that died takes its children along.
  process.on('disconnect', () => process.exit(1));
  process.send?.({ url });
}

async function figures(database: Parameters<typeof serveParent>[1]): Promise<ChildFigures> {
  const { user, system } = process.cpuUsage();
  return {
    residentMb: Math.round(process.memoryUsage.rss() / 1e6),
    cpuSeconds: (user + system) / 1e6,
    statements: database?.statements() ?? 0,
    deliveries: (await database?.countDeliveries()) ?? {},
  };
}
