import { dateFaults } from './dates';
import type { Fault } from './fault';
import { kindFaults } from './kinds';
import { countFaults, nameFaults } from './names-and-counts';
import { structureFaults } from './structure';
import { targetFaults } from './targets';

/** The matrix: at least one fault for every code that a mistake in a definition can have. */
export const faults: readonly Fault[] = [
  ...structureFaults,
  ...nameFaults,
  ...countFaults,
  ...dateFaults,
  ...targetFaults,
  ...kindFaults,
];
