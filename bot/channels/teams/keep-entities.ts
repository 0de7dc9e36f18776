import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers.js';

/**
 * botbuilder 4.23.3 writes only `type`, `text` and `mentioned` of an entity, so the AI label, citations and
 * streaming information vanish without an error. Fixed upstream but never published:
 * https://github.com/microsoft/botbuilder-js/pull/4903
 */
export function keepEntities(): void {
  Entity.type.additionalProperties ??= { type: { name: 'Object' } };
}
