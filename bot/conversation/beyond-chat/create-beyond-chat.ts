import { openForm } from './open-form.ts';
import type { BeyondChat, BeyondPorts } from './ports.ts';
import { search } from './search.ts';
import { submitForm } from './submit-form.ts';

/** What people do with Vaktis outside their chat with it: a case out of somebody's message, and a search. */
export function createBeyondChat(ports: BeyondPorts): BeyondChat {
  return {
    openForm: (request) => openForm(ports, request),
    submitForm: (submission) => submitForm(ports, submission),
    search: (request) => search(ports, request),
  };
}
