import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * `npm run build:tab` → dist, served under /tab. `npm run dev:tab` develops with no back end, against the stand-in
 * in dev/; `npm run dev:tab -- --mode server` against a server on its usual port.
 */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react(), ...(mode === 'server' ? [] : [standIn()])],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // Which chunks the first view loads: a test measures them.
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_000,
  },
  server: {
    host: '127.0.0.1',
    port: 5178,
    ...(mode === 'server' ? { proxy: { '/api': 'http://127.0.0.1:3978' } } : {}),
  },
}));

/** The API played in memory while developing. */
function standIn(): Plugin {
  return {
    name: 'vaktis-stand-in',
    apply: 'serve',
    configureServer: async (server) => {
      const { playApi } = await import('./dev/play-api.ts');
      const play = playApi();
      server.middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/api/v1/')) void play(request, response);
        else next();
      });
    },
  };
}
