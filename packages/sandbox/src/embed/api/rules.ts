import { Hono } from 'hono';
import * as v from 'valibot';
import { ApiError } from '../../http/apiError.ts';
import { badInput, check } from '../../http/check.ts';
import { readJson } from '../../http/readJson.ts';
import { isoTime } from '../../state/clock.ts';
import type { SandboxState } from '../../state/sandboxState.ts';
import type { Session } from '../../state/sessions.ts';
import type { RuleList } from '../../wire.ts';
import { isVisible, usableConnections, visibleRules } from '../../workspaces/visible.ts';
import type { StoredRule, Workspace } from '../../workspaces/workspace.ts';
import type { ApiContext, ApiEnvironment } from './apiContext.ts';
import { requireEdit, requirePage } from './guards.ts';
import { nameSchema } from './nameSchema.ts';

const text = v.string('expected text');
const newRule = v.object({
  name: nameSchema,
  event_type: text,
  connection_id: text,
  resource: v.optional(text),
  resource_id: v.optional(text),
});
const change = v.object({ enabled: v.boolean('expected true or false') });

/** Rules; in a resource session only those of its resource. */
export function ruleRoutes(state: SandboxState): Hono<ApiEnvironment> {
  const routes = new Hono<ApiEnvironment>();
  const visible = requirePage('rules');

  routes.get('/rules', visible, (c) => c.json(listRules(c.var.session, c.var.workspace)));

  routes.post('/rules', visible, requireEdit, async (c) => {
    const { session, workspace } = c.var;
    const rule = makeRule(session, workspace, check(newRule, await readJson(c)), isoTime(state.clock.now()));
    workspace.rules.push(rule);
    return c.json(rule, 201);
  });

  routes.patch('/rules/:id', visible, requireEdit, async (c) => {
    const rule = findRule(c, c.req.param('id'));
    return c.json(Object.assign(rule, check(change, await readJson(c))));
  });

  routes.delete('/rules/:id', visible, requireEdit, (c) => {
    const { workspace } = c.var;
    const { id } = findRule(c, c.req.param('id'));
    workspace.rules = workspace.rules.filter((rule) => rule.id !== id);
    return c.json({ deleted: true });
  });

  return routes;
}

function listRules(session: Session, workspace: Workspace): RuleList {
  return {
    records: visibleRules(session, workspace),
    event_types: workspace.eventTypes,
    resources: workspace.resources.filter((resource) => isVisible(session, resource)),
    connections: usableConnections(session, workspace).map(({ id, name }) => ({ id, name })),
  };
}

function makeRule(
  session: Session,
  workspace: Workspace,
  input: v.InferOutput<typeof newRule>,
  now: string,
): StoredRule {
  const { name, event_type, connection_id } = input;
  if (!workspace.eventTypes.includes(event_type))
    throw badInput([{ field: 'event_type', message: `expected one of ${workspace.eventTypes.join(', ')}` }]);
  const connection = usableConnections(session, workspace).find((one) => one.id === connection_id);
  if (connection === undefined) throw badInput([{ field: 'connection_id', message: 'no such connection' }]);
  return {
    id: workspace.makeId('rul'),
    name,
    event_type,
    connection_id,
    connection_name: connection.name,
    enabled: true,
    created_at: now,
    ...chooseResource(session, workspace, input),
  };
}

/** A resource session's rules are its resource's; others may name one. */
function chooseResource(
  { grant }: Session,
  workspace: Workspace,
  { resource, resource_id }: v.InferOutput<typeof newRule>,
): Pick<StoredRule, 'resource' | 'resource_id'> {
  if (grant.resource !== undefined && grant.resourceId !== undefined)
    return { resource: grant.resource, resource_id: grant.resourceId };
  if (resource === undefined && resource_id === undefined) return {};
  const known = workspace.resources.find((one) => one.resource === resource && one.resource_id === resource_id);
  if (known === undefined)
    throw badInput([
      { field: 'resource', message: 'no such resource; give resource and resource_id both, or neither' },
    ]);
  return { resource: known.resource, resource_id: known.resource_id };
}

function findRule(c: ApiContext, id: string): StoredRule {
  const rule = c.var.workspace.rules.find((one) => one.id === id);
  if (rule === undefined) throw new ApiError(404, 'No such rule');
  if (!isVisible(c.var.session, rule)) throw new ApiError(403, "This rule is not of the session's resource");
  return rule;
}
