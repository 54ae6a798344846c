import { EventEmitter, l10n, type Uri, workspace } from 'vscode';
import {
  type CreatedGroup,
  describeEditable,
  type GroupDifference,
  readCreatedGroup,
  sha256Hex,
  type SubmissionRecord,
} from '../../../../server/src/api/index';
import type { SubmittedChange, SubmittedView } from '../../../../server/src/protocol/preview-messages';
import { isDefinition } from './definition';
import type { Disposes } from './disposables';
import type { Environment } from './environment';
import type { SubmissionLedger } from './submission-store';

/** What is known of the last submit of each definition, for whoever shows it. */
export interface SubmittedDefinitions extends Disposes {
  /** The last submit of the definition at that address; undefined when there was none, or none that may have made a group. */
  submitted(uri: Uri): SubmittedView | undefined;
  onDidChange(listener: (uri?: Uri) => void): Disposes;
  /** Keeps what the API answered to a definition, for as long as this window is open. */
  keepAnswer(uri: Uri, sent: string, answer: string): void;
  /** Reads the record of submits anew. */
  refresh(): Promise<void>;
}

interface SubmittedPorts {
  readonly ledger: SubmissionLedger;
  readonly environments: () => readonly Environment[];
}

/** A longer text is not hashed at each keystroke: it counts as another one. */
const longestHashed = 300_000;
const mostChanges = 200;

export function createSubmittedDefinitions({ ledger, environments }: SubmittedPorts): SubmittedDefinitions {
  const changed = new EventEmitter<Uri | undefined>();
  const answers = new Map<string, { readonly sent: string; readonly group: CreatedGroup }>();
  let latest: ReadonlyMap<string, SubmissionRecord> = new Map();

  return {
    submitted(uri) {
      const record = latest.get(uri.toString());
      if (!record || !isShown(record.verdict)) return undefined;
      const answer = answers.get(uri.toString());
      const isSameText = isTextOf(uri, record, answer?.sent);
      return toView({ record, verdict: record.verdict, group: answer?.group, isSameText }, environments());
    },
    onDidChange: (listener) => changed.event(listener),
    keepAnswer(uri, sent, answer) {
      const group = readCreatedGroup(sent, answer);
      if (group) answers.set(uri.toString(), { sent, group });
    },
    async refresh() {
      const records = [...(await ledger.records())].reverse();
      latest = new Map(records.map((record) => [record.file, record]));
      changed.fire(undefined);
    },
    dispose: () => {
      changed.dispose();
    },
  };
}

type ShownVerdict = SubmittedView['outcome'];

function isShown(verdict: SubmissionRecord['verdict']): verdict is ShownVerdict {
  return verdict === 'created' || verdict === 'unknown' || verdict === 'pending';
}

function isTextOf(uri: Uri, { hash }: SubmissionRecord, sent: string | undefined): boolean {
  const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString() && isDefinition(one));
  const text = document?.getText();
  if (text === undefined || text.length > longestHashed) return false;
  return text === sent || sha256Hex(new TextEncoder().encode(text)) === hash;
}

interface Known {
  readonly record: SubmissionRecord;
  readonly verdict: ShownVerdict;
  readonly group: CreatedGroup | undefined;
  readonly isSameText: boolean;
}

function toView({ record, verdict, group, isSameText }: Known, environments: readonly Environment[]): SubmittedView {
  const { environment, origin, host, time, groupId } = record;
  const kind = environments.find(({ name, endpoint }) => name === environment && endpoint.origin === origin)?.kind;
  return {
    environment,
    // One that is defined no more: nothing is to be played down.
    kind: kind ?? 'production',
    host,
    outcome: verdict,
    ...(groupId === undefined ? {} : { id: groupId }),
    time,
    isSameText,
    periods: group?.periods ?? [],
    changes: (group?.differences ?? []).slice(0, mostChanges).map(toChange),
    editable: verdict === 'created' ? describeEditable(group?.trackingType ?? '', l10n.t) : [],
  };
}

function toChange({ kind, place, pointer, file, api }: GroupDifference): SubmittedChange {
  const values = { ...(file === undefined ? {} : { sent: file }), ...(api === undefined ? {} : { stored: api }) };
  switch (kind) {
    case 'normalised':
    case 'changed':
      return { place: pointer, what: kind, ...values };
    case 'filled-in':
    case 'only-at-api':
      return { place, what: 'added', ...values };
    case 'only-in-file':
      return { place: pointer, what: 'missing', ...values };
  }
}
