import { join } from 'node:path';
import { createCollector } from './collector.ts';
import { readEnrolmentTokens } from './enrolment-tokens.ts';
import { openFilesSink } from './files-sink.ts';

export interface CollectorConfiguration {
  /** Where everything is kept. Made when it is not there. */
  readonly dataFolder: string;
  /** Default: this machine only. Put a proxy that speaks HTTPS in front of it for others. */
  readonly host?: string;
  /** Default: 0, any free one. */
  readonly port?: number;
  /** Default: those in `enrolment-tokens` in the data folder, which is made with a random one when it is not there. */
  readonly enrolmentTokens?: readonly string[];
  readonly log?: boolean;
}

export interface RunningCollector {
  /** Base URL, as it belongs into a policy. */
  readonly url: string;
  readonly enrolmentTokens: readonly string[];
  /** Folder with `sessions/<session>/{chunks,episodes}`: what the builder opens. */
  readonly objectsFolder: string;
  /** Finishes the requests under way, then stops. */
  close(): Promise<void>;
}

/** Starts a collector that keeps what it is sent in files. */
export async function startCollector(configuration: CollectorConfiguration): Promise<RunningCollector> {
  const { dataFolder, host = '127.0.0.1', port = 0, log = false } = configuration;
  const objectsFolder = join(dataFolder, 'objects');
  const sink = await openFilesSink(objectsFolder);
  const enrolmentTokens = configuration.enrolmentTokens ?? (await readEnrolmentTokens(dataFolder));
  const app = createCollector({ sink, enrolmentTokens, log });
  const url = await app.listen({ host, port });
  return { url, enrolmentTokens, objectsFolder, close: () => app.close() };
}
