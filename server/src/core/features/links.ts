import type { DocumentLink } from 'vscode-languageserver-types';
import { field } from '../../generated/fields.generated';
import type { Model } from '../document/model';
import type { Finding } from '../rules/finding';
import { groupOf } from './cycles';
import { ruleHref } from './diagnostics';
import type { Shown } from './preview-reader';

const reference = 'https://docs.capillarytech.com/reference/';

/** The API has one page for each kind of target group, all of one call. */
const pages: Readonly<Record<string, string>> = {
  DEFAULT: 'create-target-groups',
  UNIFIED: 'create-unified-targets',
  STREAKS: 'create-streak',
  NON_CONTINUOUS_STREAKS: 'create-streak',
  CAPPING: 'create-target-groups',
  EVENT: 'create-target-group-based-on-behavioural-event',
  ALTERNATE_CURRENCIES: 'create-target-based-on-alternate-currencies',
};

const mostLinks = 1000;

/**
 * From the kind of the group and of its targets to the documentation, and from each finding to the page of its rule.
 * A link of the latter sort carries the rule's code as `data`.
 * @param rulePage URI of the shipped catalogue; without it such links have no target, which a client may give them.
 */
export function links(model: Model, findings: readonly Finding[], rulePage: string | undefined): DocumentLink[] {
  const group = groupOf(model);
  if (!group) return [];
  const kinds = [
    group.choice(field.trackingType),
    ...group.objects(field.targets).map((target) => target.choice(field.targetEntity)),
  ];
  const rules = new Map<number, DocumentLink>();
  for (const { at, code } of findings) {
    const range = model.rangeOf(at);
    if (rules.has(at.offset) || at.length === 0 || range.start.line !== range.end.line) continue;
    const target = ruleHref(code, rulePage);
    rules.set(at.offset, { range, tooltip: `Rule ${code}`, data: code, ...(target !== undefined && { target }) });
  }
  return [...kinds.flatMap(documentation), ...rules.values()].slice(0, mostLinks);
}

function documentation(kind: Shown | undefined): DocumentLink[] {
  const page = kind && Object.hasOwn(pages, kind.text) ? pages[kind.text] : undefined;
  if (!kind || page === undefined) return [];
  return [{ range: kind.range, target: reference + page, tooltip: `Documentation of ${kind.text}` }];
}
