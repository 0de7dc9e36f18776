import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { settingNames } from '#bot/config.ts';
import { longestStop } from '#bot/stop-when-asked.ts';

/** What cannot be tried without a cluster, a registry or an account is held against what the rest of the repository says. */
const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const Package = z.object({ version: z.string(), devDependencies: z.record(z.string(), z.string()) });
const { version, devDependencies } = Package.parse(JSON.parse(read('package.json')));
const image = `vaktis:${version}`;
const seconds = (milliseconds: number) => milliseconds / 1000;
const isSetting = (name: string) => settingNames.includes(name) || name.startsWith('VAKTIS_CONTRACTOR_');
/** Names that look like settings of ours, wherever they stand. */
const namesIn = (text: string) =>
  new Set(text.match(/\b(VAKTIS_[A-Z_]*[A-Z]|MicrosoftApp[A-Z]\w+)\b/g) ?? []);

const files = [
  'Dockerfile',
  'compose.yaml',
  'Caddyfile',
  'kubernetes.yaml',
  'azure.sh',
  'README.md',
  'runbooks.md',
];

describe('settings', () => {
  it.each(files)('that deploy/%s names exist', (file) => {
    expect([...namesIn(read(`deploy/${file}`))].filter((name) => !isSetting(name))).toEqual([]);
  });

  it('are all explained in .env.example, and what is explained there exists', () => {
    const explained = [...read('.env.example').matchAll(/^([A-Za-z_]+)=/gm)].map(([, name = '']) => name);
    // Set by the platform, by a library's users or for the tests: nobody fills them in for Vaktis.
    const notForPeople = /^(IDENTITY|LANGSMITH|LANGCHAIN|CHROMIUM)_/;
    const known = settingNames.filter((name) => !notForPeople.test(name));
    expect(known.filter((name) => !explained.includes(name))).toEqual([]);
    expect(explained.filter((name) => !isSetting(name))).toEqual([]);
  });
});

describe('deploy/Dockerfile', () => {
  const text = read('deploy/Dockerfile');
  const last = text.slice(text.lastIndexOf('\nFROM '));

  it('rests on the Node that everything is tested with, by its full version', () => {
    expect(text).toContain(`ARG NODE=node:${devDependencies.node}-`);
    expect(text.match(/^FROM \S+/gm)?.map((line) => line.slice(5))).toEqual(Array(3).fill(`\${NODE}`));
  });

  it('brings the tab and production packages, and builds nothing in its last stage', () => {
    expect(text).toMatch(/npm ci --omit=dev/);
    expect(text.indexOf('npm run build:tab')).toBeGreaterThan(text.indexOf('COPY knowledge'));
    expect(last).toContain('COPY --from=tab /vaktis/knowledge/tab/dist');
    expect(last).not.toMatch(/npm (ci|install|run)|apt-get/);
    expect(last).not.toMatch(/COPY (tests|\.) /);
  });

  it('starts as package.json does, as nobody special, and asks a path that exists', () => {
    expect(last).toMatch(/^USER 1000:1000$/m);
    const start = /"start": "node (.*)"/.exec(read('package.json'))?.[1]?.split(' ') ?? [];
    expect(JSON.parse(/^CMD (\["node", "--.*\])$/m.exec(last)?.[1] ?? '[]')).toEqual(['node', ...start]);
    expect(last).toContain('http://127.0.0.1:3978/healthz');
    expect(read('bot/web/health.ts')).toContain("app.get('/healthz'");
    expect(read('bot/web/health.ts')).toContain("app.get('/readyz'");
  });

  it('lets in only what it needs', () => {
    const lines = read('deploy/Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    expect(lines[0]).toBe('*');
    const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, what = '']) =>
      what.split(' '),
    );
    for (const path of copied) expect(lines).toContain(`!${path}`);
    expect(lines).toContain('**/.env*');
  });
});

const Service = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.string()).default({}),
  stop_grace_period: z.string().optional(),
  read_only: z.boolean().optional(),
  ports: z.array(z.string()).default([]),
});
const Compose = z.object({ services: z.record(z.string(), Service) });

describe('deploy/compose.yaml', () => {
  const { services } = Compose.parse(parse(read('deploy/compose.yaml'), { merge: true }));
  const replicas = ['vaktis-1', 'vaktis-2'].map((name) => services[name]);

  it('has two replicas of this version that are given time to stop', () => {
    for (const replica of replicas) {
      expect(replica).toMatchObject({ image, read_only: true, ports: [] });
      const drain = Number(replica?.environment.VAKTIS_DRAIN_SECONDS);
      expect(Number.parseInt(replica?.stop_grace_period ?? '', 10)).toBeGreaterThan(
        drain + seconds(longestStop),
      );
    }
  });

  it('gives them nothing but settings, and shares the work out to both', () => {
    for (const replica of replicas)
      expect(Object.keys(replica?.environment ?? {}).filter((n) => !isSetting(n))).toEqual([]);
    const proxy = read('deploy/Caddyfile');
    expect(proxy).toContain('reverse_proxy vaktis-1:3978 vaktis-2:3978');
    expect(proxy).toContain('health_uri /readyz');
  });

  it('names a version of every image, and opens the proxy only', () => {
    for (const [name, service] of Object.entries(services)) {
      expect(service.image, name).toMatch(/:[\w.-]*\d/);
      if (name !== 'proxy') expect(service.ports, name).toEqual([]);
    }
  });
});

