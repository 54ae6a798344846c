import { stretchOf } from './span';

/** What was found out about a part of the tree; of another text once something in that part has changed. */
export interface Kept {
  isStale: boolean;
}

/** What was found out about each stretch of a list (span.ts). */
export class KeptStretches {
  readonly units: (Kept | undefined)[] = [];
  /** The positions of those that are of another text by now. */
  readonly stale = new Set<number>();
  /** What its owner knows of all of them together; undefined where that is not certain any more. */
  summary: unknown;

  /** Something in one element has changed. */
  forget(item: number): void {
    const at = stretchOf(item);
    const known = this.units[at];
    if (known) known.isStale = true;
    this.stale.add(at);
  }

  /** From one element on others stand there. */
  forgetFrom(item: number): void {
    this.units.length = Math.min(this.units.length, stretchOf(item));
    this.summary = undefined;
  }
}
