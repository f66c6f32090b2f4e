import { ago } from './text.ts';

/** A moment, told as how long ago; the exact time on hover. */
export function Ago({ time }: { readonly time: string }) {
  return (
    <time dateTime={time} title={new Date(time).toLocaleString()}>
      {ago(time, Date.now())}
    </time>
  );
}
