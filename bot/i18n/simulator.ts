import type { ReplyLanguage } from '#bot/reply/reply.ts';

/**
 * The words of the simulator's page. `{name}` and the like are filled in by the page. What Vaktis itself says
 * is in the other files here.
 */
export type SimulatorTexts = typeof sv;

const sv = {
  page: {
    title: 'Vaktis – prova på den här datorn',
    name: 'Vaktis',
    tagline: 'Prova som om du vore i Teams. Allt stannar på den här datorn.',
    skip: 'Hoppa till samtalet',
    language: 'Språk',
    clock: 'Botens klocka',
    choices: {
      now: 'Nu',
      weekday: 'En vardag kl. 10',
      night: 'I natt kl. 2',
      holiday: 'En helgdag kl. 11',
    },
    sides: 'Vem du ser',
    disconnected: 'Kontakten med servern är bruten. Försöker igen …',
  },
  sides: {
    staff: { title: 'Personal' },
    technician: { title: 'Tekniker' },
  },
  picker: {
    label: 'Vem är du?',
    placeholder: 'Sök namn, roll eller plats',
    none: 'Ingen heter eller arbetar så. Prova ett annat ord.',
    more: '{shown} av {total} personer visas. Skriv mer för att hitta fler.',
    found: '{total} personer',
    unlisted: 'Finns inte på deskens lista',
    caseHandler: 'Tar ärenden',
    noSite: 'Ingen hemmaplats',
  },
  installed: {
    label: 'Appen är installerad',
    off: 'Appen är inte installerad. Vaktis kan inte nå {name} i Teams.',
  },
  chat: {
    log: 'Samtal mellan {name} och Vaktis',
    empty: {
      staff: 'Skriv vad som krånglar, som du skulle säga det till en kollega.',
      technician: 'När Vaktis lämnar över ett ärende kommer det hit.',
    },
    bot: 'Vaktis',
    you: 'Du',
    typing: 'Vaktis skriver',
    updated: 'Uppdaterat',
    attached: 'Bifogat: {name}',
    cardLabel: 'Kort från Vaktis',
    unknownCard: 'Kortet går inte att visa.',
    newMessage: 'Nytt till {name}',
    unread: '{count} nya',
  },
  composer: {
    label: 'Meddelande till Vaktis',
    placeholder: 'Skriv ett meddelande',
    send: 'Skicka',
    attach: 'Bifoga en låtsad skärmbild',
    attachmentName: 'skärmbild.png',
    detach: 'Ta bort bilagan {name}',
    examples: 'Prova till exempel',
  },
  examples: {
    staff: ['Projektorn är svart', 'Jag har glömt mitt lösenord', 'Jag vill prata med en människa'],
    technician: ['Mina ärenden', 'Hjälp'],
  },
  notices: {
    refusedTitle: 'Teams hade sagt nej ({status} {code})',
    refused: {
      MessageSizeTooBig: 'Botens meddelande är för stort.',
      TextWithAttachment:
        'Text och kort i samma meddelande delas i två, och då kan kortet aldrig uppdateras.',
      BotNotInConversationRoster: 'Appen är inte installerad för den här personen.',
      ConversationNotFound: 'Samtalet finns inte.',
      ActivityNotFound: 'Meddelandet finns inte.',
      BadSyntax: 'Meddelandet följer inte det dokumenterade formatet.',
    },
    notDelivered: 'Boten svarade {status}. I Teams hade du sett ”Kunde inte skicka”.',
    noAnswer: 'Boten svarade inte i tid. I Teams hade meddelandet skickats igen.',
    pressFailed: 'Något gick fel. Försök igen.',
  },
};

const en: SimulatorTexts = {
  page: {
    title: 'Vaktis – try it on this computer',
    name: 'Vaktis',
    tagline: 'Try it as if you were in Teams. Everything stays on this computer.',
    skip: 'Skip to the conversation',
    language: 'Language',
    clock: 'The bot’s clock',
    choices: {
      now: 'Now',
      weekday: 'A weekday at 10',
      night: 'Tonight at 2',
      holiday: 'A public holiday at 11',
    },
    sides: 'Whom you see',
    disconnected: 'The connection to the server is broken. Trying again …',
  },
  sides: {
    staff: { title: 'Staff' },
    technician: { title: 'Technician' },
  },
  picker: {
    label: 'Who are you?',
    placeholder: 'Search for a name, a role or a site',
    none: 'Nobody by that name, role or site. Try another word.',
    more: '{shown} of {total} people shown. Type more to find others.',
    found: '{total} people',
    unlisted: 'Not on the desk’s list',
    caseHandler: 'Takes cases',
    noSite: 'No home site',
  },
  installed: {
    label: 'The app is installed',
    off: 'The app is not installed. Vaktis cannot reach {name} in Teams.',
  },
  chat: {
    log: 'Conversation between {name} and Vaktis',
    empty: {
      staff: 'Write what is wrong, as you would say it to a colleague.',
      technician: 'When Vaktis hands over a case it comes here.',
    },
    bot: 'Vaktis',
    you: 'You',
    typing: 'Vaktis is writing',
    updated: 'Updated',
    attached: 'Attached: {name}',
    cardLabel: 'Card from Vaktis',
    unknownCard: 'The card cannot be shown.',
    newMessage: 'New for {name}',
    unread: '{count} new',
  },
  composer: {
    label: 'Message to Vaktis',
    placeholder: 'Write a message',
    send: 'Send',
    attach: 'Attach a pretended screenshot',
    attachmentName: 'screenshot.png',
    detach: 'Remove the attachment {name}',
    examples: 'Try for instance',
  },
  examples: {
    staff: ['The projector is black', 'I have forgotten my password', 'I want to talk to a person'],
    technician: ['My cases', 'Help'],
  },
  notices: {
    refusedTitle: 'Teams would have said no ({status} {code})',
    refused: {
      MessageSizeTooBig: 'The bot’s message is too large.',
      TextWithAttachment:
        'Text and a card in one message are split in two, and then the card can never be updated.',
      BotNotInConversationRoster: 'The app is not installed for this person.',
      ConversationNotFound: 'The conversation does not exist.',
      ActivityNotFound: 'The message does not exist.',
      BadSyntax: 'The message does not follow the documented format.',
    },
    notDelivered: 'The bot answered {status}. In Teams you would have seen “Failed to send”.',
    noAnswer: 'The bot did not answer in time. In Teams the message would have been sent again.',
    pressFailed: 'Something went wrong. Try again.',
  },
};

export const simulatorTexts: Readonly<Record<ReplyLanguage, SimulatorTexts>> = { sv, en };
