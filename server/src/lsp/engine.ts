import {
  changedDocument,
  createNameIndex,
  createTargetGroupService,
  openDocument,
  rcFileName,
  readLevels,
  readRcFile,
} from '../core/index';

/** What the server asks of the engine. */
export interface Engine {
  readonly changedDocument: typeof changedDocument;
  readonly createNameIndex: typeof createNameIndex;
  readonly createTargetGroupService: typeof createTargetGroupService;
  readonly openDocument: typeof openDocument;
  readonly rcFileName: typeof rcFileName;
  readonly readLevels: typeof readLevels;
  readonly readRcFile: typeof readRcFile;
}

/** For hosts alone, which hand it over: so it can be loaded when the server has answered. */
export const engine: Engine = {
  changedDocument,
  createNameIndex,
  createTargetGroupService,
  openDocument,
  rcFileName,
  readLevels,
  readRcFile,
};
