import 'reflect-metadata';
import { toNodeHandler } from '@meshes-embed/node';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createSessions } from './sessions.js';

@Module({})
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error'] });
app.use('/api/meshes', toNodeHandler(createSessions(process.env)));

await app.listen(Number(process.env.PORT));
