import { defineConfig } from 'vitest/config'

// One config, chosen by folder name: `npx vitest run rules` runs the rules alone.
export default defineConfig({
  test: {
    include: [
      'rules/**/*.test.ts',
      'contract/**/*.test.ts',
      'server/**/*.test.ts',
      'web/**/*.test.ts',
      'data/**/*.test.ts',
      'tests/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    env: { TZ: 'Asia/Shanghai' },
    globalSetup: './tests/browser/shared-folder.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
