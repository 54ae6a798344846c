import type { ApiError } from './envelope';
import { errorEntry, type NeededFor, type PlaceCondition } from './error-catalogue';
import { isJsonObject } from './parse-json';
import { toPrintable } from './printable';

const maximumPlaces = 100;

/** The pairs of FACTS b.1: what each entity can be measured by. */
const documentedTypes: Readonly<Record<string, readonly string[]>> = {
  TRANSACTION: ['SALES', 'GROSS_SALES', 'COUNT', 'VISIT', 'QUANTITY', 'EXTENDED_FIELD', 'ALL'],
  LINEITEM: ['SALES', 'GROSS_SALES', 'QUANTITY', 'EXTENDED_FIELD'],
  EVENT: ['COUNT', 'VISIT', 'EVENT_ATTRIBUTE'],
  POINTS: ['REGULAR_POINTS', 'PROMOTIONAL_POINTS', 'ALL_POINTS'],
  REWARDS: ['REGULAR_POINTS', 'PROMOTIONAL_POINTS', 'ALL_POINTS'],
  ALTERNATE_CURRENCIES: ['ALL', 'REGULAR', 'PROMOTION'],
};

interface Match {
  /** Of the value, or, when it is missing, of the nearest object around it that exists. */
  readonly pointer: string;
  readonly value: unknown;
  readonly isPresent: boolean;
  /** The array element that the value belongs to; undefined at group level. */
  readonly element: unknown;
}

/**
 * Where in a definition the cause of an API error is: JSON pointers without wildcards, in document order, 100 at most.
 * `definition` is the parsed body that was sent. For a member that is missing, the pointer is that of the object that
 * lacks it. When the code's condition fits nothing, everything that it could be about is returned; the pointer `''`, the
 * whole document, when the code is unknown or is about no part of it. Never throws, whatever the value.
 */
export function locateError(error: ApiError, definition: unknown): string[] {
  const places = errorEntry(error.code)?.places ?? [];
  const found = places.map(({ pointer, when }) => ({ when, matches: matchesOf(pointer, definition) }));
  const meant = found.flatMap(({ when, matches }) => matches.filter((match) => isMeant(match, when)));
  const matches = meant.length > 0 ? meant : found.flatMap((one) => one.matches.filter((match) => match.isPresent));
  const pointers = new Set(matches.slice(0, maximumPlaces).map((match) => match.pointer));
  return pointers.size > 0 ? [...pointers] : [''];
}

/** The target or period that a pointer leads into, by its name: `Target 2 "Spend"`; '' when it leads into neither. */
export function errorPlaceName(pointer: string, definition: unknown): string {
  const [, list = '', position = ''] = /^\/(targets|periods)\/(\d+)(?:\/|$)/.exec(pointer) ?? [];
  const parts = isJsonObject(definition) && list !== '' ? definition[list] : undefined;
  if (!Array.isArray(parts)) return '';
  const part: unknown = parts[Number(position)];
  const name = isJsonObject(part) ? part[list === 'targets' ? 'name' : 'refCode'] : undefined;
  const words = list === 'targets' ? 'Target' : 'Period';
  const number = `${words} ${Number(position) + 1}`;
  return typeof name === 'string' && name !== '' ? `${number} "${toPrintable(name, 80)}"` : number;
}

function matchesOf(pointer: string, definition: unknown): Match[] {
  let matches: Match[] = [{ pointer: '', value: definition, isPresent: true, element: undefined }];
  for (const step of pointer.split('/').slice(1)) {
    matches = matches.flatMap((match) => (step === '*' ? elementsOf(match) : memberOf(match, step)));
  }
  return matches;
}

function elementsOf({ pointer, value }: Match): Match[] {
  const elements: readonly unknown[] = Array.isArray(value) ? value : [];
  return elements.map((element, index) => {
    return { pointer: `${pointer}/${index}`, value: element, isPresent: true, element };
  });
}

function memberOf(match: Match, name: string): Match[] {
  const { value, pointer, element } = match;
  if (!match.isPresent) return [match];
  if (isJsonObject(value) && Object.hasOwn(value, name)) {
    return [{ pointer: `${pointer}/${name}`, value: value[name], isPresent: true, element }];
  }
  return [{ pointer, value: undefined, isPresent: false, element }];
}

function isMeant(match: Match, when: PlaceCondition | undefined): boolean {
  switch (when?.kind) {
    case undefined:
      return match.isPresent;
    case 'longer-than':
      return typeof match.value === 'string' && Array.from(match.value).length > when.codePoints;
    case 'missing':
      return isFor(match.element, when.for) && isMissing(match.value);
    case 'in':
      return isFor(match.element, when.for);
    case 'none-of':
      return match.isPresent && !when.values.some((value) => value === match.value);
    case 'undocumented-pair':
      return isUndocumentedPair(match);
  }
}

function isFor(target: unknown, needed: NeededFor): boolean {
  if (!isJsonObject(target)) return false;
  const { targetEntity, targetType } = target;
  const isEntity = needed.entities?.some((entity) => entity === targetEntity) ?? false;
  return isEntity || (needed.types?.some((type) => type === targetType) ?? false);
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (isJsonObject(value) && Object.keys(value).length === 0);
}

function isUndocumentedPair({ value, element, isPresent }: Match): boolean {
  const entity = isJsonObject(element) ? element['targetEntity'] : undefined;
  if (!isPresent || typeof entity !== 'string' || !Object.hasOwn(documentedTypes, entity)) return false;
  return documentedTypes[entity]?.some((type) => type === value) !== true;
}
