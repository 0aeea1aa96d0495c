/** What a command sees of the world; read once, at the start of the process. */
export interface Session {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** What `process.exit` is called with. */
export type ExitStatus = 0 | 1 | 2 | 3 | 130;
