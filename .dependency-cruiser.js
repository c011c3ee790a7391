/** The arrows between the rooms (docs/architecture.md). `npm run lint` fails when one points the wrong way. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: [from, ...allowed] }
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    only('shared-stands-alone', '^src/shared/', []),
    only('renderer-sees-shared-only', '^src/renderer/', ['^src/shared/', '^src/preload/bridge\\.d\\.ts$']),
    only('preload-sees-shared-only', '^src/preload/', ['^src/shared/']),
    only('main-sees-shared-only', '^src/main/', ['^src/shared/']),
    {
      name: 'outbox-knows-no-electron-no-http',
      severity: 'error',
      from: { path: '^src/main/outbox/' },
      to: { path: '^src/main/(?!outbox/)|^electron$|node_modules/(electron|undici)/' }
    },
    {
      name: 'api-knows-no-queue-no-screens',
      severity: 'error',
      from: { path: '^src/main/api/' },
      to: { path: '^src/main/(?!api/)|^electron$|node_modules/electron/' }
    },
    {
      name: 'features-reach-the-world-through-ports',
      severity: 'error',
      from: { path: '^src/main/(stacks|things|groups|alerts|cache|commands|visits|session|delivery|updates)/' },
      to: { path: '^src/main/(ipc|window|adapters)/|^electron$|node_modules/electron/' }
    },
    {
      name: 'adapters-know-no-features',
      severity: 'error',
      from: { path: '^src/main/adapters/' },
      to: { path: '^src/main/(ipc|window|index)|^src/main/(api)/' }
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { dependencyTypes: ['core'] }
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'one-file-touches-the-bridge',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: '^src/renderer/bridge\\.ts$' },
      to: { path: '^src/preload/' }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules/.*\\.css$' },
    tsConfig: { fileName: 'tsconfig.web.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types']
    }
  }
}
