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
  /** Renders the embed again, with every callback and object written again. */
  render: 'render',
  /** Opens the visualizer, connected with this screen. */
  visualizer: 'visualizer',
  /** Switches the framework's strict mode, where it has one. */
  strict: 'strict',
  /** Only on the page of what can go wrong. */
  failures: {
    /** One button of it; its `data-code` says which. */
    failure: 'failure',
    /** The code of what the toolkit noticed. */
    code: 'code',
    message: 'message',
    remedy: 'remedy',
    cure: 'cure',
    /** What the user is told of the problem. */
    userMessage: 'user-message',
    findings: 'findings',
    docs: 'docs',
    log: 'log',
    /** Ends whatever goes wrong. */
    putRight: 'put-right',
    /** Another embed, with which nothing goes wrong. */
    startAgain: 'start-again',
  },
  /** The links of the product's navigation, by what they show. */
  views: {
    integrations: 'view-integrations',
    failures: 'view-failures',
  },
  /** The tabs of the integrations page. */
  tabs: {
    integrations: 'tab-integrations',
    settings: 'tab-settings',
  },
  pages: {
    dashboard: 'page-dashboard',
    connections: 'page-connections',
    rules: 'page-rules',
    events: 'page-events',
  },
} as const;
