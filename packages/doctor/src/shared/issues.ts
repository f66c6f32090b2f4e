/** What an issue usually means and what to do about it. */
interface Issue {
  readonly explanation: string;
  readonly fix: string;
  /** The failure that pages and people see of it, in the words that the vendor's troubleshooting lists (contract §8). */
  readonly symptom?:
    | 'Invalid or expired embed launch token'
    | 'Stale-token 401'
    | 'Iframe appears but no workspace data loads';
}

const proxy =
  'Something between this machine and Meshes answers in its place, such as a proxy or a sign-in page; or another service has this address.';
const busy = 'Meshes, or the network to it, is overloaded or down at the moment.';
const later = 'Run this again in a few minutes. If it fails again, quote the request id to the support of Meshes.';
const sessionCall = 'The machine key has no right to do this, or the session has ended in the meantime.';

/** Every issue, by its code. Codes are stable. */
const catalogue = {
  'credentials-malformed': {
    explanation:
      'A variable is cut off, has quotes, a blank or a line break in it, or still holds the text of a template; or two values are swapped.',
    fix: 'Copy the machine key again into MESHES_ORGANIZATION_ID, MESHES_ACCESS_KEY and MESHES_SECRET_KEY, and start the backend with the same values.',
  },
  'service-unreachable': {
    explanation: 'The address is wrong, or a firewall, a proxy or the name service blocks this machine from it.',
    fix: 'Check MESHES_BASE_URL, and that this machine may open connections to that host.',
  },
  'service-failing': { explanation: busy, fix: later },
  'service-other': {
    explanation: proxy,
    fix: 'Check MESHES_BASE_URL, and what a request from this machine to it gets.',
  },
  'clock-off': {
    explanation:
      'The clock of this machine is wrong. A machine JWT lives 60 s by the clock of Meshes. @meshes-embed/node corrects for the difference; other code on this machine does not.',
    fix: 'Synchronize the clock of this machine by NTP.',
  },
  'key-refused': {
    explanation: 'Access key and secret key do not belong together, have been revoked, or are of another environment.',
    fix: 'Copy the machine key again. If it is right, check that MESHES_BASE_URL is the service that issued it.',
  },
  'organization-refused': {
    explanation: 'The key is valid, but belongs to another organization.',
    fix: 'Check MESHES_ORGANIZATION_ID.',
  },
  'workspace-unknown': {
    explanation:
      'This organization has no such workspace, or MESHES_BASE_URL is another service than the one that has it.',
    fix: 'Copy the workspace id from Meshes, from the organization that the key belongs to.',
  },
  'mint-refused': {
    explanation: 'The key has no right to mint for this workspace, or Meshes does not accept this origin.',
    fix: 'Check the rights of the key, and --origin.',
  },
  'mint-failing': { explanation: `${busy} Meanwhile your pages get 429 or 503, and retry by themselves.`, fix: later },
  'mint-answer': {
    explanation: proxy,
    fix: 'Check MESHES_BASE_URL. A launch URL has to be https; http is accepted only for a sandbox on loopback.',
  },
  'launch-own-origin': {
    explanation:
      'The embed has the same origin as your pages. Code that runs in it could reach your pages and their users.',
    fix: 'Serve your pages from another origin than the embed, and check that --origin is that of your pages.',
  },
  'launch-refused': {
    explanation:
      'The launch URL was used before this request, or was too old. Its first request uses it up, also that of a proxy that scans links, of a preview or of a prefetch.',
    fix: 'Use each launch URL at once, and only in the iframe. Keep mints out of caches, and launch URLs out of logs and link scanners.',
    symptom: 'Invalid or expired embed launch token',
  },
  'launch-failing': {
    explanation: 'The embed is down at the moment, or this machine cannot reach its origin although browsers may.',
    fix: later,
  },
  'framing-refused': {
    explanation:
      'Browsers show an empty frame in your pages. The session was minted for their origin, so something on the way changes the header, or Meshes does not accept the origin in this form.',
    fix: 'Check --origin, and what is between browsers and the embed. If both are right, report it to the support of Meshes.',
  },
  'framing-open': {
    explanation:
      'Any site may put this embed in a frame, although the session was minted only for your origin. Something on the way drops or changes the header.',
    fix: 'Check what is between browsers and the embed. If nothing is, report it to the support of Meshes.',
  },
  'launch-reusable': {
    explanation:
      'Anyone who sees a launch URL, in a log or in a history, can open the workspace with it until it expires.',
    fix: 'Report it to the support of Meshes. Until then keep launch_ttl_seconds at 15.',
  },
  'refresh-refused': {
    explanation: sessionCall,
    fix: 'Check the rights of the key, and that nothing else revokes sessions of this workspace.',
  },
  'refresh-failing': { explanation: `${busy} Embeds keep the token that they have until it expires.`, fix: later },
  'refresh-answer': { explanation: proxy, fix: 'Check MESHES_BASE_URL.' },
  'refresh-same-token': {
    explanation: 'A cache or proxy replays old answers, so the embed gets a token that has expired.',
    fix: 'Keep caches and retrying proxies away from the management API.',
    symptom: 'Stale-token 401',
  },
  'stale-accepted': {
    explanation:
      'A token that was replaced still opens the workspace: a refresh does not end a token that someone else may have.',
    fix: 'Report it to the support of Meshes. Until then keep ttl_seconds short, and revoke sessions when users sign out.',
  },
  'revoke-refused': {
    explanation: sessionCall,
    fix: 'Check the rights of the key. Without this call you cannot sign a user out of an embed.',
  },
  'revoke-failing': { explanation: busy, fix: later },
  'revoke-answer': { explanation: proxy, fix: 'Check MESHES_BASE_URL.' },
  'revoke-without-effect': {
    explanation: 'A revoked session still works: a user who signed out of your app stays signed in to the embed.',
    fix: 'Report it to the support of Meshes.',
  },
  'backend-unreachable': {
    explanation:
      'The route is not served there, or this machine cannot reach it. For a preflight: browsers read this answer as a refusal, and pages get no answer at all.',
    fix: 'Check --endpoint, and that the backend runs. If pages have another origin, name it in allowedOrigins, and let OPTIONS reach the handler like POST and DELETE.',
  },
  'backend-timeout': {
    explanation: 'The route takes the request and does not answer in time. Pages wait for 15 s.',
    fix: 'Look at what the route waits for. createSessionHandler bounds each call of Meshes to 10 s; give a slow backend more time with --timeout.',
  },
  'endpoint-missing': {
    explanation:
      'No session handler is mounted there, or it does not get this method, or it does not get the paths below its mount point.',
    fix: 'Give --endpoint what your pages are given as endpoint, without /sessions; mount the handler for every path below it, and for POST, DELETE and OPTIONS.',
  },
  'endpoint-redirects': {
    explanation:
      'The route redirects, mostly to a sign-in page, or to the same address with or without a slash at its end. Pages do not follow redirects.',
    fix: 'Answer 401 on this route, and redirect only on routes that people open. Give --endpoint the address that answers without a redirect.',
  },
  'endpoint-refuses': {
    explanation:
      'The route does not accept the request that pages send: POST with the JSON {} and content-type application/json.',
    fix: 'Check what is before the handler: a body parser, a CSRF check, a firewall. Its answer and its log say what is missing.',
  },
  'endpoint-not-json': {
    explanation:
      'Something else answers in place of the route: a page for unknown addresses, or a development server without its proxy.',
    fix: 'Check --endpoint, where the handler is mounted, and the proxy of the development server.',
  },
  'backend-failed': {
    explanation: 'The backend, or its call of Meshes, failed.',
    fix: 'Look at the error that onError got, or at the log of the backend.',
  },
  'page-refused': {
    explanation:
      'The handler says that the session may not see the page (bad-page), although no page was asked for: the session type that authorize returns has no dashboard, or something before the handler adds a page.',
    fix: 'Use createSessionHandler unchanged, and check what is before it.',
  },
  'endpoint-unexpected': {
    explanation:
      'The route refused for another reason than the one that this check is about, so it may never check that one.',
    fix: 'Use createSessionHandler unchanged, and check what is before it.',
  },
  'not-found': {
    explanation: 'Meshes does not know the workspace that authorize returned for this user.',
    fix: 'Compare that workspace_id with the workspaces of your organization, and MESHES_BASE_URL of the backend with the service that has them.',
  },
  'endpoint-open': {
    explanation: "Anyone can mint a session of your customers' workspaces.",
    fix: 'Let authorize return null for requests without a signed-in user. Do not sign in a default user.',
  },
  'not-authorized': {
    explanation:
      'The header in --header signs no one in, or that sign-in has expired; or the route takes the page for a foreign one, because it compares Origin with a Host that a proxy or a framework has changed, or requires a sign-in for preflights.',
    fix: "Copy the header again from a signed-in page. Let the proxy keep Host. For another origin than the route's own, name it in allowedOrigins, and let OPTIONS pass to the handler.",
  },
  'session-malformed': {
    explanation:
      'The answer lacks a field that pages need, has it under another name, or is wrapped in another object.',
    fix: 'Pass on the answer of createSessionHandler unchanged, with session_id, access_token and launch_url at the top level.',
  },
  'token-malformed': {
    explanation: 'access_token is blank, no text, or longer than 8 kB. Pages give an embed no such token.',
    fix: 'Pass on the access_token of Meshes unchanged, from the mint and from each refresh.',
  },
  'launch-url-refused': {
    explanation:
      'launch_url is not https, has a user name or password in it, is no absolute address, or has over 8,192 characters. Pages put no such address into an iframe.',
    fix: 'Pass on the launch_url of Meshes unchanged. Plain http passes on loopback only, for a sandbox.',
  },
  'endpoint-other-workspace': {
    explanation: 'The signed-in user gets the workspace of another customer, or --workspace is not theirs.',
    fix: 'Check the workspace_id that authorize returns for this user.',
    symptom: 'Iframe appears but no workspace data loads',
  },
  'endpoint-foreign-served': {
    explanation: 'Any site that a signed-in user visits can mint sessions in their name.',
    fix: 'Before anything else, refuse requests whose Sec-Fetch-Site or Origin is foreign, as createSessionHandler does.',
  },
  'endpoint-cors': {
    explanation: 'Pages of any origin may read the answers to a signed-in user, with their tokens.',
    fix: 'Remove general CORS middleware from this route, and name the origins in allowedOrigins.',
  },
  'endpoint-cached': {
    explanation:
      "Browsers and proxies may cache the answer, and give one user's token to another, or the same launch URL twice.",
    fix: 'Keep Cache-Control: no-store on this route, also if a proxy or a framework sets its own.',
    symptom: 'Invalid or expired embed launch token',
  },
  'endpoint-launch-token': {
    explanation: 'The answer of Meshes is passed on unchanged. The page needs only launch_url.',
    fix: 'Leave launch_token out, as createSessionHandler does.',
  },
  'endpoint-secret': {
    explanation: 'The answer holds the machine key. Anyone who has it can mint for every workspace.',
    fix: 'Revoke the key at Meshes now, and answer with only the fields of the session.',
  },
  'endpoint-framing-refused': {
    explanation:
      'Browsers show an empty frame in your pages, because the allowed_origins that authorize returns do not name their origin.',
    fix: 'Return allowed_origins that name the origin of your pages exactly: scheme, host and port.',
  },
  'endpoint-framing-open': {
    explanation: 'Any site may put this embed in a frame, because authorize returns no allowed_origins.',
    fix: 'Return allowed_origins that name the origin of your pages.',
  },
  'session-left': {
    explanation:
      'A session that this run minted could not be revoked. Its token opens the workspace, but this run gave the token to no one.',
    fix: 'It expires within 5 minutes, or within its ttl_seconds if your own route minted it. To end it now, revoke it by its id.',
  },
} as const satisfies Readonly<Record<string, Issue>>;

/** The code of an issue. Stable. */
export type IssueCode = keyof typeof catalogue;

/** Every issue, by its code. */
export const issues: Readonly<Record<IssueCode, Issue>> = catalogue;
