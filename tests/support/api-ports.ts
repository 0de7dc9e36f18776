import type { ApiPorts } from '#bot/web/api/api-routes.ts';

/** Ports of the API's routes that nothing may be asked of, but for what the test gives. */
export function apiPorts(given: Partial<ApiPorts> = {}): ApiPorts {
  return {
    editing: untouched('editing'),
    review: untouched('review'),
    work: untouched('work'),
    suggestions: untouched('suggestions'),
    images: untouched('images'),
    insights: untouched('insights'),
    desk: untouched('desk'),
    cases: untouched('cases'),
    understanding: untouched('understanding'),
    chooseResponsible: () => null,
    ...given,
  };
}

function untouched<T extends object>(name: string): T {
  const refuse = () => {
    throw new Error(`this test has no ${name}`);
  };
  return new Proxy<T>(Object.create(null), { get: refuse });
}
