import { Duplex } from 'node:stream';
import type { Engine } from './engine.ts';

type Done = (error?: Error | null) => void;

/**
 * What pg takes for the socket of a database server. pg corks it while it writes a statement, so that all parts of one
 * are one call of the engine.
 */
export class EngineSocket extends Duplex {
  readonly #engine: Pick<Engine, 'exec'>;

  constructor(engine: Pick<Engine, 'exec'>) {
    super();
    this.#engine = engine;
  }

  connect(): void {
    setImmediate(() => this.emit('connect'));
  }

  override _write(chunk: Uint8Array, _: BufferEncoding, done: Done): void {
    this.#engine.exec(chunk).then((answer) => {
      if (answer.length > 0) this.push(Buffer.from(answer.buffer));
      done();
    }, done);
  }

  override _writev(parts: { chunk: Uint8Array }[], done: Done): void {
    this._write(Buffer.concat(parts.map(({ chunk }) => chunk)), 'binary', done);
  }

  override _read(): void {
    // What comes is pushed when it comes.
  }

  override _final(done: Done): void {
    this.push(null);
    done();
  }

  /** What a socket of the network can do, and nobody needs here. */
  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}
}
