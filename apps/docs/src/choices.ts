/** What a reader chooses once, and what each choice is called. All pages show the code of what was chosen. */
export const choices = {
  framework: { react: 'React', vue: 'Vue', svelte: 'Svelte', element: 'HTML' },
  backend: {
    node: 'Node',
    express: 'Express',
    fastify: 'Fastify',
    hono: 'Hono',
    next: 'Next',
    nuxt: 'Nuxt',
    sveltekit: 'SvelteKit',
  },
} as const;

/** What is chosen: a framework, or a backend. */
export type ChoiceKind = keyof typeof choices;

/** The kinds of choices. */
export const choiceKinds = Object.keys(choices) as readonly ChoiceKind[];

/** Which kind a name such as `vue` or `express` is of; undefined where it is no choice. */
export function kindOf(name: string): ChoiceKind | undefined {
  return choiceKinds.find((kind) => Object.hasOwn(choices[kind], name));
}

/** What a choice is called. */
export function titleOf(kind: ChoiceKind, name: string): string {
  return (choices[kind] as Readonly<Record<string, string>>)[name] ?? name;
}
