import type { TextEdit } from 'vscode-languageserver-types';
import { openDocument } from '../document/text-document';
import { field } from '../../generated/fields.generated';
import { createModel, modelOfText, type Model } from '../document/model';
import { applyEdits } from '../edits/apply-edits';
import { setMember } from '../edits/set-member';
import { textAfter, toTextEdits } from '../edits/to-text-edits';
import { addTarget, toUnified } from '../generate/add-target';
import { createBody, type CreateBody } from '../generate/create-body';
import { cyclePeriods, nextPeriod } from '../generate/cycle-periods';
import { fillDefaultValues } from '../generate/default-values';
import { isRefusal, type Generator, type Outcome, type Refusal } from '../generate/generator';
import { newDefinition } from '../generate/new-definition';
import { shiftDates, shiftTo, yearShift } from '../generate/shift-dates';
import { sortPeriods } from '../generate/sort-periods';
import { subjectOf, type Subject } from '../generate/subject';
import type { Finding } from '../rules/finding';
import { findingsOf } from './findings';
import { formatting } from './formatting';

/** Edits of the definition, the text of another one, or why there is neither: a whole sentence. */
export type Generated = { readonly edits: TextEdit[] } | GeneratedText | Refusal;

interface GeneratedText {
  readonly text: string;
  /** Of a `createBody`: the members of the answer that are left out. */
  readonly dropped?: readonly string[];
}

/** Makes something of a definition; of one that would have a finding more, nothing. */
export function generation(model: Model, findings: readonly Finding[], generator: Generator): Generated {
  if (generator.kind === 'new') return fresh(newDefinition(generator));
  if (generator.kind === 'createBody') return formatted(createBody(generator.text));
  const subject = subjectOf(model);
  const outcome = isRefusal(subject) ? subject : make(subject, generator);
  if (isRefusal(outcome)) return outcome;
  if (outcome.length === 0) return { reason: 'There is nothing to be changed.' };
  const text = applyEdits(model.text, outcome);
  const refusal = refusalOf(text, findings);
  if (refusal) return refusal;
  return generator.kind === 'nextYear' ? { text } : { edits: toTextEdits(outcome, model) };
}

function fresh(text: string | Refusal): Generated {
  return typeof text === 'string' ? (refusalOf(text, []) ?? { text }) : text;
}

function formatted(body: CreateBody | Refusal): Generated {
  if (isRefusal(body)) return body;
  const document = openDocument('', '', 0, body.text);
  const edits = formatting(createModel(document), { tabSize: 2, insertSpaces: true }, undefined);
  return { ...body, text: textAfter(edits, document) };
}

function make(subject: Subject, generator: Exclude<Generator, { readonly kind: 'new' | 'createBody' }>): Outcome {
  switch (generator.kind) {
    case 'periods':
      return cyclePeriods(subject, generator);
    case 'nextPeriod':
      return nextPeriod(subject);
    case 'shiftDates': {
      const shift = 'to' in generator ? shiftTo(subject, generator.to) : generator;
      return isRefusal(shift) ? shift : shiftDates(subject, shift);
    }
    case 'defaultValues':
      return fillDefaultValues(subject, generator.value);
    case 'target':
      return addTarget(subject, generator.target);
    case 'unified':
      return toUnified(subject);
    case 'sortPeriods':
      return sortPeriods(subject);
    case 'nextYear': {
      const moved = shiftDates(subject, yearShift(subject));
      const name = setMember(subject.model.text, subject.root, field.name, JSON.stringify(generator.name));
      return isRefusal(moved) ? moved : [...moved, name];
    }
  }
}

/** Why a text may not be: its first finding of a rule that had none before, or whose errors and warnings were fewer. */
function refusalOf(text: string, before: readonly Finding[]): Refusal | undefined {
  const known = new Map<string, number>();
  for (const { code } of before) known.set(code, (known.get(code) ?? 0) + 1);
  const left = new Map(known);
  const added = findingsOf(modelOfText(text)).find(({ code, level }) => {
    const count = (left.get(code) ?? 0) - 1;
    left.set(code, count);
    return count < 0 && (!known.has(code) || level === 'error' || level === 'warning');
  });
  return added && { reason: `It would bring a new problem: ${added.message}` };
}
