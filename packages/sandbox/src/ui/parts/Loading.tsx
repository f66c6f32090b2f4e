/** Grey lines where rows will be, with words for those who can't see them. */
export function Loading({ rows = 5 }: { readonly rows?: number }) {
  return (
    <div class="card loading" role="status" data-testid="loading">
      <span class="unseen">Loading…</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} class="skeleton" aria-hidden="true" style={{ width: `${92 - ((row * 23) % 40)}%` }} />
      ))}
    </div>
  );
}
