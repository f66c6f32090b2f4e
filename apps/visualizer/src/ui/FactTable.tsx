import type { ReactElement } from 'react';

/** Names and values, as a table; the caller leaves out what is not known. */
export function FactTable({
  title,
  facts,
  testId,
}: {
  title: string;
  facts: readonly (readonly [string, string])[];
  testId: string;
}): ReactElement {
  return (
    <section className="facts-section">
      <h2>{title}</h2>
      <dl className="facts" data-testid={testId}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
