/** The published limits of the workspace check (README, Limits). */
export const workspaceLimits = {
  files: 2000,
  /** Bytes of all files together. */
  bytes: 200e6,
  /** Bytes of one file. */
  fileBytes: 16 * 1024 * 1024,
} as const;

export type WorkspaceLimits = { readonly [Name in keyof typeof workspaceLimits]: number };
