import type { PreviewTarget } from '../../../../server/src/protocol/requests';
import { measureOf } from '../../../../server/src/protocol/preview-measure';
import { ConditionTree } from './condition-tree';
import { FactList } from './fact-list';
import { fill, usePage } from './page-context';
import { Place, Said, Words } from './place';

/** What is measured, target by target. The values are in the table of the periods. */
export function TargetCards({
  targets,
  omitted,
}: {
  readonly targets: readonly PreviewTarget[];
  readonly omitted: number;
}) {
  const { texts } = usePage();
  if (targets.length === 0) return <p class="absent">{texts.noTargets}</p>;
  return (
    <>
      <ul class="cards">
        {targets.map((target) => (
          <li key={target.index} class="card">
            <h3>
              <Place range={target.range}>
                <Words text={target.name} instead={fill(texts.targetNumber, target.index + 1)} />
              </Place>
            </h3>
            {measureOf(target.kpi).length > 0 && (
              <p class="measure">
                <Place range={target.kpi.range}>
                  <Said phrase={measureOf(target.kpi)} />
                </Place>
              </p>
            )}
            {!target.active && <span class="chip off">{texts.inactive}</span>}
            {target.conditions.map((condition, index) => (
              <ConditionTree key={index} condition={condition} />
            ))}
            {target.facts.length > 0 && <FactList facts={target.facts} />}
          </li>
        ))}
      </ul>
      {omitted > 0 && <p class="absent">{fill(texts.unlisted, omitted)}</p>}
    </>
  );
}
