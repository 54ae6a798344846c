/** Calls `fire` once after so many milliseconds, unless the function it returns was called before. */
export function startTimer(milliseconds: number, fire: () => void): () => void {
  const timer = setTimeout(fire, milliseconds);
  return () => {
    clearTimeout(timer);
  };
}
