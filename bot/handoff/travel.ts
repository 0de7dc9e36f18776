import type { Site } from '#bot/desk/site.ts';

/** By car or cargo bike in a town, with the way from the door and to the door. */
const kilometresPerHour = 25;
const detour = 1.3;
const doorToDoor = 5;
const sameArea = 15;
const otherArea = 30;
const unknown = 20;
const earthRadius = 6371;

/** Minutes from one site to another: by their coordinates where both have them, else by their areas. */
export function travelMinutes(from: Site | null, to: Site | null): number {
  if (from === null || to === null) return unknown;
  if (from.id === to.id) return 0;
  const kilometres = distanceBetween(from, to);
  if (kilometres === null) return from.area === to.area ? sameArea : otherArea;
  return Math.ceil(doorToDoor + (kilometres * detour * 60) / kilometresPerHour);
}

function distanceBetween(a: Site, b: Site): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const height = Math.sin(radians(b.lat - a.lat) / 2) ** 2;
  const width = Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  const haversine = height + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * width;
  return 2 * earthRadius * Math.asin(Math.sqrt(haversine));
}
