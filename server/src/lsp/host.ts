/** What differs between Node, a browser's worker and a test; everything else of the server is the same. */
export interface Host {
  /** URI of the shipped rule catalogue, or undefined where none is shipped. */
  readonly rulePage: string | undefined;
  readonly log: (message: string) => void;
  /** Runs a function once after that many milliseconds; the answer cancels it. */
  readonly schedule: (run: () => void, milliseconds: number) => () => void;
}
