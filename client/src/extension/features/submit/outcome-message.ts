import {
  type ApiError,
  describeOutcome,
  type SubmitOutcome,
  type Translate,
} from '../../../../../server/src/api/index';
import { toPlainText } from '../../infrastructure/texts';

const longest = { message: 500, error: 200 };
const shownErrors = 3;

/** What the API answered with, in its order; empty for an outcome without an answer. */
export function errorsOf(outcome: SubmitOutcome): readonly ApiError[] {
  return 'errors' in outcome ? outcome.errors : [];
}

/** What is to be shown in the definition: the errors of the API, or that it says the name is taken. */
export function problemsOf(outcome: SubmitOutcome): readonly ApiError[] {
  if (outcome.kind !== 'blocked' || outcome.obstacle.reason !== 'name-taken') return errorsOf(outcome);
  return [{ code: 310069, message: 'isValidName: false' }];
}

/** The outcome in one message: our sentence and the first errors as they came, none of it a link. */
export function outcomeMessage(outcome: SubmitOutcome, host: string, t: Translate): string {
  const sentence = toPlainText(describeOutcome(outcome, host, t), longest.message);
  const errors = errorsOf(outcome).slice(0, shownErrors);
  return [sentence, ...errors.map((error) => describeError(error, t))].join(' ');
}

function describeError({ code, message }: ApiError, t: Translate): string {
  const text = toPlainText(message, longest.error);
  return code === undefined ? text : t('Error {0}: {1}', toPlainText(`${code}`, longest.error), text);
}