const Probe = z.object({ httpGet: z.object({ path: z.string(), port: z.union([z.string(), z.number()]) }) });
const Pod = z.object({
  terminationGracePeriodSeconds: z.number(),
  securityContext: z.object({ runAsNonRoot: z.literal(true), runAsUser: z.literal(1000) }),
  containers: z.tuple([
    z.object({
      image: z.literal(image),
      startupProbe: Probe,
      livenessProbe: Probe,
      readinessProbe: Probe,
      ports: z.tuple([z.object({ containerPort: z.literal(3978) })]),
      lifecycle: z.object({ preStop: z.object({ exec: z.object({ command: z.array(z.string()) }) }) }),
      resources: z.object({ requests: z.object({ cpu: z.string(), memory: z.string() }) }),
      securityContext: z.object({
        allowPrivilegeEscalation: z.literal(false),
        readOnlyRootFilesystem: z.literal(true),
      }),
    }),
  ]),
});
const Deployment = z.object({
  spec: z.object({
    replicas: z.literal(2),
    strategy: z.object({ rollingUpdate: z.object({ maxUnavailable: z.literal(0) }) }),
    template: z.object({ metadata: z.object({ labels: z.record(z.string(), z.string()) }), spec: Pod }),
  }),
});

describe('deploy/kubernetes.yaml', () => {
  const documents = parseAllDocuments(read('deploy/kubernetes.yaml')).map((one): unknown => one.toJS());
  const Named = z.object({ kind: z.string() });
  const ofKind = (kind: string) => documents.find((one) => Named.parse(one).kind === kind);

  it('is made of whole documents of the kinds that it needs', () => {
    const kinds = documents.map((one) => Named.parse(one).kind);
    for (const kind of [
      'Deployment',
      'Service',
      'PodDisruptionBudget',
      'NetworkPolicy',
      'Ingress',
      'CronJob',
    ])
      expect(kinds).toContain(kind);
  });

  it('never has too few replicas, and gives them time to stop', () => {
    const { template } = Deployment.parse(ofKind('Deployment')).spec;
    const [container] = template.spec.containers;
    const { data } = z.object({ data: z.record(z.string(), z.string()) }).parse(ofKind('ConfigMap'));
    const before = Number(container.lifecycle.preStop.exec.command[1]) + Number(data.VAKTIS_DRAIN_SECONDS);
    expect(template.spec.terminationGracePeriodSeconds).toBeGreaterThan(before + seconds(longestStop));
    expect(Object.keys(data).filter((name) => !isSetting(name))).toEqual([]);
    expect(container.livenessProbe.httpGet.path).toBe('/healthz');
    expect(container.readinessProbe.httpGet.path).toBe('/readyz');
    const Selecting = z.object({ spec: z.object({ selector: z.record(z.string(), z.unknown()) }) });
    expect(Selecting.parse(ofKind('Service')).spec.selector).toEqual(template.metadata.labels);
  });
});

describe('deploy/azure.sh', () => {
  const dryRun = (environment: Record<string, string> = {}) =>
    execFileSync('bash', [join(root, 'deploy/azure.sh'), '--dry-run'], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', ...environment },
    });
  const order = (text: string, commands: readonly string[]) =>
    commands.map((command) => text.indexOf(command));

  it('does each thing after what it needs', () => {
    const places = order(dryRun(), [
      'az postgres flexible-server create',
      '-- import',
      'az ad app create',
      'az ad app credential reset',
      'az acr build',
      'az containerapp env create',
      'az containerapp create',
      'az bot create',
      'az bot msteams create',
      'oauth2PermissionScopes',
      'preAuthorizedApplications',
      'npm run -s package',
    ]);
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('uses nothing before it is set, and writes a container app that is whole', () => {
    const text = dryRun();
    for (const [index, line] of text.split('\n').entries()) {
      const set = text.split('\n').slice(0, index).join('\n');
      for (const [, name = ''] of line.matchAll(/<(\w+)>/g))
        if (name !== 'OWN_ADDRESS') expect(set, line).toContain(`${name}=$(`);
    }
    const yaml = [...text.matchAll(/^# {3}(.*)$/gm)].map(([, line]) => line).join('\n');
    expect(parse(yaml)).toMatchObject({ properties: { template: { scale: { minReplicas: 2 } } } });
  });

  it('has no secret and no tab with a managed identity', () => {
    const text = dryRun({ MicrosoftAppType: 'UserAssignedMsi' });
    expect(text).toContain('--msi-resource-id');
    expect(text).not.toMatch(/credential reset|app-password|access_as_user/);
  });

  it('runs nothing without the address that the import needs', () => {
    const ran = spawnSync('bash', [join(root, 'deploy/azure.sh')], {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' },
    });
    expect(ran.status).not.toBe(0);
    expect(ran.stderr).toContain('OWN_ADDRESS');
  });
});
