import type { Levels } from '../levels/levels';
import type { RcPlace } from '../levels/turn-off';
import type { Namesakes } from './namesakes';

/** How one document is to be looked at: what its author set, where more could be set, and what stands beside it. */
export interface DocumentSettings {
  /** Rule levels as they apply to this document; without them every rule has its default. */
  readonly levels?: Levels;
  /** The nearest `.targetgrouprc.json`, there or to be made: where "turn this rule off" writes. */
  readonly rcPlace?: RcPlace;
  /** The other definitions of the workspace whose groups have the same name. */
  readonly namesakes?: Namesakes;
}
