import type { Range } from 'vscode-languageserver-types';

/** What `submit` asks the engine about the text that would be sent. */
export interface SubmitEngine {
  /** The findings that stand in the way, and what the confirmation names. `path` is the file's, for its settings. */
  check(text: string, path: string): SubmitCheck;
  /** The ranges of JSON pointers in the text, in the order of the pointers; those of nothing are left out. */
  locate(text: string, pointers: readonly string[]): readonly Range[];
}

export interface SubmitCheck {
  readonly blocking: readonly BlockingFinding[];
  readonly summary: {
    readonly name: string;
    readonly periods: number;
    readonly targets: number;
    readonly values: number;
    /** `yyyy-MM-dd`, of the periods. */
    readonly firstDay?: string;
    readonly lastDay?: string;
  };
}

export interface BlockingFinding {
  readonly code: string;
  readonly message: string;
  readonly range: Range;
  /** Its rule was lowered or switched off: `--allow` lets it through. */
  readonly isLowered: boolean;
}
