/** What is wrong with arguments, by the error of Node's parser: its first sentence names the option, the rest is no help. */
export function argumentProblem(error: unknown): string {
  if (!(error instanceof Error)) return 'the arguments cannot be read.';
  return `${error.message
    .split(/\. |\n/, 1)
    .join('')
    .replace(/\.$/, '')}.`;
}
