/** The sections of the site that show figures: what readers of a measured server ask for. */
export const SECTIONS = [
  '/',
  '/requests',
  '/outcomes',
  '/disputes',
  '/disclosure',
  '/regions',
  '/agencies',
  '/reports',
  '/quality',
] as const;
