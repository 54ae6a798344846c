/**
 * A result id that nothing else has, nor begins with: not in another server either, since a client may still have ids of
 * one that has ended.
 */
export const newResultId = (): string => Math.random().toString(36).slice(2);
