import { Hono } from 'hono';
import * as v from 'valibot';
import { badInput, check } from '../../http/check.ts';
import { readJson } from '../../http/readJson.ts';
import type { Mappings } from '../../wire.ts';
import { findProvider } from '../../workspaces/providers.ts';
import type { StoredConnection, Workspace } from '../../workspaces/workspace.ts';
import type { ApiEnvironment } from './apiContext.ts';
import { findConnection, plainConnection } from './connections.ts';
import { requireEdit, requirePage } from './guards.ts';

const records = 'expected a list of at most 100 mappings';
const schema = v.object({
  records: v.pipe(
    v.array(v.object({ source: v.string('expected a field'), target: v.string('expected a field') }), records),
    v.maxLength(100, records),
  ),
});

/** The mappings of a connection; workspace sessions only (contract §3). */
export function mappingRoutes(): Hono<ApiEnvironment> {
  const routes = new Hono<ApiEnvironment>();
  const visible = requirePage('connections');

  routes.get('/connections/:id/mappings', visible, (c) =>
    c.json(describe(c.var.workspace, findConnection(c.var.workspace, c.req.param('id')))),
  );

  routes.put('/connections/:id/mappings', visible, requireEdit, async (c) => {
    const connection = findConnection(c.var.workspace, c.req.param('id'));
    const body = check(schema, await readJson(c));
    checkFields(body.records, describe(c.var.workspace, connection));
    connection.mappings = body.records;
    return c.json(describe(c.var.workspace, connection));
  });

  return routes;
}

function describe(workspace: Workspace, connection: StoredConnection): Mappings {
  return {
    connection: plainConnection(connection),
    records: connection.mappings,
    source_fields: workspace.sourceFields,
    target_fields: findProvider(connection.provider)?.targetFields ?? [],
  };
}

function checkFields(mappings: Mappings['records'], { source_fields, target_fields }: Mappings): void {
  const problems = mappings.flatMap(({ source, target }, index) => [
    ...(source_fields.includes(source)
      ? []
      : [{ field: `records.${index}.source`, message: `expected one of ${source_fields.join(', ')}` }]),
    ...(target_fields.includes(target)
      ? []
      : [{ field: `records.${index}.target`, message: `expected one of ${target_fields.join(', ')}` }]),
    ...(mappings.findIndex((other) => other.target === target) === index
      ? []
      : [{ field: `records.${index}.target`, message: `"${target}" is filled twice` }]),
  ]);
  if (problems.length > 0) throw badInput(problems);
}
