import {
  changedDocument,
  createNameIndex,
  createTargetGroupService,
  openDocument,
  rcFileName,
  readLevels,
  readRcFile,
} from '../core/index';

/**
 * For hosts alone, which hand it over: so it can be loaded when the server has answered. Named one by one a second time: of
 * a namespace all would be bundled, used or not.
 */
export const engine = {
  changedDocument,
  createNameIndex,
  createTargetGroupService,
  openDocument,
  rcFileName,
  readLevels,
  readRcFile,
};

/** What the server asks of the engine. */
export type Engine = Readonly<typeof engine>;
