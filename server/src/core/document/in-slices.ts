/**
 * Work that is done in slices: goes on until it is over, and answers undefined as long as something is left to be done.
 * @param isOver whether others are to have their turn; asked now and then.
 */
export type InSlices<Value> = (isOver: () => boolean) => Value | undefined;

/** For what is done in one go. */
export const never = (): boolean => false;
