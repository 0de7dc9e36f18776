import { afterAll, beforeAll } from 'vitest';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { describeBasis } from './describe-basis.ts';
import { describeBatches } from './describe-batches.ts';
import { describeCases } from './describe-cases.ts';
import { describeContractorLines } from './describe-contractor-lines.ts';
import { describeDesk } from './describe-desk.ts';
import { describeEditing } from './describe-editing.ts';
import { describeFresh } from './describe-fresh.ts';
import { describeInsights } from './describe-insights.ts';
import { describeJobs } from './describe-jobs.ts';
import { describeLearning } from './describe-learning.ts';
import { describeMeasures } from './describe-measures.ts';
import { describeModelCalls } from './describe-model-calls.ts';
import { describeOutbox } from './describe-outbox.ts';
import { describePeople } from './describe-people.ts';
import { describeRestart } from './describe-restart.ts';
import { describeRota } from './describe-rota.ts';
import { describeSchema } from './describe-schema.ts';
import { describeTogether } from './describe-together.ts';
import { describeTransactions } from './describe-transactions.ts';
import { describeVectors } from './describe-vectors.ts';
import { describeWaiting } from './describe-waiting.ts';
import { describeWork } from './describe-work.ts';
import type { Engine, Place } from './engine.ts';

/** All that every engine has to keep. */
export function describeStorage(engine: Engine): void {
  let place: Place;
  let opened: OpenStorage;
  beforeAll(async () => {
    place = await engine.newPlace();
    opened = await place.open();
  });
  afterAll(async () => {
    await opened.close();
    await place.remove();
  });
  const current = () => opened;
  describeBasis(current);
  describeBatches(current);
  describeCases(current);
  describeOutbox(current);
  describeTransactions(current);
  describeTogether(current);
  describeContractorLines(current);
  describeWaiting(current);
  describeMeasures(current);
  describeInsights(current);
  describeJobs(engine);
  describeDesk(engine);
  describeEditing(engine);
  describeLearning(engine);
  describeVectors(engine);
  describeModelCalls(engine);
  describeWork(engine);
  describeRota(engine);
  describePeople(engine);
  if (engine.shared) describeFresh(engine);
  describeSchema(engine);
  if (engine.keepsData) describeRestart(engine);
}
