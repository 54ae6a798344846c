import type { WireAnswer } from '../answer';

/** The endpoints by what they are for; `any` is each of them. The question that a browser asks beforehand is none. */
export const places = ['create', 'name-check', 'list', 'group', 'token', 'any'] as const;
export type Place = (typeof places)[number];

/** What becomes of an answer on its way. */
export type Delivery =
  /** It arrives as it is. */
  | 'whole'
  /** It begins after a while. */
  | 'late'
  /** A byte at a time. */
  | 'drip'
  /** Blanks follow it without end, a few a second, */
  | 'endless'
  /** or as fast as they are read. */
  | 'flood'
  /** Half of it under the length of the whole; then the connection is closed. */
  | 'half'
  /** In chunks, but the last one never comes: the connection is closed. */
  | 'unfinished'
  /** None comes, and the connection stays open, */
  | 'none'
  /** is closed, */
  | 'closed'
  /** or is reset. */
  | 'reset'
  /** What comes is not HTTP. */
  | 'garbage';

/** One way in which a call goes wrong, or at least unlike the usual. */
export interface Fault {
  readonly name: string;
  /** What happens, one sentence. */
  readonly sentence: string;
  /** Where it happens when nothing else is said. */
  readonly place: Place;
  /** Whether the request is carried out first, when nothing else is said. */
  readonly isProcessed: boolean;
  readonly delivery: Delivery;
  /**
   * Makes the answer from the usual one, which is an empty 200 where the request was not carried out. `to` is where a
   * redirect leads.
   */
  readonly answer: (usual: WireAnswer, to: string) => WireAnswer;
}

/** What a fault leaves out is so: at the create, carried out, delivered whole, the usual answer. */
export function defineFault(fault: Pick<Fault, 'name' | 'sentence'> & Partial<Fault>): Fault {
  return { place: 'create', isProcessed: true, delivery: 'whole', answer: (usual) => usual, ...fault };
}
