import type { Heard } from './hear.ts';
import {
  botQuestionWords,
  courtesyWords,
  helpWords,
  thanksCompany,
  thanksWords,
  whoIsTechnicianWords,
} from './lexicon/talk-words.ts';
import { wordsOf } from './text/fold.ts';
import { matches, type Patterns, without } from './text/patterns.ts';
import type { Intent } from './triage-result.ts';

/** What the message is, before what it is about: only a message that is nothing else is a greeting or thanks. */
export function findIntent(heard: Heard): Intent {
  if (matches(heard.line, whoIsTechnicianWords)) return 'who-is-technician';
  if (matches(heard.line, thanksWords) && isOnly(heard.line, [thanksWords, thanksCompany, courtesyWords])) {
    return 'thanks';
  }
  if (matches(heard.line, courtesyWords) && isOnly(heard.line, [courtesyWords])) return 'greeting';
  if (isOnly(heard.line, [helpWords, courtesyWords]) && matches(heard.line, helpWords)) return 'help';
  if (matches(heard.line, botQuestionWords) && wordsOf(heard.line).length <= shortQuestion) return 'help';
  return 'report';
}

/** A longer message asks it only in passing. */
const shortQuestion = 10;

function isOnly(line: string, sets: readonly Patterns[]): boolean {
  const rest = sets.reduce((left, set) => without(left, set), line);
  return wordsOf(rest).length === 0;
}
