import type { MetadataRoute } from 'next';

/**
 * What crawlers may read: the pages, once each, in Chinese and in English. Every choice of filters is an address of its own,
 * so all others with parameters are left alone (with them the synthetic corpus), and so are files, embedded cards and probes.
 */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: ['/', '/*?lang=en$'],
      disallow: ['/*?', '/api/', '/embed/', '/healthz', '/readyz', '/metrics', '/theme'],
    },
  };
}
