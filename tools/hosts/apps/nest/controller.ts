import 'reflect-metadata';
import { toNodeHandler } from '@meshes-embed/node';
import { All, Controller, Module, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Request, Response } from 'express';
import { createSessions } from './sessions.js';

const meshes = toNodeHandler(createSessions(process.env));

@Controller('api/meshes')
class MeshesController {
  @All('*path')
  async answer(@Req() request: Request, @Res() response: Response) {
    response.cookie('seen', '1');
    await meshes(request, response);
  }
}

@Module({ controllers: [MeshesController] })
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error'] });
await app.listen(Number(process.env.PORT));
