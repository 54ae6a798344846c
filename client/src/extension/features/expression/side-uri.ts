import { Uri } from 'vscode';
import { expressionScheme, isServedScheme } from '../../infrastructure/schemes';

/** What a side editor shows: the `expressionJson` of one target. */
export interface SideSubject {
  readonly definition: Uri;
  /** Zero-based position of the target in the file, when the side editor was opened. */
  readonly target: number;
}

/** The address of a side editor; its last part is what its tab says. */
export function toSideUri({ definition, target }: SideSubject): Uri {
  const file = definition.path.slice(definition.path.lastIndexOf('/') + 1).replace(/(?:\.targetgroup)?\.json$/, '');
  return Uri.from({
    scheme: expressionScheme,
    path: `/${file} · target ${target + 1} · expression.json`,
    query: JSON.stringify([definition.toString(), target]),
  });
}

/** What an address names; undefined for one that was not made here. */
export function readSideUri(uri: Uri): SideSubject | undefined {
  try {
    const [definition, target] = JSON.parse(uri.query) as unknown[];
    if (typeof definition !== 'string' || !Number.isSafeInteger(target) || Number(target) < 0) return undefined;
    const subject = { definition: Uri.parse(definition, true), target: Number(target) };
    return isServedScheme(subject.definition.scheme) ? subject : undefined;
  } catch {
    // No JSON, or no URI in it.
    return undefined;
  }
}
