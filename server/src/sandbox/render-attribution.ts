import { type JsonObject, toObject } from './json-value';
import type { Till } from './stored-group';

/** Who made and last changed something, and when; nothing is ever changed here, so both are the same (FACTS c). */
export function renderAttribution(till: Till, time: Date): JsonObject {
  const person = toObject({ id: till.id, code: till.code, description: '', name: till.code, type: 'TILL' });
  const moment = time.toISOString().replace('Z', '+0000');
  return toObject({ createdOn: moment, lastUpdatedOn: moment, lastUpdatedBy: person, createdBy: person });
}
