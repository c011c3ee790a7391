import type { SiteBuilder } from './builder.ts'

/** One thing for each odd answer the cloud has been seen to give, and for each status but the usual ones. */
export function buildOddities(site: SiteBuilder): void {
  const by = 'aino.lehto@nordlys.example'
  const elsewhere = site.group('OldWarehouse-2019', 'From before there was a naming convention')
  const demoRoom = site.group('dmfi00showroom')
  const lab = site.group('rdfi00sensorlab', 'Nobody outside should see this data')
  const installed = { status: 'installed', by } as const

  const moved = site.thing({ imc: 'TSEN01', role: 'installedElsewhere', ...installed, group: elsewhere, daysAgo: 700 })
  site.earlier(moved, 'quarantine', 720, null)
  site.thing({ imc: 'TSPR04', role: 'retired', status: 'retired', by, daysAgo: 12 })
  site.thing({ imc: 'TSTF02', role: 'quarantine', status: 'quarantine', by, daysAgo: 3 })
  site.thing({ imc: 'TSRU02', role: 'uninstalled', status: 'uninstalled', by: null, daysAgo: 6 })

  const nulls = { battery_level: null, timestamp: null, location: null, gateway_tuid: null, version: null }
  site.thing({
    imc: 'TSPD04',
    role: 'allNull',
    ...installed,
    group: demoRoom,
    silentDays: 200,
    daysAgo: 1,
    info: nulls
  })
  site.thing({ imc: 'TSPR04', role: 'missingFields', ...installed, group: demoRoom, silentDays: 1, info: {} })
  site.thing({ imc: 'ZQXB01', role: 'unknownKind', ...installed, group: lab, daysAgo: 9 })
  site.thing({ imc: 'XXXX99', psn: 'A1O0I7731', role: 'oddLength', ...installed, group: lab, daysAgo: 9 })
  site.thing({ imc: 'TSPR04', role: 'noInstallations', neverInstalled: true })
  site.thing({
    imc: 'TSPR04',
    role: 'neverAnswers',
    ...installed,
    group: demoRoom,
    daysAgo: 8,
    echo: { mode: 'never' }
  })
  site.thing({ imc: 'TSPR04', role: 'clamps', ...installed, group: demoRoom, daysAgo: 8, echo: { mode: 'clamped' } })
}
