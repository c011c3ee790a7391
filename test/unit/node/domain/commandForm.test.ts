import { commandSchema } from '@shared/domain/command'
import {
  buildCommand,
  commandFormsFor,
  readCommand,
  type CommandForm,
  type FieldFault
} from '@shared/domain/commandForm'
import { deviceKinds, type DeviceKind } from '@shared/domain/deviceKind'
import { describe, expect, test } from 'vitest'

function formOf(kind: DeviceKind, name: CommandForm['name']): CommandForm {
  const form = commandFormsFor(kind).find((one) => one.name === name)
  if (form === undefined) throw new Error(`${kind} has no form ${name}`)
  return form
}

const fieldNames = (form: CommandForm) => form.fields.map(({ name }) => name)

describe('commandFormsFor', () => {
  test.each<[kind: DeviceKind, ids: number[]]>([
    ['gateway', [1501]],
    ['gateway_lan', [1501]],
    ['environment', [1500, 1501, 12200]],
    ['environment_rugged', [1500, 1501, 12200]],
    ['leakage_rugged', [1500, 1501, 12200]],
    ['presence', [1500, 1501, 13200]],
    ['distance', [1500, 1501]],
    ['beam', [1500, 1501]],
    ['air', [1500, 1501]],
    ['angle_rugged', [1500, 1501]],
    ['count', [1500, 1501]],
    ['unknown', [1500, 1501, 12200, 13200]]
  ])('%s takes %j', (kind, ids) => {
    expect(commandFormsFor(kind).map(({ tsmId }) => tsmId)).toEqual(ids)
  })

  test('low latency is for mains-powered kinds only', () => {
    const offered = deviceKinds.filter((kind) => fieldNames(formOf(kind, 'network_role')).includes('lowLatency'))
    expect(offered).toEqual(['gateway', 'gateway_lan', 'count'])
  })

  test('the current values can be asked for where the vendor says so', () => {
    const readable = commandFormsFor('unknown').filter(({ canRead }) => canRead)
    expect(readable.map(({ tsmId }) => tsmId)).toEqual([12200, 13200])
  })

  test('presence has the documented ranges', () => {
    expect(formOf('presence', 'reporting').fields).toMatchObject([
      { name: 'measurementInterval', unit: 's', min: 1, max: 3600 },
      { name: 'reportInterval', unit: 's', min: 60, max: 3600, defaultValue: 60 }
    ])
    expect(formOf('presence', 'presence').fields).toMatchObject([
      { name: 'threshold', min: 60, max: 1100, defaultValue: 150, alwaysSend: true },
      { name: 'enableLed', choices: [{ value: 0 }, { value: 1 }] },
      { name: 'mode', choices: [{ name: 'count' }, { name: 'occupancy' }, { name: 'event' }] },
      { name: 'passiveReportInterval', unit: 's', min: 0, max: 86_400 }
    ])
  })

  test('environment has the documented modes', () => {
    const modes = formOf('environment', 'environment').fields.map((field) => [
      field.name,
      field.kind === 'choice' ? field.choices.map(({ value, name }) => `${value} ${name}`) : []
    ])
    expect(modes).toEqual([
      ['accelerometerMode', ['0 off', '1 orientation', '2 machine_monitoring']],
      ['weatherMode', ['-1 off', '0 at_interval']],
      ['hallMode', ['-1 off', '0 at_interval', '1 changes_only']],
      ['leakageMode', ['0 off', '1 at_interval']]
    ])
  })
})

