// Exits with 0 if the server of this machine lives, else with 1: for the health check of a container.
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';

const { PARLOUR_HOST = '127.0.0.1', PARLOUR_PORT = '7070', PARLOUR_TLS_CERT } = process.env;
const host = PARLOUR_HOST === '0.0.0.0' || PARLOUR_HOST === '::' ? '127.0.0.1' : PARLOUR_HOST;
const request = PARLOUR_TLS_CERT ? secure : plain;

// The certificate is for the name that others know the server by.
const options = { host, port: PARLOUR_PORT, path: '/healthz', timeout: 4000, rejectUnauthorized: false };
request(options, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1))
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1))
  .end();
