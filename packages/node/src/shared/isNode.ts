/** The global of Node, of the runtimes that are like it, and of polyfills. */
interface Scope {
  readonly process?: { readonly versions?: { readonly node?: unknown } };
}

/** Whether this is Node, or a runtime that is like it. A polyfill of `process` has another tag. */
export function isNode({ process }: Scope): boolean {
  return typeof process?.versions?.node === 'string' && Object.prototype.toString.call(process) === '[object process]';
}
