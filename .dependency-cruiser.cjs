// The layers of ARCHITECTURE.md as rules. In one line:
// domain ← protocol and features ← http ← server; storage and mail plug in from below, pages from the side.
//
// A layer's rule names all it may import; anything else is a violation, types included.

/** Source files of a layer without its tests, which may reach for what they need. */
const layer = (path) => ({ path, pathNot: testFiles });
const testFiles = String.raw`\.test\.tsx?$|^src/storage/conformance/`;

const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
/** Modules of Node.js itself; they come without the prefix "node:". */
const core = (...names) => `^(node:)?(${names.join('|')})$`;

/** @param {{ name: string, from: string, mayImport: string[], comment: string }} rule */
const only = ({ name, from, mayImport, comment }) => ({
  name,
  comment,
  severity: 'error',
  from: layer(from),
  to: { pathNot: mayImport },
});

/** Like `only`, for layers where Node.js and packages are judged by other rules. */
const onlyLayers = ({ name, from, mayImport, comment }) => ({
  name,
  comment,
  severity: 'error',
  from: layer(from),
  to: { path: '^src/', pathNot: mayImport },
});

/** A package, or module of Node.js, which belongs to some layers. */
const confined = ({ name, modules, to, comment }) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: [testFiles, String.raw`^src/server\.ts$`, '^src/cli/', ...to] },
  to: { path: modules },
});

