import { parseArgs } from 'node:util';
import { checkTokens } from './enrolment-tokens.ts';
import { startCollector, type CollectorConfiguration } from './start-collector.ts';

const USAGE = `Usage: npm run collector -- [options]

  --data <folder>  where everything is kept           SHOWHOW_COLLECTOR_DATA   default .showhow/collector
  --host <name>    what to listen on                  SHOWHOW_COLLECTOR_HOST   default 127.0.0.1
  --port <number>  0 is any free one                  SHOWHOW_COLLECTOR_PORT   default 8787
  --quiet          no line per request
  --help

Enrolment tokens: SHOWHOW_ENROLMENT_TOKENS, separated by spaces; by default those in <folder>/enrolment-tokens.
The collector speaks plain HTTP: let others reach it only through a proxy that speaks HTTPS.`;

function readConfiguration(env: NodeJS.ProcessEnv): CollectorConfiguration | undefined {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: env['SHOWHOW_COLLECTOR_DATA'] ?? '.showhow/collector' },
      host: { type: 'string', default: env['SHOWHOW_COLLECTOR_HOST'] ?? '127.0.0.1' },
      port: { type: 'string', default: env['SHOWHOW_COLLECTOR_PORT'] ?? '8787' },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const port = /^\d+$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port <= 65_535)) throw new Error('--port must be a number from 0 to 65535.');
  const tokens = env['SHOWHOW_ENROLMENT_TOKENS'];
  return {
    dataFolder: values.data,
    host: values.host,
    port,
    log: !values.quiet,
    ...(tokens !== undefined && { enrolmentTokens: checkTokens(tokens.split(/\s+/), 'SHOWHOW_ENROLMENT_TOKENS') }),
  };
}

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  if (!configuration) return console.log(USAGE);
  const collector = await startCollector(configuration);
  console.log(`Collector at ${collector.url}, keeping everything in ${configuration.dataFolder}`);

  let isStopping = false;
  const stop = () => {
    // Who asks twice does not want to wait for requests under way. They were not acknowledged, so nothing is lost.
    if (isStopping) process.exit(1);
    isStopping = true;
    collector.close().catch(fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

main().catch(fail);
