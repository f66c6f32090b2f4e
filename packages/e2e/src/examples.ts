/** Every example of a router that the demo serves, by the name it has there. All of them pass the specs of routes. */
export const examples = ['react-router', 'vue-router'] as const;
