import { type Fault, type Place, places } from './fault';
import { faultCatalogue } from './fault-catalogue';

/** A fault that was asked for: where, how often, and how. */
export interface FaultOrder {
  readonly fault: Fault;
  readonly place: Place;
  /** How many requests it still hits; undefined for each one from now on. */
  readonly count: number | undefined;
  /** Whether the request is carried out first. */
  readonly isProcessed: boolean;
  /** Where a redirect leads: an address or a reference to one. */
  readonly to: string;
  /** How long it takes until the answer begins, or between two of its bytes. */
  readonly milliseconds: number;
}

export type FaultDetails = Partial<Pick<FaultOrder, 'isProcessed' | 'to' | 'milliseconds'>>;

const elsewhere = '//elsewhere.invalid/v3/targetGroups';
const pauses: Partial<Record<Fault['delivery'], number>> = { late: 3000 };

/**
 * Reads `NAME[@PLACE][:COUNT]`, such as `drop-after`, `status-401@token` or `html@list:2`; without a place the fault is
 * where it belongs, without a count it hits each request. Gives one sentence about what is wrong with the text instead,
 * where something is.
 */
export function readFaultOrder(text: string, details: FaultDetails = {}): FaultOrder | string {
  const [, name = '', place, count] = /^([^@:]+)(?:@([^@:]+))?(?::(\d{1,6}))?$/.exec(text) ?? [];
  const fault = faultCatalogue.find((candidate) => candidate.name === name);
  if (name === '') return `"${text}" is no fault; expected is NAME, NAME@PLACE, NAME:COUNT or NAME@PLACE:COUNT.`;
  if (fault === undefined) return `there is no fault "${name}".`;
  if (place !== undefined && !isPlace(place)) {
    return `there is no place "${place}"; expected is one of ${places.join(', ')}.`;
  }
  return {
    fault,
    place: place ?? fault.place,
    count: count === undefined ? undefined : Number(count),
    isProcessed: fault.isProcessed,
    to: elsewhere,
    milliseconds: pauses[fault.delivery] ?? 1000,
    ...details,
  };
}

function isPlace(text: string): text is Place {
  return places.some((place) => place === text);
}
