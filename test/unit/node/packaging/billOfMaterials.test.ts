import { expect, it } from 'vitest'
import { billOfMaterials } from '../../../../scripts/packaging/bill-of-materials.ts'
import { readLockFile } from '../../../../scripts/packaging/lock-file.ts'

const own = { name: 'app', version: '1.0.0', description: 'An app', license: 'MIT' }
const sum = Buffer.alloc(64, 7)
const lock = readLockFile(
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      'node_modules/vue': { version: '3.5.45', integrity: 'sha512-other' },
      'node_modules/a/node_modules/@mdi/js': { version: '7.4.47', integrity: `sha512-${sum.toString('base64')}` },
      'node_modules/keytar': { version: '7.10.6', integrity: `sha512-${sum.toString('base64')}` }
    }
  })
)
const party = (name: string, version: string, licence = 'MIT') => ({ name, version, licence, text: 'words' })

const bill = (...parties: ReturnType<typeof party>[]): Record<string, unknown> =>
  JSON.parse(billOfMaterials(own, parties, lock)) as Record<string, unknown> // what the library wrote

it('names the app and the form it is written in', () => {
  expect(bill()).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { type: 'application', name: 'app', version: '1.0.0' } }
  })
})

it('lists what is shipped with licence, address and the hash that the lock file pins', () => {
  expect(bill(party('@mdi/js', '7.4.47', 'Apache-2.0'))).toMatchObject({
    components: [
      {
        type: 'library',
        group: '@mdi',
        name: 'js',
        version: '7.4.47',
        licenses: [{ license: { id: 'Apache-2.0' } }],
        purl: 'pkg:npm/%40mdi/js@7.4.47',
        hashes: [{ alg: 'SHA-512', content: sum.toString('hex') }]
      }
    ],
    dependencies: expect.arrayContaining([{ ref: 'app', dependsOn: ['pkg:npm/%40mdi/js@7.4.47'] }]) as unknown
  })
})

it('finds a package under the other name it is installed by', () => {
  expect(bill(party('@github/keytar', '7.10.6'))).toMatchObject({
    components: [{ purl: 'pkg:npm/%40github/keytar@7.10.6', hashes: [{ alg: 'SHA-512' }] }]
  })
})

it('gives a work inside a package no address of its own', () => {
  const { components } = bill(party('Roboto', '3.014', 'OFL-1.1')) as { components: object[] }
  expect(components[0]).not.toHaveProperty('purl')
  expect(components[0]).toMatchObject({ name: 'Roboto', licenses: [{ license: { id: 'OFL-1.1' } }] })
})

it('is the same for the same sources, in whatever order they were gathered', () => {
  const [a, b] = [party('a', '1.0.0'), party('b', '1.0.0')]
  expect(billOfMaterials(own, [a, b], lock)).toBe(billOfMaterials(own, [b, a], lock))
})
