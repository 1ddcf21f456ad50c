// The walls of the house (ARCHITECTURE.md), one sentence each. tests/walls.test.ts plants a breach of each kind and sees it caught.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', comment: 'Files that import each other in a loop cannot be read one at a time.', from: {}, to: { circular: true } },
    { name: 'rules-are-pure', severity: 'error', comment: 'The law needs no package, no Node and no other room.', from: { path: '^rules/', pathNot: '\\.test\\.ts$|/testing/' }, to: { pathNot: '^rules/' } },
    { name: 'contract-knows-rules-only', severity: 'error', comment: 'What crosses the wire is described by rules and TypeBox.', from: { path: '^contract/', pathNot: '\\.test\\.ts$' }, to: { pathNot: '^(rules|contract)/|node_modules/typebox/' } },
    { name: 'platform-knows-no-bureau-word', severity: 'error', comment: 'Plumbing does not know what flows through it.', from: { path: '^server/platform/', pathNot: '\\.test\\.ts$|/testing/' }, to: { path: '^(server/(desks|portal)|web|data)/|^rules/(?!time/|refusal\\.ts|act\\.ts|paper/sheet\\.ts)|^contract/(?!refusal-texts\\.ts|permissions\\.ts)' } },
    { name: 'writer-stands-below', severity: 'error', comment: 'What reads the book comes after the hand that writes it; the database knows neither.', from: { path: '^server/platform/(writer|database)/', pathNot: '\\.test\\.ts$' }, to: { path: '^server/platform/(book|agents|http|identity|audit|erasing|files|typesetting)/' } },
    { name: 'database-stands-lowest', severity: 'error', comment: 'Tables and connections know nothing of the book.', from: { path: '^server/platform/database/', pathNot: '\\.test\\.ts$' }, to: { path: '^server/platform/writer/' } },
    { name: 'what-stands-asks-no-act', severity: 'error', comment: 'A case is folded and its days are counted without any act.', from: { path: '^rules/case/(standing|clock|folding)/', pathNot: '\\.test\\.ts$' }, to: { path: '^rules/case/(?!(standing|clock|folding)/)' } },
    { name: 'desk-asks-through-public', severity: 'error', comment: "A desk asks another desk only through its public.ts.", from: { path: '^server/desks/([^/]+)/', pathNot: '\\.test\\.ts$|/testing/' }, to: { path: '^server/desks/([^/]+)/', pathNot: '^server/desks/$1/|/public\\.ts$' } },
    { name: 'portal-asks-desks-through-public', severity: 'error', comment: 'The portal is a customer of the desks.', from: { path: '^server/portal/', pathNot: '\\.test\\.ts$' }, to: { path: '^server/desks/', pathNot: '/public\\.ts$' } },
    { name: 'nobody-climbs-to-the-roof', severity: 'error', comment: 'Only the roof knows every desk.', from: { path: '^server/(platform|desks|portal)/', pathNot: '\\.test\\.ts$|/testing/' }, to: { path: '^server/(app|main|cli|desks|demonstration)\\.ts$' } },
    { name: 'web-knows-no-server', severity: 'error', comment: 'The console talks to the server over the wire.', from: { path: '^web/' }, to: { path: '^server/' } },
    { name: 'pages-are-blind-to-each-other', severity: 'error', comment: 'A page is replaced without touching another.', from: { path: '^web/pages/([^/]+)/' }, to: { path: '^web/pages/([^/]+)/', pathNot: '^web/pages/$1/' } },
    { name: 'ui-knows-no-bureau', severity: 'error', comment: 'Widgets show what they are given.', from: { path: '^web/ui/' }, to: { path: '^(contract|rules|server)/|^web/(pages|app)/' } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|fixtures)/' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'], conditionNames: ['import', 'node', 'default', 'types'], exportsFields: ['exports'] },
  },
}
