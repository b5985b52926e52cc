import { expect, test } from 'vitest'
import { openDataset } from '../fingerprint/dataset.ts'
import { fingerprintFiles } from '../fingerprint/files.ts'
import { openScratch } from '../scratch-data.ts'
import { type Contract, parseContracts } from './contract.ts'
import { validate } from './validate.ts'
import { check } from './validated.fixture.ts'

test('rows that refer to nothing are counted and placed; without the other files the reference is no pass', async () => {
  const text = `apiVersion: v3.1.0
kind: DataContract
id: c
version: 1.0.0
status: active
schema:
  - name: orders
    properties: [{ name: customer, relationships: [{ to: customers.id }] }, { name: item }]
    relationships: [{ from: [orders.customer, orders.item], to: [customers.id, customers.likes] }]
  - name: customers
    properties: [{ name: id, physicalName: key }, { name: likes }]
`
  const [orders, customers] = parseContracts(text, 'contract.yaml') as [Contract, Contract]
  await using scratch = await openScratch(
    { 'orders.csv': 'customer,item\n1,tea\n2,tea\n,tea\n9,tea\n', 'customers.csv': 'key,likes\n1,tea\n2,\n' },
    { only: ['orders.csv'], name: 'orders' },
  )
  const files = await fingerprintFiles(scratch.root, ['customers.csv'])
  const dataset = await openDataset(scratch.engine, files, { name: 'customers' })
  const report = await validate(scratch.engine, scratch.dataset, orders, undefined, [{ contract: customers, dataset }])
  expect(check(report, 'customer.foreignKey')).toMatchObject({
    verdict: 'fail',
    failedRows: 1,
    samples: [{ file: 'orders.csv', row: 3 }],
  })
  expect(check(report, 'customer+item.foreignKey')).toMatchObject({ failedRows: 2, samples: [{ row: 1 }, { row: 3 }] })
  const alone = await validate(scratch.engine, scratch.dataset, orders)
  expect(alone.verdict).toBe('inconclusive')
  expect(check(alone, 'customer.foreignKey').observed).toContain('no files of customers')
})
