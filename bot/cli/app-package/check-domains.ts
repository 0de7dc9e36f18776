import { isIP } from 'node:net';
import type { ManifestShape } from './check-rules.ts';
import { type PackageFault, remedyFor } from './fault.ts';

/** Hosts that anybody can get a name under: to trust all of them is to trust anybody. */
const sharedHosts = [
  'azurewebsites.net',
  'azurecontainerapps.io',
  'azurefd.net',
  'ngrok.io',
  'ngrok.app',
  'ngrok-free.app',
  'devtunnels.ms',
  'github.io',
  'herokuapp.com',
  'trafficmanager.net',
  'onmicrosoft.com',
];

/** Every address is https and can be reached from outside; what Teams shows comes from a named domain. */
export function checkDomains(manifest: ManifestShape): PackageFault[] {
  const domains = manifest.validDomains;
  return [
    ...domains.flatMap((domain, index) => at(`validDomains[${index}]`, domainFault(domain))),
    ...linksOf(manifest).flatMap(([place, url]) => at(place, urlFault(url, domains))),
    ...contentOf(manifest).flatMap(([place, url]) => at(place, unlistedFault(url, domains))),
    ...at('webApplicationInfo.resource', resourceFault(manifest.webApplicationInfo?.resource, domains)),
  ];
}

function at(place: string, message: string | null): PackageFault[] {
  if (message === null) return [];
  return [{ file: 'manifest.json', at: place, message, remedy: remedyFor(place) }];
}

type Link = readonly [place: string, url: string];

function contentOf({ staticTabs }: ManifestShape): Link[] {
  return staticTabs.flatMap(({ contentUrl }, index): Link[] =>
    contentUrl === undefined ? [] : [[`staticTabs[${index}].contentUrl`, contentUrl]],
  );
}

function linksOf(manifest: ManifestShape): Link[] {
  const developer = Object.entries(manifest.developer).filter(([key]) => key.endsWith('Url'));
  const websites = manifest.staticTabs.flatMap(({ websiteUrl }, index): Link[] =>
    websiteUrl === undefined ? [] : [[`staticTabs[${index}].websiteUrl`, websiteUrl]],
  );
  return [
    ...developer.map(([key, url]): Link => [`developer.${key}`, url]),
    ...contentOf(manifest),
    ...websites,
  ];
}

function urlFault(url: string, domains: readonly string[]): string | null {
  if (!URL.canParse(url)) return 'is not a web address';
  const { protocol, hostname, host } = new URL(url);
  if (protocol !== 'https:') return 'must begin with https://';
  // A fault of our own host is told once, there.
  return domains.includes(host) ? null : hostFault(hostname);
}

function hostFault(hostname: string): string | null {
  if (/(^|\.)localhost$|\.(local|internal|lan|home\.arpa)$/.test(hostname)) {
    return `${hostname} is a name that only this machine or network knows; Teams comes from the internet`;
  }
  if (isIP(hostname.replace(/^\[|\]$/g, '')) > 0)
    return `${hostname} is a number; Teams asks for a host name`;
  return hostname.includes('.') ? null : `${hostname} is not a full host name`;
}

function domainFault(domain: string): string | null {
  if (/[/:?#@\s]/.test(domain.replace(/:\d+$/, ''))) {
    return `${domain} must be a host name alone, without https:// and without a path`;
  }
  if (!domain.includes('*')) return hostFault(domain.replace(/:\d+$/, ''));
  const rest = domain.startsWith('*.') ? domain.slice(2) : '';
  if (!rest.includes('.') || rest.includes('*')) return `${domain} covers too much: name the domain`;
  return sharedHosts.some((host) => rest === host || rest.endsWith(`.${host}`))
    ? `${domain} covers hosts of strangers: name your own host`
    : hostFault(rest);
}

function unlistedFault(url: string, domains: readonly string[]): string | null {
  if (!URL.canParse(url)) return null;
  const { host } = new URL(url);
  return isListed(host, domains) ? null : `${host} is not in validDomains, so Teams would not open it`;
}

/** `api://host/botid-…`: single sign-on fails silently when its host is not one of ours. */
function resourceFault(resource: string | undefined, domains: readonly string[]): string | null {
  const host = /^api:\/\/([^/]+)\//.exec(resource ?? '')?.[1];
  if (host === undefined || isListed(host, domains)) return null;
  return `${host} is not in validDomains`;
}

function isListed(host: string, domains: readonly string[]): boolean {
  return domains.some((domain) =>
    domain.startsWith('*.') ? host.endsWith(domain.slice(1)) : host === domain,
  );
}
