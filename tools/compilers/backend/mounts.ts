import { toNodeHandler, type SessionHandler } from '@meshes-embed/node';
import express, { type RequestHandler } from 'express';
import fastify from 'fastify';
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
export function mount(sessions: SessionHandler): RequestHandler {
  const handler = toNodeHandler(sessions);
  createServer(handler);
  createSecureServer({}, handler);
  express().use('/api/meshes', handler).post('/api/meshes/sessions', handler);
  fastify().all('/api/meshes/*', handler);
  return handler;
}
