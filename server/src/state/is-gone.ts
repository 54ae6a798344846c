/**
 * Whether no process of that number runs on this machine. One that belongs to another user runs, and so does another
 * one that was given the number since.
 */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0); // Sends nothing; it only asks.
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
