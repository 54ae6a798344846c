/** Why the sandbox could not start. The message is a whole sentence for the person who started it. */
export class ListenError extends Error {
  override readonly name = 'ListenError';

  constructor(
    readonly kind: 'port-taken' | 'not-allowed' | 'other',
    message: string,
    options: ErrorOptions,
  ) {
    super(message, options);
  }
}

export function toListenError(cause: NodeJS.ErrnoException, host: string, port: number): ListenError {
  const place = `${host}, port ${port}`;
  const taken = `The port is taken: another program listens on ${place}.`;
  if (cause.code === 'EADDRINUSE') return new ListenError('port-taken', taken, { cause });
  if (cause.code === 'EACCES')
    return new ListenError('not-allowed', `This user may not listen on ${place}.`, { cause });
  return new ListenError('other', `Cannot listen on ${place}: ${cause.message}`, { cause });
}
