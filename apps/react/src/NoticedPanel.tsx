import { noticedLines, testIds, type FailureView } from '@meshes-embed/app-shared';
import type { ReactElement } from 'react';

/** What the toolkit noticed of the failure, and what happened in what order. */
export function NoticedPanel({ view }: { view: FailureView }): ReactElement {
  return (
    <section className="panel noticed" aria-label="What the toolkit noticed">
      <h2>{view.chosen?.title ?? 'Nothing goes wrong'}</h2>
      <p className="panel-note">
        {view.chosen?.happens ??
          'What the toolkit notices stands here, with its cause, what to do about it, and its cure.'}
      </p>
      {view.refused !== null && (
        <p className="refused" role="status">
          {view.refused}
        </p>
      )}
      <dl className="facts">
        {noticedLines(view).map(({ testId, label, value, href }) => (
          <div className="fact" key={testId}>
            <dt>{label}</dt>
            <dd data-testid={testId} data-status={testId === testIds.status ? value : undefined}>
              {href === undefined ? value : <a href={href}>{value}</a>}
            </dd>
          </div>
        ))}
      </dl>
      <ol className="noticed-log" data-testid={testIds.failures.log}>
        {view.log.map(({ key, after, text, kind }) => (
          <li key={key} data-kind={kind}>
            <time>{after}</time>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
