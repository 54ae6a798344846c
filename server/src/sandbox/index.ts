export { createSandbox, defaultPort, type Sandbox, type SandboxOptions } from './create-sandbox';
export type { Switches } from './endpoints';
export type { FirstIds, IdKind } from './id-sequences';
export type { ReceivedRequest } from './ledger';
export { ListenError } from './listen-error';
