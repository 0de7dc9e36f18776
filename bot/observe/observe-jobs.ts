import type { Deliverer } from '#bot/jobs/create-deliverer.ts';
import type { JobHandlers } from '#bot/jobs/create-job-handlers.ts';
import { beginTrail, onTrail } from '#bot/trail.ts';
import { idsOf } from './ids-of.ts';
import type { Observer } from './observer.ts';
import { spanned } from './tracing.ts';

/** The same jobs, each counted, told of in one line of the log, and traced. */
export function observeJobs(observer: Observer, handlers: JobHandlers): JobHandlers {
  return {
    deliver: watch(observer, 'deliver', handlers.deliver),
    escalate: watch(observer, 'escalate', handlers.escalate),
    offer: watch(observer, 'offer', handlers.offer),
    'send-to-contractor': watch(observer, 'send-to-contractor', handlers['send-to-contractor']),
    'contractor-line': watch(observer, 'contractor-line', handlers['contractor-line']),
    'follow-contractor': watch(observer, 'follow-contractor', handlers['follow-contractor']),
    alert: watch(observer, 'alert', handlers.alert),
    watch: watch(observer, 'watch', handlers.watch),
    daily: watch(observer, 'daily', handlers.daily),
    close: watch(observer, 'close', handlers.close),
    summarise: watch(observer, 'summarise', handlers.summarise),
  };
}

function watch<Data extends object>(
  { tracing, measures, logger }: Observer,
  job: string,
  handle: (data: Data) => Promise<void>,
): (data: Data) => Promise<void> {
  const counted = async (data: Data) => {
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1_000;
    try {
      await handle(data);
      measures.worked(job, 'done', seconds());
      logger.info({ job, ...idsOf(data), ms: Math.round(seconds() * 1_000) }, 'job');
    } catch (error) {
      measures.worked(job, 'failed', seconds());
      throw error;
    }
  };
  return (data) => spanned(tracing, { name: `job ${job}`, kind: 'consumer' }, () => counted(data));
}

/** The same; what goes round by itself is a trail of its own each time. */
export function observeSweep(deliverer: Deliverer, newId: () => string): Deliverer {
  const onOwnTrail = (sweep: () => Promise<void>) => () => onTrail(beginTrail({ id: newId() }), sweep);
  return {
    ...deliverer,
    sweep: onOwnTrail(deliverer.sweep),
    sweepWhenDue: onOwnTrail(deliverer.sweepWhenDue),
  };
}
