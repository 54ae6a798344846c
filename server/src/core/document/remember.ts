/**
 * A pure function of a text that keeps its last answers, since the next version of a document has nearly the same texts.
 * @param entries how many answers are kept at least; twice as many at most.
 * @param longest UTF-16 units of the longest text whose answer is kept.
 */
export function remember<Answer>(
  answer: (text: string) => Answer,
  { entries, longest }: { readonly entries: number; readonly longest: number },
): (text: string) => Answer {
  let known = new Map<string, Answer>();
  let before = known;
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const made = before.get(text) ?? answer(text);
    if (text.length > longest) return made;
    // All the older ones go at once: a table that loses one entry for each that comes is slow.
    if (known.size === entries) {
      before = known;
      known = new Map();
    }
    known.set(text, made);
    return made;
  };
}
