/** What a spec finds on the screen of every sample app. */
export const testIds = {
  /** The adapter's container, which holds the iframe. */
  embed: 'embed',
  /** The second embed's container, in scenario `two`. */
  secondEmbed: 'embed-second',
  status: 'status',
  page: 'page',
  height: 'height',
  session: 'session',
  problem: 'problem',
  refresh: 'refresh',
  relaunch: 'relaunch',
  /** Takes the embed out of the page, and puts it in again. */
  toggle: 'toggle',
  /** Renders the embed again, with every callback and object written anew. */
  render: 'render',
  /** Opens the visualizer, connected with this screen. */
  visualizer: 'visualizer',
  /** Switches the framework's strict mode, where it has one. */
  strict: 'strict',
  pages: {
    dashboard: 'page-dashboard',
    connections: 'page-connections',
    rules: 'page-rules',
    events: 'page-events',
  },
} as const;
