/** One talk in the order in which it is said; each message waits for the reply to the one before. */
export type Episode = readonly Said[];
export type Said = {
  /** For the table of what each kind costs. */
  readonly kind: string;
  readonly text: string;
  /** How many messages the person gets for it. */
  readonly replies: number;
  /** How many more come by themselves, whenever that is: the contractor's answer. */
  readonly later: number;
};

const say = (kind: string, text: string, later = 0): Said => ({ kind, text, replies: 1, later });

/**
 * What a working day brings, about one hand-off in six messages: advice that helps, advice that does not, a
 * question back, something that is not IT, a wish for a person, small talk, English.
 */
export const episodes: readonly Episode[] = [
  [say('answer', 'Hej! Projektorn i lekhallen på Solrosen är svart'), say('solved', 'Det löste sig, tack!')],
  [
    say('answer', 'skrivaren på Granen skriver inte ut, barnens lappar ska hem idag'),
    say('not solved', 'det hjälpte inte'),
    say('solved', 'nu fungerar det, tack'),
  ],
  [say('answer', 'Hur lägger jag till skrivaren på Ekskolan?'), say('thanks', 'Tack så mycket')],
  [say('vague', 'Det fungerar inte'), say('answer', 'skrivaren på Blåklockan'), say('thanks', 'tack')],
  [say('not IT', 'Diskmaskinen läcker i köket på Tomtebo'), say('thanks', 'ok tack')],
  [
    say('answer', 'wifi är jättesegt i paviljongen på Tomtebo sen i morse'),
    say('person', 'jag vill prata med en människa'),
    say('status', 'hur går det med mitt ärende?'),
    say('cancel', 'avbryt ärendet, det behövs inte längre'),
  ],
  [say('greeting', 'Hej'), say('answer', 'datorn i personalrummet på Vitsippan startar inte')],
  [say('who', 'vem är vår tekniker?'), say('help', 'hjälp')],
  [
    say('answer', 'The projector at Sjövikskolan says no signal, my class is waiting'),
    say('solved', 'It works now, thank you'),
  ],
  [
    say('hand-off', 'Skärmen på datorn i arbetsrummet på Bävern är sprucken'),
    say('detail', 'glömde säga att det är den vita datorn'),
    say('cancel', 'avbryt ärendet'),
  ],
  [say('answer', 'Hur ansluter jag till skrivaren på biblioteket?'), say('steps', 'visa alla steg')],
  // To the contractor: its answer comes when it comes, so nothing more is said here.
  [say('person', 'Kan någon ringa mig om datorn på Linden?', 1)],
];
