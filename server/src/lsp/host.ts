import type { RcPlace } from '../core/index';
import type { Engine } from './engine';
import type { Turns } from './turns';
import type { WorkspaceFiles } from './workspace-index/workspace-files';

/** What is known of a host before it is loaded. */
export interface HostLoader {
  /** Whether it will have the files of the workspace. */
  readonly hasFiles: boolean;
  readonly log: Host['log'];
  /** Loads the host, and the engine with it: asked once, when `initialize` was answered. */
  readonly load: () => Host;
}

/** What differs between Node, a browser's worker and a test; everything else of the server is the same. */
export interface Host {
  readonly engine: Engine;
  /** URI of the shipped rule catalogue, or undefined where none is shipped. */
  readonly rulePage: string | undefined;
  readonly log: (message: string) => void;
  /** The day it is where the author sits, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Runs a function once after that many milliseconds; the answer cancels it. */
  readonly schedule: (run: () => void, milliseconds: number) => () => void;
  /** For whatever is long, or can wait. */
  readonly turns: Turns;
  /** The files of the workspace; absent where they cannot be reached: then only open documents are checked. */
  readonly files?: WorkspaceFiles;
  /**
   * The `.targetgrouprc.json` of a document: the nearest in its folder or above, else the place for a new one.
   * Undefined where the document's files cannot be read from here.
   */
  readonly nearestRc: (documentUri: string) => NearestRc | undefined;
}

export interface NearestRc extends RcPlace {
  /** Why the file that is there cannot be read; undefined where it was read, and where there is none. */
  readonly problem?: string;
  /** The document's path from the rc file's folder, `/` between its parts. */
  readonly documentPath: string;
}
