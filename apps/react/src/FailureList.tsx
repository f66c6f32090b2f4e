import { endings, failureRows, testIds, type Failure } from '@meshes-embed/app-shared';
import type { ReactElement } from 'react';

/** A button for each failure, under the titles of the vendor's troubleshooting. */
export function FailureList({
  chosen,
  make,
}: {
  chosen: Failure | null;
  make: (failure: Failure) => void;
}): ReactElement {
  return (
    <div className="failure-rows">
      {failureRows.map(({ row, title, failures }) => (
        <section className="failure-row" key={row} aria-label={title}>
          <h2>{title}</h2>
          <ul className="failure-list">
            {failures.map((failure) => (
              <li key={failure.code}>
                <button
                  type="button"
                  className="failure"
                  data-testid={testIds.failures.failure}
                  data-code={failure.code}
                  aria-pressed={failure === chosen}
                  onClick={() => make(failure)}
                >
                  <span>{failure.title}</span>
                  <code>{failure.code}</code>
                  <span className="failure-ends" data-ends={failure.ends}>
                    {endings[failure.ends]}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
