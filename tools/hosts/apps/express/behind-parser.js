import { toNodeHandler } from '@meshes-embed/node';
import express from 'express';
import { createSessions } from './sessions.js';

const app = express();
app.use((request, response, next) => {
  response.cookie('seen', '1');
  next();
});
app.use(express.json());
app.use('/api/meshes', toNodeHandler(createSessions(process.env)));

app.listen(process.env.PORT);
