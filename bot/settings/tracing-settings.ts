import { z } from 'zod';
import { isLoopback } from './loopback.ts';

/** A blank variable in an .env file means the same as none. */
const optionalText = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.string().trim().min(1).optional(),
);

export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: optionalText,
  OTEL_EXPORTER_OTLP_HEADERS: optionalText,
  OTEL_SERVICE_NAME: optionalText,
};

/** Where traces are sent, in OpenTelemetry's own words (OTLP over HTTP). */
export type TracingSettings = {
  /** Spans are posted to its `/v1/traces`. */
  readonly endpoint: string;
  /** What signs us in there. Never logged. */
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
};

export type TracingVariables = {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_HEADERS?: string | undefined;
  readonly OTEL_SERVICE_NAME?: string | undefined;
};

/** What is wrong with them together, by the variable's name. Never a value. */
export function findTracingFaults(
  env: TracingVariables,
): { name: keyof TracingVariables; message: string }[] {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = env;
  const faults: { name: keyof TracingVariables; message: string }[] = [];
  if (endpoint !== undefined && !isAllowed(endpoint, headers !== undefined)) {
    faults.push({
      name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
      message:
        'must be an http:// or https:// address without user name; with headers https:// (http:// only on this machine)',
    });
  }
  if (headers !== undefined && parseHeaders(headers) === null) {
    faults.push({ name: 'OTEL_EXPORTER_OTLP_HEADERS', message: 'must be name=value, separated by commas' });
  }
  return faults;
}

/** Null when no endpoint is set: then nothing is traced, and nothing of it is loaded. */
export function toTracingSettings(env: TracingVariables): TracingSettings | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = env;
  if (endpoint === undefined) return null;
  return {
    endpoint,
    headers: parseHeaders(headers ?? '') ?? {},
    serviceName: env.OTEL_SERVICE_NAME ?? 'vaktis',
  };
}

/** A collector beside us is often reached without TLS; what signs us in does not go over the network so. */
function isAllowed(text: string, hasHeaders: boolean): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && (!hasHeaders || isLoopback(url.hostname));
}

function parseHeaders(text: string): Record<string, string> | null {
  const entries = text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => /^\s*([\w-]+)=(.*)$/.exec(part));
  if (entries.includes(null)) return null;
  return Object.fromEntries(entries.map((entry) => [entry?.[1] ?? '', decode(entry?.[2]?.trim() ?? '')]));
}

/** Values may be written as in an address: https://opentelemetry.io/docs/specs/otel/protocol/exporter/ */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
