/**
 * A pure function of a text that keeps its last answers, since the next version of a document has nearly the same texts.
 * @param entries how many answers are kept; the oldest go first.
 * @param longest UTF-16 units of the longest text whose answer is kept.
 */
export function remember<Answer>(
  answer: (text: string) => Answer,
  { entries, longest }: { readonly entries: number; readonly longest: number },
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const made = answer(text);
    if (text.length > longest) return made;
    known.set(text, made);
    const [oldest] = known.size > entries ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return made;
  };
}
