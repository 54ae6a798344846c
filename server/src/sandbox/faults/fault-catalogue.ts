import { connectionFaults } from './connection-faults';
import { contentFaults, tokenFaults } from './content-faults';
import type { Fault } from './fault';
import { statusFaults } from './status-faults';

/** Every fault there is, in the order in which help and documentation list them. */
export const faultCatalogue: readonly Fault[] = [
  ...connectionFaults,
  ...contentFaults,
  ...tokenFaults,
  ...statusFaults,
];
