import { describeHostileExpressions } from '../support/corpus/describe-hostile-expressions';
import { describeHostileText } from '../support/corpus/describe-hostile-text';

describeHostileExpressions({ length: 1024 * 1024 });
describeHostileText({ length: 200_000 });
