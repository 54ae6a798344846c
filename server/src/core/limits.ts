/** The published limits (README, Limits); lengths in UTF-16 code units. */
export const limits = {
  /** Deepest nesting that is formatted and fully checked. */
  nesting: 512,
  /** Longest text that is fully checked; above it syntax alone. */
  fullChecks: 16 * 1024 * 1024,
  /** Most findings that are listed for one file, the one that says so included. */
  findings: 1000,
} as const;
