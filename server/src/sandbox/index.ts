export { createSandbox, defaultPort, type Sandbox, type SandboxOptions } from './create-sandbox';
export type { Switches } from './endpoints';
export type { Fault, Place } from './faults/fault';
export { places } from './faults/fault';
export { faultCatalogue } from './faults/fault-catalogue';
export { type FaultDetails, type FaultOrder, readFaultOrder } from './faults/fault-order';
export type { FirstIds, IdKind } from './id-sequences';
export type { ReceivedRequest } from './ledger';
export { ListenError } from './listen-error';
