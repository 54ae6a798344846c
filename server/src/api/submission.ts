/** What one submit is about: what the user is shown before it, and what must still be so when it is sent. */
export interface SubmissionFacts {
  /** The environment's name as the user knows it (the command line, which knows none, gives the origin). */
  readonly environment: string;
  readonly origin: string;
  readonly user: string;
  /** Lower-case hex SHA-256 of the bytes of the body. */
  readonly bodySha256: string;
  /** The editor's version of the document; undefined for a file that was read once. */
  readonly documentVersion: number | undefined;
}

export type SubmissionFact = keyof SubmissionFacts;

/** The proof that a person, or a script by `--yes`, agreed to exactly these facts. Good for one request. */
class ConfirmationOfFacts {
  readonly #facts: SubmissionFacts;
  #isSpent = false;

  private constructor(facts: SubmissionFacts) {
    this.#facts = facts;
  }

  static of(facts: SubmissionFacts): ConfirmationOfFacts {
    return new ConfirmationOfFacts({ ...facts });
  }

  /** Uses the confirmation up. Returns false when it was used before. */
  spend(): boolean {
    const wasSpent = this.#isSpent;
    this.#isSpent = true;
    return !wasSpent;
  }

  /** The facts that are no longer as they were confirmed; empty when all are. */
  changedFacts(now: SubmissionFacts): SubmissionFact[] {
    const names: SubmissionFact[] = ['environment', 'origin', 'user', 'bodySha256', 'documentVersion'];
    return names.filter((name) => now[name] !== this.#facts[name]);
  }
}

export type Confirmation = ConfirmationOfFacts;

/**
 * Freezes the facts that were just agreed to. Call it only where somebody said yes to them; nothing else makes a
 * `Confirmation`, and nothing can be sent without one.
 */
export function confirm(facts: SubmissionFacts): Confirmation {
  return ConfirmationOfFacts.of(facts);
}