describe('buildCommand', () => {
  test.each<
    [
      what: string,
      kind: DeviceKind,
      name: CommandForm['name'],
      values: Record<string, number | null>,
      parameters: object
    ]
  >([
    [
      'both intervals',
      'presence',
      'reporting',
      { measurementInterval: 60, reportInterval: 300 },
      { measurementInterval: 60, reportInterval: 300 }
    ],
    [
      'only what was filled in',
      'presence',
      'reporting',
      { measurementInterval: null, reportInterval: 60 },
      { reportInterval: 60 }
    ],
    [
      'the ends of the ranges',
      'presence',
      'presence',
      { threshold: 1100, passiveReportInterval: 86_400 },
      { threshold: 1100, passiveReportInterval: 86_400 }
    ],
    [
      'a negative choice',
      'environment',
      'environment',
      { weatherMode: -1, hallMode: 1 },
      { weatherMode: -1, hallMode: 1 }
    ],
    ['nothing that is not in the form', 'environment', 'network_role', { nodeRole: 1, lowLatency: 1 }, { nodeRole: 1 }],
    ['low latency on mains power', 'gateway', 'network_role', { lowLatency: 1 }, { lowLatency: 1 }],
    [
      'long intervals where no range is documented',
      'air',
      'reporting',
      { reportInterval: 86_400 },
      { reportInterval: 86_400 }
    ]
  ])('sends %s', (_what, kind, name, values, parameters) => {
    const form = formOf(kind, name)
    const built = buildCommand(form, values)
    expect(built).toEqual({ ok: true, command: { tsmId: form.tsmId, tsmEv: 30, parameters }, warnings: [] })
    expect(built.ok && commandSchema.safeParse(built.command).success).toBe(true)
  })

  test.each<[kind: DeviceKind, name: CommandForm['name'], values: Record<string, number | null>, faults: FieldFault[]]>(
    [
      ['presence', 'reporting', { reportInterval: 59 }, [{ field: 'reportInterval', fault: 'below' }]],
      ['presence', 'reporting', { measurementInterval: 3601 }, [{ field: 'measurementInterval', fault: 'above' }]],
      ['presence', 'reporting', { reportInterval: 60.5 }, [{ field: 'reportInterval', fault: 'not_a_whole_number' }]],
      ['presence', 'reporting', { reportInterval: NaN }, [{ field: 'reportInterval', fault: 'not_a_whole_number' }]],
      [
        'presence',
        'reporting',
        { reportInterval: Infinity },
        [{ field: 'reportInterval', fault: 'not_a_whole_number' }]
      ],
      ['presence', 'reporting', { reportInterval: 2 ** 60 }, [{ field: 'reportInterval', fault: 'above' }]],
      ['presence', 'reporting', { reportInterval: -(2 ** 60) }, [{ field: 'reportInterval', fault: 'below' }]],
      ['presence', 'presence', { mode: 1 }, [{ field: 'threshold', fault: 'missing' }]],
      ['presence', 'presence', { threshold: 150, mode: 3 }, [{ field: 'mode', fault: 'not_a_choice' }]],
      ['environment', 'environment', { weatherMode: 1 }, [{ field: 'weatherMode', fault: 'not_a_choice' }]],
      [
        'air',
        'reporting',
        { measurementInterval: 0, reportInterval: 86_401 },
        [
          { field: 'measurementInterval', fault: 'below' },
          { field: 'reportInterval', fault: 'above' }
        ]
      ],
      [
        'air',
        'reporting',
        {},
        [
          { field: 'measurementInterval', fault: 'missing' },
          { field: 'reportInterval', fault: 'missing' }
        ]
      ]
    ]
  )('%s, %s: refuses %j', (kind, name, values, faults) => {
    expect(buildCommand(formOf(kind, name), values)).toEqual({ ok: false, faults })
  })

  test.each<[passive: number, reportInterval: number | null, accepted: boolean]>([
    [61, 60, true],
    [60, 60, false],
    [30, 60, false],
    [300, 300, false],
    [301, 300, true],
    [30, null, false],
    [60, null, false],
    [61, null, true],
    [61, 10, true],
    [59, 10, false],
    [0, 60, true],
    [0, null, true]
  ])('a passive interval of %d with a report interval of %s is accepted: %s', (passive, reportInterval, accepted) => {
    const form = formOf('presence', 'presence')
    const built = buildCommand(form, { threshold: 150, passiveReportInterval: passive }, reportInterval)
    if (accepted) expect(built.ok).toBe(true)
    else
      expect(built).toEqual({
        ok: false,
        faults: [
          {
            field: 'passiveReportInterval',
            fault: 'must_exceed_report_interval',
            // No presence sensor reports more often than once a minute.
            interval: Math.max(60, reportInterval ?? 0)
          }
        ]
      })
  })

  test('warns of intervals under ten seconds and builds the command all the same', () => {
    expect(buildCommand(formOf('air', 'reporting'), { measurementInterval: 9, reportInterval: 10 })).toEqual({
      ok: true,
      command: { tsmId: 1500, tsmEv: 30, parameters: { measurementInterval: 9, reportInterval: 10 } },
      warnings: [{ field: 'measurementInterval', warning: 'not_for_production' }]
    })
  })
})

describe('readCommand', () => {
  test('asks with no parameters at all', () => {
    expect(readCommand(formOf('presence', 'presence'))).toEqual({ tsmId: 13200, tsmEv: 30, parameters: {} })
  })

  test('refuses a form that cannot be read, where it would mean something else', () => {
    expect(() => readCommand(formOf('presence', 'reporting'))).toThrow(RangeError)
  })
})
