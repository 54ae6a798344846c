/**
 * A folder of small files that all processes of one user share. Names are plain file names. What the folder's medium
 * throws comes through.
 */
export interface StateFiles {
  /** Writes a file that is not there yet, in one step; `false` when it is there. */
  readonly create: (name: string, text: string) => Promise<boolean>;
  /** Puts a file in the place of the one of that name, as a whole or not at all. */
  readonly replace: (name: string, text: string) => Promise<void>;
  /** `undefined` when there is none. */
  readonly read: (name: string) => Promise<string | undefined>;
  /** The names of all files, in no order. */
  readonly list: () => Promise<readonly string[]>;
  /** Nothing happens when there is none. */
  readonly remove: (name: string) => Promise<void>;
}
