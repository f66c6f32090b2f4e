/** Every sample app that the demo serves, by the name it has there. All of them pass the same specs. */
export const apps = ['react', 'vue', 'svelte', 'element'] as const;

export type AppName = (typeof apps)[number];
