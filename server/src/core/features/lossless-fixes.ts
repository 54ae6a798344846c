import { modelOfText, type Model } from '../document/model';
import type { Edit } from '../document/syntax-problem';
import { applyEdits } from '../edits/apply-edits';
import { catalogue } from '../rules/catalogue';
import type { Finding } from '../rules/finding';
import type { Fix } from '../rules/rule';
import { aboutWritten } from './about-written';
import { possiblyNew } from './findings';

const lossless: ReadonlySet<string> = new Set(catalogue.filter(({ fixAll }) => fixAll).map(({ code }) => code));

interface Mending {
  readonly finding: Finding;
  readonly fix: Fix;
}

/**
 * Of each finding the fix that is lossless and the only one, where there is one (RULES, Fix all). No two of those that
 * have to be judged overlap: they are judged by the text that all of them leave behind, since a text of its own
 * for each of many would take very long.
 */
export function losslessFixes(model: Model, findings: readonly Finding[]): ReadonlyMap<Finding, Fix> {
  const mendings = findings.flatMap((finding): Mending[] => {
    if (!lossless.has(finding.code)) return [];
    const fix = (finding.unjudged ?? finding.fixes)().find(({ preferred }) => preferred);
    return fix ? [{ finding, fix }] : [];
  });
  const sure = mendings.filter(({ finding }) => !finding.unjudged);
  const judged = rightTogether(mendings.filter(({ finding }) => finding.unjudged).sort(byOffset), model);
  return new Map([...sure, ...judged].map(({ finding, fix }) => [finding, fix]));
}

const startOf = ({ fix }: Mending): number => Math.min(...fix.edits.map(({ offset }) => offset));
const endOf = ({ fix }: Mending): number => Math.max(...fix.edits.map(({ offset, length }) => offset + length));
const byOffset = (a: Mending, b: Mending): number => startOf(a) - startOf(b);

/** With what is wrong left out, something else may become so, but not many times over. */
const mostRounds = 4;

/** How many are judged one by one where all of them together do not tell which are wrong. */
const fewSingle = 20;

function rightTogether(mendings: readonly Mending[], model: Model): readonly Mending[] {
  let rest = apart(mendings);
  for (let round = 0; round < mostRounds && rest.length > 0; round++) {
    const mended = modelOfText(mendedText(model, rest), model.uri);
    const ofSyntax = rest.filter(({ finding }) => finding.code !== 'schema-type').length;
    if (mended.syntax.length > model.syntax.length - ofSyntax) return oneByOne(rest);
    const isWrong = aboutWritten(possiblyNew(mended));
    const places = writtenBy(rest);
    const right = rest.filter((_, index) => places[index]?.some(isWrong) !== true);
    if (right.length === rest.length) return right;
    rest = right;
  }
  return oneByOne(rest);
}

const mendedText = ({ text }: Model, mendings: readonly Mending[]): string =>
  applyEdits(
    text,
    mendings.flatMap(({ fix }) => fix.edits),
  );

function oneByOne(mendings: readonly Mending[]): readonly Mending[] {
  return mendings.slice(0, fewSingle).filter(({ finding }) => finding.fixes().some(({ preferred }) => preferred));
}

/** Those that do not overlap one before them. */
function apart(mendings: readonly Mending[]): readonly Mending[] {
  const chosen: Mending[] = [];
  for (const mending of mendings) {
    const last = chosen.at(-1);
    if (!last || startOf(mending) >= endOf(last)) chosen.push(mending);
  }
  return chosen;
}

/** For each its edits, at the places where they stand after all of them. */
function writtenBy(mendings: readonly Mending[]): Pick<Edit, 'offset' | 'newText'>[][] {
  let shift = 0;
  return mendings.map(({ fix }) =>
    [...fix.edits]
      .sort((a, b) => a.offset - b.offset)
      .map(({ offset, length, newText }) => {
        const written = { offset: offset + shift, newText };
        shift += newText.length - length;
        return written;
      }),
  );
}
