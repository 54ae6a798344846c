import { sha256Hex, utf8 } from '../digest';
import { isJsonObject } from '../parse-json';
import { parseJsonExactly } from '../parse-json-exactly';
import { toPrintable } from '../printable';
import type { SubmissionRecord } from './submission-record';

export type Fingerprint = Pick<SubmissionRecord, 'parts' | 'ids'>;

/** More parts than that are hashed as one list. */
const mostParts = 400;
const mostIds = 50;

/**
 * What a later submit is compared with, without the body: a short hash of each member, period and target, and the tills,
 * stores and programmes that are named. Empty for a text that is no JSON object.
 */
export function fingerprint(text: string): Fingerprint {
  const group = parseJsonExactly(text)?.value;
  if (!isJsonObject(group)) return { parts: {}, ids: [] };
  const parts = Object.entries(group).flatMap(([name, value]) => partsOf(name, value));
  return { parts: Object.fromEntries(parts), ids: [...new Set(idsOf(group))].slice(0, mostIds) };
}

/** The names of the parts that are in one of two fingerprints only, or differ; in the order of the later one. */
export function changedParts(
  earlier: Fingerprint['parts'],
  later: Fingerprint['parts'],
): { readonly changed: readonly string[]; readonly added: readonly string[]; readonly removed: readonly string[] } {
  const names = Object.keys(later);
  return {
    changed: names.filter((name) => Object.hasOwn(earlier, name) && earlier[name] !== later[name]),
    added: names.filter((name) => !Object.hasOwn(earlier, name)),
    removed: Object.keys(earlier).filter((name) => !Object.hasOwn(later, name)),
  };
}

const labels: Readonly<Record<string, string>> = { periods: 'refCode', targets: 'name' };

function partsOf(name: string, value: unknown): [string, string][] {
  const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
  if (label === undefined || !Array.isArray(value) || value.length > mostParts)
    return [[printable(name), hashOf(value)]];
  return value.map((element: unknown, index): [string, string] => {
    const known = isJsonObject(element) ? element[label] : undefined;
    const called = typeof known === 'string' || typeof known === 'number' ? ` ${printable(`${known}`)}` : '';
    return [`${name} ${index + 1}${called}`, hashOf(element)];
  });
}

function idsOf(group: Record<string, unknown>): string[] {
  const ids = idText('preferredTillId', group['preferredTillId']);
  const targets: unknown[] = Array.isArray(group['targets']) ? group['targets'] : [];
  for (const target of targets.filter(isJsonObject)) {
    const info = target['extendedFieldInfo'];
    if (isJsonObject(info)) ids.push(...idText('programId', info['programId']));
    const filters: unknown[] = Array.isArray(target['filters']) ? target['filters'] : [];
    for (const { entityType, entityIds } of filters.filter(isJsonObject)) {
      const list: unknown[] = Array.isArray(entityIds) ? entityIds : [];
      if (typeof entityType === 'string') ids.push(...list.flatMap((id) => idText(printable(entityType), id)));
    }
  }
  return ids;
}

/** 0 and -1 stand for none (FACTS a.1). */
function idText(name: string, id: unknown): string[] {
  const isId = (typeof id === 'number' && id > 0) || (typeof id === 'string' && id !== '');
  return isId ? [`${name} ${printable(`${id}`)}`] : [];
}

function hashOf(value: unknown): string {
  return sha256Hex(utf8(JSON.stringify(value))).slice(0, 12);
}

const printable = (text: string): string => toPrintable(text, 80);
