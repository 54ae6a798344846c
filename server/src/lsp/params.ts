import { requests } from '../protocol/requests';
import { isInteger, isText, listOf, ofKinds, optional, withMembers, type Members } from './value-check';

const position = withMembers({ line: isInteger, character: isInteger });
const range = withMembers({ start: position, end: position });
const anything = withMembers({});
const uri = { uri: isText };
const version = { ...uri, version: isInteger };
const folders = listOf(withMembers(uri));
const name = { name: isText };
const value = optional(isText);
const cycles = { start: isText, frequencyType: isText, frequency: isInteger, count: isInteger };
const target = { ...name, targetEntity: isText, targetType: isText, eventName: value, value: isText };
const generator = ofKinds({
  periods: cycles,
  shiftDates: { months: optional(isInteger), days: optional(isInteger), to: value },
  defaultValues: { value },
  target: { target: optional(withMembers(target)) },
  nextPeriod: {},
  unified: {},
  sortPeriods: {},
  nextYear: name,
  createBody: { text: isText },
  new: { ...cycles, ...name, trackingType: isText },
});

/** Methods about a document, named without what they begin with, and what else their params hold. */
const inDocument: readonly (readonly [names: string, members: Members])[] = [
  ['diagnostic documentSymbol foldingRange documentLink codeLens didClose didSave', {}],
  ['completion hover definition documentHighlight prepareRename', { position }],
  ['references', { position, context: anything }],
  ['rename', { position, newName: isText }],
  ['formatting', { options: anything }],
  ['rangeFormatting', { range, options: anything }],
  ['inlayHint', { range }],
  ['selectionRange', { positions: listOf(position) }],
  [
    'codeAction',
    { range, context: withMembers({ diagnostics: listOf(withMembers({ range })), only: optional(listOf(isText)) }) },
  ],
  ['didOpen', { textDocument: withMembers({ ...version, text: isText }) }],
  [
    'didChange',
    {
      textDocument: withMembers(version),
      contentChanges: listOf(withMembers({ text: isText, range: optional(range) })),
    },
  ],
];

const others: Readonly<Record<string, Members>> = {
  initialize: { capabilities: anything, workspaceFolders: optional(folders), rootUri: value },
  'completionItem/resolve': { label: isText },
  'workspace/symbol': { query: isText },
  'workspace/diagnostic': { previousResultIds: listOf(withMembers({ ...uri, value: isText })) },
  'workspace/didChangeWatchedFiles': { changes: listOf(withMembers({ ...uri, type: isInteger })) },
  'workspace/didChangeConfiguration': {},
  'workspace/didChangeWorkspaceFolders': { event: withMembers({ added: folders, removed: folders }) },
  [requests.prepareSubmit]: version,
  [requests.preview]: uri,
  [requests.byteOrderMark]: uri,
  [requests.locate]: { ...uri, pointers: listOf(isText) },
  [requests.generate]: { document: optional(withMembers(version)), generator },
};

/** What has to be in the params of each method that is answered or heeded here: all that handlers rely on, and no more. */
export const paramsOf = new Map(
  [
    ...Object.entries(others),
    ...inDocument.flatMap(([names, members]) =>
      names.split(' ').map((each) => [`textDocument/${each}`, { textDocument: withMembers(uri), ...members }] as const),
    ),
  ].map(([method, members]) => [method, withMembers(members)]),
);
