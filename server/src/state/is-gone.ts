import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Whether no process of that number runs at this place. One that belongs to another user runs, and so does another one
 * that was given the number since.
 */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0); // Sends nothing; it only asks.
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/**
 * What the number of a process belongs to: the machine, its start, and the container. Two processes that share a folder and
 * not this place know nothing of each other's numbers.
 */
export function processPlace(): string {
  const parts = [
    () => readlinkSync('/proc/self/ns/pid'),
    () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'),
  ];
  return [hostname(), ...parts.map(orNothing)].join(' ').trim();
}

/** Only Linux tells. */
function orNothing(ask: () => string): string {
  try {
    return ask().trim();
  } catch {
    return '';
  }
}
