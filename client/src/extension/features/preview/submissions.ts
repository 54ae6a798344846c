import type { Uri } from 'vscode';
import type { SubmittedView } from '../../../../../server/src/protocol/preview-messages';
import type { Disposes } from '../../infrastructure/disposables';

/** What the preview is told of submits; whoever sends definitions implements it. */
export interface Submissions {
  /**
   * What the API made of the definition at that address the last time it was sent, to the environment of interest;
   * undefined when it never was. Asked after every change of the text, so it has to be quick.
   */
  submitted(uri: Uri): SubmittedView | undefined;
  /** Calls the listener when something else is to be said about the definition at that address, or about any without one. */
  onDidChange(listener: (uri?: Uri) => void): Disposes;
}

/** For as long as nobody sends anything. */
export const noSubmissions: Submissions = {
  submitted: () => undefined,
  onDidChange: () => ({ dispose: () => undefined }),
};