module.exports = {
  forbidden: [
    only({
      name: 'domain-imports-nothing',
      comment: 'domain holds types and contracts, and stands alone.',
      from: '^src/domain/',
      mayImport: ['^src/domain/'],
    }),
    only({
      name: 'protocol-imports-domain',
      comment: 'protocol is the RFCs: no HTTP, no SQL, no JSX, no feature.',
      from: '^src/protocol/',
      mayImport: ['^src/(domain|protocol)/', core('crypto'), npm('jose')],
    }),
    only({
      name: 'features-import-domain-and-pure-rules',
      comment:
        'The features may use domain, picture and the pure rules of protocol: ' +
        'redirect-uri, scope and client-secret.',
      from: '^src/(account|portal|review|institution|sandbox|people|audit|insight|playground)/',
      mayImport: [
        '^src/(domain|picture|account|portal|review|institution|sandbox|people|audit|insight|playground)/',
        String.raw`^src/protocol/(redirect-uri|scope|client-secret)(\.ts$|/)`,
        core('crypto'),
        npm('es-toolkit', 'csv-parse', 'zod'),
      ],
    }),
    {
      name: 'features-do-not-know-each-other',
      comment: 'The features meet in http only.',
      severity: 'error',
      from: {
        path: '^src/(account|portal|review|institution|sandbox|people|audit|insight|playground)/',
      },
      to: {
        path: '^src/(account|portal|review|institution|sandbox|people|audit|insight|playground)/',
        pathNot: '^src/$1/',
      },
    },
    only({
      name: 'picture-imports-its-library',
      comment: 'picture draws what was uploaded anew, and knows nothing of whose it is.',
      from: '^src/picture/',
      mayImport: ['^src/(domain|picture)/', npm('sharp')],
    }),
    only({
      name: 'pages-import-pages',
      comment: 'pages turn typed props into HTML: themselves, hono/jsx and types of domain.',
      from: '^src/pages/(?!client/)',
      mayImport: [
        '^src/pages/(?!client/)',
        '^src/domain/',
        String.raw`(^|/)node_modules/hono/dist/(types/)?(jsx|helper/html)/`,
      ],
    }),
    {
      name: 'pages-take-types-only',
      comment: 'pages may know the types of domain, not its values.',
      severity: 'error',
      from: layer('^src/pages/'),
      to: { path: '^src/domain/', dependencyTypesNot: ['type-only'] },
    },
    only({
      name: 'client-modules-import-client-modules',
      comment: 'src/pages/client runs in browsers.',
      from: '^src/pages/client/',
      mayImport: ['^src/pages/client/', npm('es-toolkit')],
    }),
    onlyLayers({
      name: 'storage-imports-domain',
      comment: 'storage is an adapter: it implements contracts of domain.',
      from: '^src/storage/',
      mayImport: ['^src/(domain|storage)/'],
    }),
    {
      name: 'storage-engines-do-not-know-each-other',
      comment: 'What both engines share is written once, outside both.',
      severity: 'error',
      from: { path: '^src/storage/(sqlite|postgres)/' },
      to: { path: '^src/storage/(sqlite|postgres)/', pathNot: '^src/storage/$1/' },
    },
    {
      name: 'storage-imports-its-driver',
      comment: 'Kysely, the driver and Node.js; no other package.',
      severity: 'error',
      from: layer('^src/storage/'),
      to: { path: 'node_modules/', pathNot: [npm('kysely', 'pg', 'pg-[a-z-]+', '@types')] },
    },
    onlyLayers({
      name: 'mail-imports-domain',
      comment: 'mail is an adapter: it implements a contract of domain.',
      from: '^src/mail/',
      mayImport: ['^src/(domain|mail)/'],
    }),
    {
      name: 'mail-imports-its-driver',
      comment: 'nodemailer and Node.js; no other package.',
      severity: 'error',
      from: layer('^src/mail/'),
      to: { path: 'node_modules/', pathNot: [npm('nodemailer')] },
    },
    onlyLayers({
      name: 'telemetry-imports-domain',
      comment: 'telemetry is an adapter: it implements a contract of domain.',
      from: '^src/telemetry/',
      mayImport: ['^src/(domain|telemetry)/'],
    }),
    onlyLayers({
      name: 'http-never-storage',
      comment: 'http is handed its dependencies; it knows neither adapters nor configuration.',
      from: '^src/http/',
      mayImport: [
        '^src/(domain|protocol|account|portal|review|institution|sandbox|people|audit|insight|playground|http)/',
        '^src/pages/(?!client/)',
      ],
    }),
    onlyLayers({
      name: 'demo-uses-the-product',
      comment: 'The demo campus is made with the use cases everyone else has.',
      from: '^src/demo/',
      mayImport: ['^src/(domain|protocol|picture|account|portal|review|demo)/'],
    }),
    onlyLayers({
      name: 'config-imports-domain',
      comment:
        'config turns the environment into a typed object; data points look the same in a file and in a page.',
      from: String.raw`^src/config(\.ts$|/)`,
      mayImport: ['^src/(domain|config)/', String.raw`^src/institution/claim-sources\.ts$`],
    }),
    {
      name: 'config-imports-zod',
      comment: 'zod and Node.js; no other package.',
      severity: 'error',
      from: layer(String.raw`^src/config(\.ts$|/)`),
      to: { path: 'node_modules/', pathNot: [npm('zod')] },
    },
    {
      name: 'platform-serves-the-programs',
      comment: 'platform is what the composition root and the command line share.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [testFiles, String.raw`^src/server\.ts$`, '^src/(cli|platform)/'],
      },
      to: { path: '^src/platform/' },
    },
    {
      name: 'nobody-imports-the-top',
      comment: 'The composition root, the command line and the demo are imported by nothing below.',
      severity: 'error',
      from: { path: '^src/', pathNot: [testFiles, String.raw`^src/server\.ts$`, '^src/cli/'] },
      to: { path: String.raw`^src/(server\.ts$|cli/)` },
    },

    confined({
      name: 'sql-in-storage',
      comment: 'storage is the only place that knows SQL.',
      modules: [npm('kysely', 'pg'), core('sqlite')],
      to: ['^src/storage/'],
    }),
    confined({
      name: 'framework-in-http-and-pages',
      comment: 'http is the only place that knows the framework; pages know its JSX.',
      modules: [npm('hono', '@hono/[^/]+'), core('http', 'https', 'http2')],
      to: ['^src/http/', '^src/pages/', '^src/telemetry/'],
    }),
    confined({
      name: 'mail-driver-in-mail',
      comment: 'mail is the only place that sends.',
      modules: [npm('nodemailer')],
      to: ['^src/mail/'],
    }),
    confined({
      name: 'watching-in-telemetry',
      comment: 'telemetry is the only place that knows who watches.',
      modules: [npm('prom-client', '@opentelemetry/[^/]+')],
      to: ['^src/telemetry/'],
    }),
    confined({
      name: 'terminal-in-cli',
      comment: 'Commands and progress bars belong to the command line.',
      modules: [npm('commander', 'cli-progress'), core('readline', 'readline/promises')],
      to: [],
    }),

    {
      name: 'no-circular',
      comment: 'Two modules that need each other are one module, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'Nothing imports it and it imports nothing.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          testFiles,
          String.raw`\.d\.ts$`,
          String.raw`^src/(server|cli/omniport)\.ts$`,
          '^src/pages/client/',
        ],
      },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'It is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-package',
      comment: 'A package is declared in package.json before it is imported.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-package',
      comment: 'What runs in production is a dependency, not a development dependency.',
      severity: 'error',
      from: layer('^src/'),
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-code',
      comment: 'Only tests import tests.',
      severity: 'error',
      from: { path: '^src/', pathNot: testFiles },
      to: { path: [testFiles, '^test/'] },
    },
  ],
  options: {
    // dependency-cruiser does not read TypeScript with TypeScript 7.
    parser: 'swc',
    doNotFollow: { path: ['node_modules', '^test/'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
