import type {
  CardJson,
  Chat,
  ChatEvent,
  ClockChoice,
  ClockView,
  Explanation,
  ExtensionAnswer,
  LoggedRefusal,
  PeoplePage,
  PressResult,
  SentMessage,
  SentPress,
  SimulatedPerson,
  Trial,
} from '../chat.ts';
import type { ReplyLanguage, SimulatorTexts } from './texts.ts';

/** What the page asks its server. Both are of one house and one version, so answers are taken as their types say. */
export const api = {
  texts: (language: ReplyLanguage): Promise<SimulatorTexts> => call('GET', `/texts/${language}`),
  clock: (): Promise<ClockView> => call('GET', '/clock'),
  setClock: (choice: ClockChoice): Promise<ClockView> => call('PUT', '/clock', { choice }),
  forward: (minutes: number): Promise<ClockView> => call('POST', '/clock/forward', { minutes }),
  refusals: (): Promise<LoggedRefusal[]> => call('GET', '/refusals'),
  /** Null: not known any more. */
  explain: (language: ReplyLanguage, activityId: string): Promise<Explanation | null> =>
    call('GET', `/explanations/${language}/${encodeURIComponent(activityId)}`).catch(() => null),
  people: (words: string, side: string): Promise<PeoplePage> =>
    call('GET', `/people?${new URLSearchParams({ words, side })}`),
  person: (id: string): Promise<SimulatedPerson> => call('GET', `/people/${id}`),
  open: (id: string, language: ReplyLanguage): Promise<Chat> =>
    call('POST', `/people/${id}/open`, { language }),
  say: (id: string, message: SentMessage): Promise<object> => call('POST', `/people/${id}/messages`, message),
  press: (id: string, press: SentPress): Promise<PressResult> => call('POST', `/people/${id}/presses`, press),
  extension: (id: string, wish: object, language: ReplyLanguage): Promise<ExtensionAnswer> =>
    call('POST', `/people/${id}/extension`, { wish, language }),
  insert: (id: string, card: CardJson): Promise<object> => call('POST', `/people/${id}/inserted`, { card }),
  setInstalled: (id: string, installed: boolean, language: ReplyLanguage): Promise<object> =>
    call('PUT', `/people/${id}/installed`, { installed, language }),
  setOnline: (id: string, online: boolean): Promise<object> =>
    call('PUT', `/people/${id}/online`, { online }),
  /** The last message or press once more; `done` is false when there is none. */
  deliverAgain: (id: string): Promise<{ done: boolean }> => call('POST', `/people/${id}/deliver-again`, {}),
  tryLimit: (id: string, trial: Trial): Promise<object> => call('POST', `/people/${id}/trials`, { trial }),
};

async function call(method: string, path: string, body?: object) {
  const response = await fetch(`/simulator/api${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return response.json();
}

/** Listens to every chat. `onOpen` comes at the start and after every break, when events may have been missed. */
export function listen(handlers: {
  onOpen: () => void;
  onBreak: () => void;
  onEvent: (event: ChatEvent) => void;
}): void {
  const source = new EventSource('/simulator/api/events');
  source.addEventListener('open', handlers.onOpen);
  source.addEventListener('error', handlers.onBreak);
  source.addEventListener('message', ({ data }) => handlers.onEvent(JSON.parse(data)));
}
