import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { HttpPorts } from '../../../server/src/api/index';
import type { SubmissionStorage } from './infrastructure/submission-store';

/** What differs between the extension hosts; each entry passes its own. */
export interface Platform extends Pick<HttpPorts, 'fetch' | 'runtime'> {
  /** The timer of calls to the API; that of the host when absent, as in every shipped entry. */
  readonly startTimer?: HttpPorts['startTimer'];
  /** Agrees to a submit in the author's place. No shipped entry has it: there the author is asked in a dialog. */
  readonly confirm?: (card: object) => Promise<boolean>;
  /** A client that is not started yet; every start of the server takes a new one. */
  createLanguageClient(context: ExtensionContext, options: LanguageClientOptions): BaseLanguageClient;
  /** Where submits are remembered, in files that all windows of the user share. */
  submissionStorage(context: ExtensionContext): SubmissionStorage;
  /** Starts the sandbox of the API as a process of its own; absent where no process can be started. */
  readonly startSandbox?: StartSandbox;
}

/** Resolves when it listens; rejects with what it printed when it ends before that. `ended` is called once, whenever. */
export type StartSandbox = (context: ExtensionContext, ended: () => void) => Promise<SandboxProcess>;

export interface SandboxProcess {
  /** Where it listens, without a slash at the end. */
  readonly address: string;
  stop(): void;
}
