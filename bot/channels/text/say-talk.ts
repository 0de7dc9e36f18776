import type { Speaker } from '#bot/i18n/speaker.ts';
import type { AskOption } from '#bot/reply/reply.ts';
import { clip } from './clip.ts';
import type { ReplyOf } from './reply-of.ts';
import { bullet, capitalise, firstName, type Said, said } from './said.ts';

/** With the introduction before it, the greeting has been said already. */
export function sayGreeting(reply: ReplyOf<'greeting'>, { say }: Speaker, introduced: boolean): Said {
  const hello = introduced ? [] : [say.talk.greeting(firstName(reply.name))];
  return said(null, [[...hello, say.talk.howCanIHelp].join(' ')]);
}

export function sayHelp({ say }: Speaker): Said {
  return said(say.talk.helpTitle, say.talk.help.map(bullet), [say.talk.askForPerson]);
}

export function sayAsk(reply: ReplyOf<'ask'>, speaker: Speaker): Said {
  const { ask, askForPerson, askInText } = speaker.say.talk;
  const options = reply.options.map((option) => bullet(optionLabel(option, reply.about, speaker)));
  const end = options.length > 0 ? askInText[reply.about] : askForPerson;
  return said(ask[reply.about], [], [...options, end]);
}

/** Sites bring their name; what it is about comes as a category id. */
export function optionLabel(option: AskOption, about: ReplyOf<'ask'>['about'], { say }: Speaker): string {
  if (about === 'site') return option.label;
  const known: Readonly<Record<string, string>> = say.words.category;
  return capitalise(known[option.label] ?? option.label);
}

export function saySiteNoted(reply: ReplyOf<'site-noted'>, { say }: Speaker): Said {
  return said(null, [(reply.forToday ? say.talk.siteToday : say.talk.siteNoted)(reply.siteName)]);
}

export function sayMasked(reply: ReplyOf<'masked'>, { say }: Speaker): Said {
  const sentences = { password: say.talk.maskedPassword, 'personal-identity-number': say.talk.maskedNumber };
  return said(
    null,
    reply.what.map((kind) => sentences[kind]),
  );
}

export function saySeveralProblems(reply: ReplyOf<'several-problems'>, { say }: Speaker): Said {
  const titles = reply.titles.slice(0, 10).map((title) => clip(title, 200, say.talk.shortened));
  return said(say.talk.severalProblems, titles.map(bullet));
}

export function sayAlreadyHandled({ say }: Speaker): Said {
  return said(null, [`${say.talk.alreadyHandled} ${say.talk.writeIfNeeded}`, say.talk.askForPerson]);
}

export function sayAttachmentsLost({ names }: ReplyOf<'attachments-lost'>, { say }: Speaker): Said {
  return said(null, [say.talk.attachmentsLost(names.length), ...names.slice(0, 10).map(bullet)]);
}

export function sayPrivateMatter({ moved }: ReplyOf<'private-matter'>, { say }: Speaker): Said {
  return said(null, [moved ? say.talk.privateMatter.moved : say.talk.privateMatter.writeAlone]);
}

export function sayWelcome(reply: ReplyOf<'welcome'>, { say }: Speaker): Said {
  const { welcome } = say.talk;
  const more = {
    staff: welcome.staffMore,
    technician: welcome.technicianMore,
    dispatcher: welcome.dispatcherMore,
    group: welcome.groupMore,
  };
  return said(null, [welcome[reply.role](reply.deskName), ...more[reply.role].map(bullet)]);
}

export function sayProblem(reply: ReplyOf<'problem'>, { say }: Speaker): Said {
  const reference = reply.reason === 'failed' ? [say.talk.reference(reply.reference)] : [];
  return said(null, [say.talk.problem[reply.reason], ...reference, say.talk.askForPerson]);
}
