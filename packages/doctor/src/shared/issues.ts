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
  'Something between this machine and Meshes answers in its place, such as a proxy or a sign-in page; or another service is at this address.';
const busy = 'Meshes is overloaded or down for the moment, or the way to it is.';
const later = 'Run this again in some minutes. Where it stays, quote the request id to the support of Meshes.';
const sessionCall = 'The machine key may not do this, or the session ended meanwhile.';

/** Every issue, by its code. Codes are stable. */
const catalogue = {
  'credentials-malformed': {
    explanation:
      "A variable is cut, has quotes, a blank or a line break in it, or still holds the text of a template; or two values are in each other's place.",
    fix: 'Copy the machine key anew into MESHES_ORGANIZATION_ID, MESHES_ACCESS_KEY and MESHES_SECRET_KEY, and start the backend with the same values.',
  },
  'service-unreachable': {
    explanation: 'The address is wrong, or a firewall, a proxy or the name service keeps this machine from it.',
    fix: 'Check MESHES_BASE_URL, and that this machine may open connections to that host.',
  },
  'service-failing': { explanation: busy, fix: later },
  'service-other': {
    explanation: proxy,
    fix: 'Check MESHES_BASE_URL, and what a request from this machine to it really gets.',
  },
  'clock-off': {
    explanation:
      'The clock of this machine is wrong. A machine JWT lives 60 s by the clock of Meshes. This package signs anew when it is refused for that; other code on this machine does not.',
    fix: 'Let the machine keep its time by NTP.',
  },
  'key-refused': {
    explanation: 'Access key and secret key do not belong together, have been revoked, or are of another environment.',
    fix: 'Copy the machine key anew. Where it is right, check that MESHES_BASE_URL is the service that made it.',
  },
  'organization-refused': {
    explanation: 'The key is good, and belongs to another organization.',
    fix: 'Check MESHES_ORGANIZATION_ID.',
  },
  'workspace-unknown': {
    explanation:
      'There is no such workspace in this organization, or MESHES_BASE_URL is another service than the one that has it.',
    fix: 'Take the workspace id from Meshes, of the organization that the key belongs to.',
  },
  'mint-refused': {
    explanation: 'The key may not mint for this workspace, or Meshes does not take this origin.',
    fix: 'Check the rights of the key, and --origin.',
  },
  'mint-failing': { explanation: `${busy} Your pages get 429 or 503 then, and try again by themselves.`, fix: later },
  'mint-answer': {
    explanation: proxy,
    fix: 'Check MESHES_BASE_URL. A launch URL has to be https; http passes for a sandbox on loopback alone.',
  },
  'launch-own-origin': {
    explanation:
      'The embed has the origin of your own pages. Nothing would keep what runs in it from your pages and their users.',
    fix: 'Serve your pages from another origin than the embed, and check that --origin is that of your pages.',
  },
  'launch-refused': {
    explanation:
      'The launch URL was used before this request, or was too old. Whatever looks at it first spends it: a proxy that scans links, a preview, a prefetch.',
    fix: 'Use each launch URL at once, in the iframe and nowhere else; keep mints out of caches, and launch URLs out of logs and link scanners.',
    symptom: 'Invalid or expired embed launch token',
  },
  'launch-failing': {
    explanation: 'The embed is down for the moment, or this machine cannot reach its origin while browsers may.',
    fix: later,
  },
  'framing-refused': {
    explanation:
      'Browsers show an empty frame in your pages. The session was minted for their origin, so something on the way changes the header, or Meshes does not take the origin as it is.',
    fix: 'Check --origin, and what stands between browsers and the embed. Where both are right, report it to the support of Meshes.',
  },
  'framing-open': {
    explanation:
      'Any site may put this embed in a frame, though the session was minted for your origin alone: something on the way drops or changes the header.',
    fix: 'Check what stands between browsers and the embed. Where nothing does, report it to the support of Meshes.',
  },
  'launch-reusable': {
    explanation:
      'Whoever sees a launch URL, in a log or in a history, can open the workspace with it as long as it lives.',
    fix: 'Report it to the support of Meshes. Until then keep launch_ttl_seconds at 15.',
  },
  'refresh-refused': {
    explanation: sessionCall,
    fix: 'Check the rights of the key, and that nothing else revokes the sessions of this workspace.',
  },
  'refresh-failing': { explanation: `${busy} Embeds go on with the token that they have until it ends.`, fix: later },
  'refresh-answer': { explanation: proxy, fix: 'Check MESHES_BASE_URL.' },
  'refresh-same-token': {
    explanation:
      'Something on the way keeps answers and gives them again, so that the embed is sent a token that has ended.',
    fix: 'Keep caches and retrying proxies away from the management API.',
    symptom: 'Stale-token 401',
  },
  'stale-accepted': {
    explanation:
      'A token that was replaced still opens the workspace: a refresh does not end what somebody else may hold.',
    fix: 'Report it to the support of Meshes. Until then keep ttl_seconds short, and revoke sessions when users sign out.',
  },
  'revoke-refused': {
    explanation: sessionCall,
    fix: 'Check the rights of the key: without this call no one can be signed out of an embed.',
  },
  'revoke-failing': { explanation: busy, fix: later },
  'revoke-answer': { explanation: proxy, fix: 'Check MESHES_BASE_URL.' },
  'revoke-without-effect': {
    explanation: 'A session that was revoked goes on: who was signed out of your app stays in the embed.',
    fix: 'Report it to the support of Meshes.',
  },
  'backend-unreachable': {
    explanation:
      'The route is not served there, or this machine cannot reach it. For a preflight: browsers take the answer for a no, and pages see no answer at all.',
    fix: 'Check --endpoint, and that the backend runs. For pages of another origin name it in allowedOrigins, and let OPTIONS reach the handler like POST and DELETE.',
  },
  'endpoint-missing': {
    explanation: 'No session handler is mounted there, or it does not get this method, or not the paths below its own.',
    fix: 'Give --endpoint what your pages are given as endpoint, without /sessions; mount the handler for every path below it, and for POST, DELETE and OPTIONS.',
  },
  'endpoint-redirects': {
    explanation:
      'The route sends its callers elsewhere, mostly to a sign-in page, or to the same address with or without a slash at its end. Pages do not follow that.',
    fix: 'Answer 401 on this route, and leave redirects to routes that people open. Give the address that answers by itself.',
  },
  'endpoint-refuses': {
    explanation:
      'The route does not take the request that pages send: POST with the JSON {} and content-type application/json.',
    fix: 'Look at what stands in front of the handler: a body parser, a CSRF check, a firewall. Its answer and its log say what it misses.',
  },
  'endpoint-not-json': {
    explanation:
      'Something else answers in place of the route: a page for addresses that are not there, or a development server without its proxy.',
    fix: 'Check --endpoint, where the handler is mounted, and the proxy of the development server.',
  },
  'backend-failed': {
    explanation: 'The backend, or its call of Meshes, failed.',
    fix: 'Look at what onError heard, or at the log of the backend.',
  },
  'session-revoked': {
    explanation: 'The route answers a mint as if it were about a session that was ended (409 or 410).',
    fix: 'Use createSessionHandler as it is, and look at what stands in front of it.',
  },
  'endpoint-unexpected': {
    explanation:
      'The route refused for another reason than the one that was tried, so that one may never be looked at.',
    fix: 'Use createSessionHandler as it is, and look at what stands in front of it.',
  },
  'not-found': {
    explanation: 'Meshes does not know the workspace that authorize returned for this user.',
    fix: 'Compare that workspace_id with the workspaces of your organization, and MESHES_BASE_URL of the backend with the service that has them.',
  },
  'endpoint-open': {
    explanation: "Anybody can mint a session of your customers' workspaces.",
    fix: 'Let authorize return null for requests without a signed-in user. Ask no default user in.',
  },
  'not-authorized': {
    explanation:
      'What --header holds signs no one in, or the session has ended; or the route takes the page for a foreign one: it compares Origin with a Host that a proxy or a framework has changed, or it looks for a sign-in before it looks at a preflight.',
    fix: "Copy the header again from a signed-in page. Let the proxy keep Host. For another origin than the route's own, name it in allowedOrigins, and let OPTIONS pass to the handler.",
  },
  'session-malformed': {
    explanation: 'The answer lacks what a page needs, has it under another name, or is wrapped in another object.',
    fix: 'Pass on what createSessionHandler answers as it is: session_id, access_token and launch_url at the top, spelled so.',
  },
  'endpoint-other-workspace': {
    explanation: 'The signed-in user gets the workspace of somebody else, or --workspace is not theirs.',
    fix: 'Check the workspace_id that authorize returns for this user.',
    symptom: 'Iframe appears but no workspace data loads',
  },
  'endpoint-foreign-served': {
    explanation: 'Any site that a signed-in user visits can mint sessions in their name.',
    fix: 'Refuse requests whose Sec-Fetch-Site or Origin is foreign, as createSessionHandler does, before anything else.',
  },
  'endpoint-cors': {
    explanation: 'Pages of any origin may read the answers, tokens included, in the name of a signed-in user.',
    fix: 'Take general CORS middleware off this route; name single origins in allowedOrigins.',
  },
  'endpoint-cached': {
    explanation:
      "Browsers and proxies may keep the answer, and give one user's token to another or a launch URL twice.",
    fix: 'Leave Cache-Control: no-store on this route, also where a proxy or a framework sets its own.',
    symptom: 'Invalid or expired embed launch token',
  },
  'endpoint-launch-token': {
    explanation: 'The answer of Meshes is passed on as it is. The page needs launch_url alone.',
    fix: 'Leave launch_token out, as createSessionHandler does.',
  },
  'endpoint-secret': {
    explanation: 'The answer holds the machine key. Whoever has it can mint for every workspace.',
    fix: 'Revoke the key at Meshes now, and answer with the fields of the session alone.',
  },
  'endpoint-framing-refused': {
    explanation:
      'Browsers show an empty frame in your pages: the allowed_origins that authorize returns do not name their origin.',
    fix: 'Return allowed_origins that name the origin of your pages exactly: scheme, host and port.',
  },
  'endpoint-framing-open': {
    explanation: 'Any site may put this embed in a frame: authorize returns no allowed_origins.',
    fix: 'Return allowed_origins that name the origin of your pages.',
  },
  'session-left': {
    explanation:
      'A session that this run minted could not be revoked. It shows the workspace to whoever has its token, and no one was given that.',
    fix: 'It ends by itself within 5 minutes, one of your own route within its ttl_seconds; or revoke it by its id.',
  },
} as const satisfies Readonly<Record<string, Issue>>;

/** The code of an issue. Stable. */
export type IssueCode = keyof typeof catalogue;

/** Every issue, by its code. */
export const issues: Readonly<Record<IssueCode, Issue>> = catalogue;
