import { z } from 'zod';
import type { Kept, ToKeep, WaitingStore } from '#bot/conversation/crowd/waiting-store.ts';
import { type IncomingMessage, type Press, pressVerbs } from '#bot/conversation/incoming-message.ts';
import { ConversationAddress } from '#bot/reply/address.ts';
import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import { AttachmentName, Instant } from './case-data.ts';
import type { Queryable } from './database.ts';
import { rowOf, rowsOf } from './rows.ts';
import { toJson } from './to-json.ts';

/** Each further message of a line counts as if it had come so long after the one before. */
const apart = '5 seconds';
/** A conversation is told at most once in so long. */
const quiet = '5 minutes';
/** So that nobody answers before the writer could read that it takes a while. */
const rest = '1 second';
const heldFor = '1 minute';
/** Takers that look at the same moment and still find something each: what one has locked the others pass over. */
const takers = 4;

const maybeText = z.string().nullable();
const Message: z.ZodType<IncomingMessage> = z.object({
  id: z.string(),
  address: ConversationAddress,
  from: z.object({ aadObjectId: maybeText, name: z.string() }),
  at: Instant,
  text: z.string(),
  truncated: z.boolean().exactOptional(),
  locale: maybeText,
  attachments: z.array(AttachmentName),
  press: z
    .object({
      verb: z.enum(pressVerbs),
      caseId: maybeText,
      offerId: maybeText,
      reportId: maybeText,
      noteId: maybeText,
      value: maybeText,
      text: maybeText,
    })
    .nullable(),
  revises: z.object({ messageId: z.string(), how: z.enum(['edited', 'deleted']) }).exactOptional(),
  installed: z.boolean(),
  waited: z
    .object({ masked: z.array(z.enum(['password', 'personal-identity-number'])), place: z.string() })
    .exactOptional(),
});

const Answer: z.ZodType<Kept> = z.object({
  outcome: z.enum(['kept', 'known', 'full']),
  tell: z.boolean(),
  language: z.enum(['sv', 'en']).nullable(),
  introduced: z.boolean(),
});
const Answers = z.object({ answers: z.array(Answer) });
const Row = z
  .object({ seq: z.coerce.string(), attempts: z.number(), message: Message })
  .transform(({ seq, attempts, message }) => ({ place: seq, attempt: attempts, message }));
const Place = z.object({ seq: z.coerce.string() });
const Backlog = z.object({ waiting: z.number(), oldest: z.number() });

/** Longer than that nothing is read; what shows that it was longer is kept. */
const longest = 8_001;

/** `mostWaiting`: messages of one conversation that may wait. */
export function createWaitingStore(database: Queryable, mostWaiting = 20): WaitingStore {
  const keep: WaitingStore['keep'] = async (messages) => {
    const rows = toJson(messages.map(toRow));
    const text = 'select keep_for_later($1, $2, $3, $4) as answers';
    return (await rowsOf(Answers, database, text, [rows, mostWaiting, apart, quiet])).flatMap(
      ({ answers }) => answers,
    );
  };
  return {
    keep,
    async keepBeside(message) {
      const [kept] = await keep([message]);
      if (kept === undefined || kept.outcome === 'full') return null;
      const { address, id } = message.message;
      const text = `update waiting_messages set held_until = clock_timestamp() + $4::interval
        where channel = $1 and conversation_id = $2 and activity_id = $3 returning seq`;
      const place = [address.channel, address.conversationId, id];
      return { place: (await rowOf(Place, database, text, [...place, heldFor]))?.seq ?? null };
    },
    take: (most) =>
      rowsOf(
        Row,
        database,
        `with recursive tenants as (
           (select tenant from waiting_messages order by tenant limit 1)
           union all
           select (select w.tenant from waiting_messages w where w.tenant > t.tenant order by w.tenant limit 1)
           from tenants t where t.tenant is not null),
         next as materialized (
           select w.seq, w.turn, w.due from tenants t cross join lateral (
             select w.seq, w.due, row_number() over (order by w.due, w.seq) as turn from waiting_messages w
             where w.tenant = t.tenant and w.held_until <= clock_timestamp()
               and w.kept_at < clock_timestamp() - $2::interval
               and not exists (select from waiting_messages earlier where earlier.channel = w.channel
                 and earlier.conversation_id = w.conversation_id and earlier.seq < w.seq)
             order by w.due, w.seq limit $1 * ${takers}) w),
         due as materialized (
           select w.seq from next join waiting_messages w using (seq)
           where w.held_until <= clock_timestamp()
           order by next.turn, next.due, w.seq limit $1 for update of w skip locked)
         update waiting_messages w set held_until = clock_timestamp() + $3::interval, attempts = attempts + 1
         from due where w.seq = due.seq returning w.seq, w.attempts, w.message`,
        [most, rest, heldFor],
      ),
    async finish(places) {
      await database.query('delete from waiting_messages where seq = any($1::bigint[])', [places]);
    },
    async giveBack(place, seconds) {
      await database.query(
        'update waiting_messages set held_until = clock_timestamp() + make_interval(secs => $2) where seq = $1',
        [place, seconds],
      );
    },
    async isNews({ channel, conversationId }) {
      const { rowCount } = await database.query(
        `insert into waiting_told as told (channel, conversation_id, what, at)
         values ($1, $2, 'full', clock_timestamp())
         on conflict (channel, conversation_id, what) do update set at = excluded.at
         where told.at < clock_timestamp() - $3::interval`,
        [channel, conversationId, quiet],
      );
      return rowCount === 1;
    },
    async backlog() {
      const text = `select count(*)::int as waiting,
        coalesce(extract(epoch from clock_timestamp() - min(kept_at)), 0)::float8 as oldest from waiting_messages`;
      return (await rowOf(Backlog, database, text)) ?? { waiting: 0, oldest: 0 };
    },
    async tidy() {
      await database.query(`delete from waiting_told where at < clock_timestamp() - interval '1 hour'`);
    },
  };
}

/** What is stored is masked, here as everywhere; what was masked is said when it is answered. */
function toRow({ message, line, asks }: ToKeep) {
  const { channel, conversationId } = message.address;
  const { text, masked } = maskSecrets(message.text.slice(0, longest));
  const kept: IncomingMessage = {
    ...message,
    text,
    press: message.press && maskPress(message.press),
    waited: { masked, place: '' },
  };
  return { channel, conversationId, activityId: message.id, line, asks, message: kept };
}

function maskPress(press: Press): Press {
  return { ...press, text: press.text && maskSecrets(press.text.slice(0, longest)).text };
}
