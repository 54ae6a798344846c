/** Elements of an array that share one anchor. */
export const stretch = 16;

/** Which stretch an element is in, by its position. */
export const stretchOf = (index: number): number => Math.floor(index / stretch);

/** Beyond it long arrays inside long arrays share the anchor around them, so that an offset is a sum of few numbers. */
const deepest = 4;

/**
 * Where a stretch of a long array begins, told from the anchor around it: the nodes in it tell their places from here,
 * so that text in front of the stretch grows or shrinks without touching them.
 */
export class Anchor {
  private readonly depth: number;

  /** @param at UTF-16 code units behind the anchor around. */
  constructor(
    private readonly around: Anchor | undefined,
    public at: number,
  ) {
    this.depth = around ? around.depth + 1 : 0;
  }

  get offset(): number {
    let { at } = this;
    for (let { around } = this; around; { around } = around) at += around.at;
    return at;
  }

  /** An anchor for what begins at this offset; this one itself where there are enough between it and the text. */
  next(offset: number): Anchor {
    return this.depth < deepest ? new Anchor(this, offset - this.offset) : this;
  }
}

/** A stretch of text by its anchor. */
export class Span {
  /** UTF-16 code units behind the anchor. */
  private behind: number;

  constructor(
    readonly anchor: Anchor,
    offset: number,
    public length: number,
  ) {
    this.behind = offset - anchor.offset;
  }

  get offset(): number {
    return this.anchor.offset + this.behind;
  }

  /** Moves it alone; what has another anchor moves with that one. */
  moveBy(delta: number): void {
    this.behind += delta;
  }
}
