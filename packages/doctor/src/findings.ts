/** What a finding usually means and what to do about it. */
export interface Explanation {
  readonly means: string;
  readonly remedy: string;
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

/** Everything that can be found, by its code. Codes are stable. */
export const findings = {
  'credentials-malformed': {
    means:
      "A variable is cut, has quotes, a blank or a line break in it, or still holds the text of a template; or two values are in each other's place.",
    remedy:
      'Copy the machine key anew into MESHES_ORGANIZATION_ID, MESHES_ACCESS_KEY and MESHES_SECRET_KEY, and start the backend with the same values.',
  },
  'service-unreachable': {
    means: 'The address is wrong, or a firewall, a proxy or the name service keeps this machine from it.',
    remedy: 'Check MESHES_BASE_URL, and that this machine may open connections to that host.',
  },
  'service-failing': { means: busy, remedy: later },
  'service-other': {
    means: proxy,
    remedy: 'Check MESHES_BASE_URL, and what a request from this machine to it really gets.',
  },
  'clock-off': {
    means:
      'The clock of this machine is wrong. A machine JWT lives 60 s by the clock of Meshes. This package signs anew when it is refused for that; other code on this machine does not.',
    remedy: 'Let the machine keep its time by NTP.',
  },
  'key-refused': {
    means: 'Access key and secret key do not belong together, have been revoked, or are of another environment.',
    remedy: 'Copy the machine key anew. Where it is right, check that MESHES_BASE_URL is the service that made it.',
  },
  'organization-refused': {
    means: 'The key is good, and belongs to another organization.',
    remedy: 'Check MESHES_ORGANIZATION_ID.',
  },
  'workspace-unknown': {
    means:
      'There is no such workspace in this organization, or MESHES_BASE_URL is another service than the one that has it.',
    remedy: 'Take the workspace id from Meshes, of the organization that the key belongs to.',
  },
  'mint-refused': {
    means: 'The key may not mint for this workspace, or Meshes does not take this origin.',
    remedy: 'Check the rights of the key, and --origin.',
  },
  'mint-failing': { means: `${busy} Your pages get 429 or 503 then, and try again by themselves.`, remedy: later },
  'mint-answer': {
    means: proxy,
    remedy: 'Check MESHES_BASE_URL. A launch URL has to be https; http passes for a sandbox on loopback alone.',
  },
  'launch-own-origin': {
    means:
      'The embed has the origin of your own pages. Nothing would keep what runs in it from your pages and their users.',
    remedy: 'Serve your pages from another origin than the embed, and check that --origin is that of your pages.',
  },
  'launch-refused': {
    means:
      'The launch URL was used before this request, or was too old. Whatever looks at it first spends it: a proxy that scans links, a preview, a prefetch.',
    remedy:
      'Use each launch URL at once, in the iframe and nowhere else; keep mints out of caches, and launch URLs out of logs and link scanners.',
    symptom: 'Invalid or expired embed launch token',
  },
  'launch-failing': {
    means: 'The embed is down for the moment, or this machine cannot reach its origin while browsers may.',
    remedy: later,
  },
  'framing-refused': {
    means:
      'Browsers show an empty frame in your pages. The session was minted for their origin, so something on the way changes the header, or Meshes does not take the origin as it is.',
    remedy:
      'Check --origin, and what stands between browsers and the embed. Where both are right, report it to the support of Meshes.',
  },
  'framing-open': {
    means:
      'Any site may put this embed in a frame, though the session was minted for your origin alone: something on the way drops or changes the header.',
    remedy: 'Check what stands between browsers and the embed. Where nothing does, report it to the support of Meshes.',
  },
  'launch-reusable': {
    means: 'Whoever sees a launch URL, in a log or in a history, can open the workspace with it as long as it lives.',
    remedy: 'Report it to the support of Meshes. Until then keep launch_ttl_seconds at 15.',
  },
  'refresh-refused': {
    means: sessionCall,
    remedy: 'Check the rights of the key, and that nothing else revokes the sessions of this workspace.',
  },
  'refresh-failing': { means: `${busy} Embeds go on with the token that they have until it ends.`, remedy: later },
  'refresh-answer': { means: proxy, remedy: 'Check MESHES_BASE_URL.' },
  'refresh-same-token': {
    means: 'Something on the way keeps answers and gives them again, so that the embed is sent a token that has ended.',
    remedy: 'Keep caches and retrying proxies away from the management API.',
    symptom: 'Stale-token 401',
  },
  'stale-accepted': {
    means: 'A token that was replaced still opens the workspace: a refresh does not end what somebody else may hold.',
    remedy:
      'Report it to the support of Meshes. Until then keep ttl_seconds short, and revoke sessions when users sign out.',
  },
  'revoke-refused': {
    means: sessionCall,
    remedy: 'Check the rights of the key: without this call no one can be signed out of an embed.',
  },
  'revoke-failing': { means: busy, remedy: later },
  'revoke-answer': { means: proxy, remedy: 'Check MESHES_BASE_URL.' },
  'revoke-without-effect': {
    means: 'A session that was revoked goes on: who was signed out of your app stays in the embed.',
    remedy: 'Report it to the support of Meshes.',
  },
  'backend-unreachable': {
    means:
      'The route is not served there, or this machine cannot reach it. For a preflight: browsers take the answer for a no, and pages see no answer at all.',
    remedy:
      'Check --endpoint, and that the backend runs. For pages of another origin name it in allowedOrigins, and let OPTIONS reach the handler like POST and DELETE.',
  },
  'endpoint-missing': {
    means: 'No session handler is mounted there, or it does not get this method, or not the paths below its own.',
    remedy:
      'Give --endpoint what your pages are given as endpoint, without /sessions; mount the handler for every path below it, and for POST, DELETE and OPTIONS.',
  },
  'endpoint-redirects': {
    means:
      'The route sends its callers elsewhere, mostly to a sign-in page, or to the same address with or without a slash at its end. Pages do not follow that.',
    remedy:
      'Answer 401 on this route, and leave redirects to routes that people open. Give the address that answers by itself.',
  },
  'endpoint-refuses': {
    means:
      'The route does not take the request that pages send: POST with the JSON {} and content-type application/json.',
    remedy:
      'Look at what stands in front of the handler: a body parser, a CSRF check, a firewall. Its answer and its log say what it misses.',
  },
  'endpoint-not-json': {
    means:
      'Something else answers in place of the route: a page for addresses that are not there, or a development server without its proxy.',
    remedy: 'Check --endpoint, where the handler is mounted, and the proxy of the development server.',
  },
  'backend-failed': {
    means: 'The backend, or its call of Meshes, failed.',
    remedy: 'Look at what onError heard, or at the log of the backend.',
  },
  'session-revoked': {
    means: 'The route answers a mint as if it were about a session that was ended (409 or 410).',
    remedy: 'Use createSessionHandler as it is, and look at what stands in front of it.',
  },
  'endpoint-unexpected': {
    means: 'The route refused for another reason than the one that was tried, so that one may never be looked at.',
    remedy: 'Use createSessionHandler as it is, and look at what stands in front of it.',
  },
  'not-found': {
    means: 'Meshes does not know the workspace that authorize returned for this user.',
    remedy:
      'Compare that workspace_id with the workspaces of your organization, and MESHES_BASE_URL of the backend with the service that has them.',
  },
  'endpoint-open': {
    means: "Anybody can mint a session of your customers' workspaces.",
    remedy: 'Let authorize return null for requests without a signed-in user. Ask no default user in.',
  },
  'not-authorized': {
    means:
      'What --header holds signs no one in, or the session has ended; or the route takes the page for a foreign one: it compares Origin with a Host that a proxy or a framework has changed, or it looks for a sign-in before it looks at a preflight.',
    remedy:
      "Copy the header again from a signed-in page. Let the proxy keep Host. For another origin than the route's own, name it in allowedOrigins, and let OPTIONS pass to the handler.",
  },
  'session-malformed': {
    means: 'The answer lacks what a page needs, has it under another name, or is wrapped in another object.',
    remedy:
      'Pass on what createSessionHandler answers as it is: session_id, access_token and launch_url at the top, spelled so.',
  },
  'endpoint-other-workspace': {
    means: 'The signed-in user gets the workspace of somebody else, or --workspace is not theirs.',
    remedy: 'Check the workspace_id that authorize returns for this user.',
    symptom: 'Iframe appears but no workspace data loads',
  },
  'endpoint-foreign-served': {
    means: 'Any site that a signed-in user visits can mint sessions in their name.',
    remedy:
      'Refuse requests whose Sec-Fetch-Site or Origin is foreign, as createSessionHandler does, before anything else.',
  },
  'endpoint-cors': {
    means: 'Pages of any origin may read the answers, tokens included, in the name of a signed-in user.',
    remedy: 'Take general CORS middleware off this route; name single origins in allowedOrigins.',
  },
  'endpoint-cached': {
    means: "Browsers and proxies may keep the answer, and give one user's token to another or a launch URL twice.",
    remedy: 'Leave Cache-Control: no-store on this route, also where a proxy or a framework sets its own.',
    symptom: 'Invalid or expired embed launch token',
  },
  'endpoint-launch-token': {
    means: 'The answer of Meshes is passed on as it is. The page needs launch_url alone.',
    remedy: 'Leave launch_token out, as createSessionHandler does.',
  },
  'endpoint-secret': {
    means: 'The answer holds the machine key. Whoever has it can mint for every workspace.',
    remedy: 'Revoke the key at Meshes now, and answer with the fields of the session alone.',
  },
  'endpoint-framing-refused': {
    means:
      'Browsers show an empty frame in your pages: the allowed_origins that authorize returns do not name their origin.',
    remedy: 'Return allowed_origins that name the origin of your pages exactly: scheme, host and port.',
  },
  'endpoint-framing-open': {
    means: 'Any site may put this embed in a frame: authorize returns no allowed_origins.',
    remedy: 'Return allowed_origins that name the origin of your pages.',
  },
  'session-left': {
    means:
      'A session that this run minted could not be revoked. It shows the workspace to whoever has its token, and no one was given that.',
    remedy: 'It ends by itself within 5 minutes, one of your own route within its ttl_seconds; or revoke it by its id.',
  },
} as const satisfies Readonly<Record<string, Explanation>>;

/** What was found. Stable. */
export type FindingCode = keyof typeof findings;
