/** Every example of a router that the demo serves, by the name it has there. All of them pass the specs of routes. */
export const routerExamples = ['react-router', 'vue-router'] as const;

/** Every example of a framework without an adapter of its own, by the name it has in the demo. */
export const frameworkExamples = ['solid', 'preact', 'lit', 'alpine'] as const;
