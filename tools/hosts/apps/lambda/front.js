// What API Gateway does for an HTTP API, as AWS documents it: a request becomes an event of version 2.0, and the result an answer.
import { createServer } from 'node:http';
import { handler } from './lambda.js';

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const url = new URL(request.url, 'https://gateway.invalid');
  const { cookie, ...headers } = request.headers;
  const http = {
    method: request.method,
    path: url.pathname,
    protocol: 'HTTP/1.1',
    sourceIp: '127.0.0.1',
    userAgent: '',
  };
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie && { cookies: cookie.split('; ') }),
    headers,
    requestContext: { http, stage: '$default', requestId: 'request', domainName: headers.host, timeEpoch: Date.now() },
    ...(chunks.length > 0 && { body: Buffer.concat(chunks).toString() }),
    isBase64Encoded: false,
  };
  const result = await handler(event, {});
  response.writeHead(result.statusCode, { ...result.headers, ...(result.cookies && { 'set-cookie': result.cookies }) });
  response.end(Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'));
}).listen(process.env.PORT);
