import type { SiteBuilder, ThingPlan } from './builder.ts'

/** An office campus in Finland: presence, climate and a door counter. */
export function buildAurora(site: SiteBuilder): void {
  const by = 'aino.lehto@nordlys.example'
  const group = site.group('prfi00auroracampus', 'Aurora Campus, Espoo: floors 1 to 4')
  site.group('prfi00auroraannex', 'Aurora Campus, the annex: to be installed')
  const common = { status: 'installed', group, by, place: [60.1798, 24.8281] } as const
  const gateway = site.thing({ imc: 'TSGW03', role: 'gateway', ...common, daysAgo: 210 })
  const lan = site.thing({ imc: 'TSGW05', role: 'lanGateway', ...common, daysAgo: 180 })
  const plan = (more: ThingPlan) => site.thing({ ...common, gateway, ...more })

  const meetingRoom = plan({ imc: 'TSPR04', role: 'presence', daysAgo: 200 })
  plan({ imc: 'TSPR04', daysAgo: 200, placeAsText: true })
  plan({ imc: 'TSPR04', role: 'lowBattery', battery: 14, daysAgo: 400 })
  plan({ imc: 'TSPR02', role: 'weakSignal', rssiDbm: -91, daysAgo: 190 })
  plan({ imc: 'TSPR04', gateway: lan, daysAgo: 90, by: null })
  const climate = plan({ imc: 'TSEN01', role: 'environment', gateway: lan, daysAgo: 150 })
  plan({ imc: 'TSPD04', role: 'criticalBattery', battery: 6, daysAgo: 700 })
  const air = plan({ imc: 'TSAR02', role: 'air', daysAgo: 60 })
  plan({ imc: 'TSAR02', gateway: lan, daysAgo: 60 })
  plan({ imc: 'TSAP01', role: 'count', gateway: lan, daysAgo: 45 })
  const silent = plan({ imc: 'TSEN01', role: 'silent', silentDays: 4, daysAgo: 220 })

  const presence = { tsmId: 13200, tsmEv: 30 }
  site.pastCommand(meetingRoom, { ...presence, transactionId: 71_001, threshold: 150, enableLed: 0, mode: 1 }, 900, by)
  site.pastCommand(meetingRoom, { ...presence, transactionId: 71_014, threshold: 40, mode: 1 }, 30, by)
  site.pastCommand(climate, { tsmId: 12200, tsmEv: 30, transactionId: 71_009, weatherMode: 0, hallMode: -1 }, 50, null)
  site.pastCommand(air, { tsmId: 1500, tsmEv: 30, transactionId: 71_020, reportInterval: 300 }, 20, by)
  site.pastCommand(silent, { tsmId: 1500, tsmEv: 30, transactionId: 71_022, reportInterval: 600 }, 40, by, false)
  site.alert(silent, 'heartbeat missed', 4 * 24 - 2, 'none')
  site.alert(meetingRoom, 'heartbeat missed', 220, 214)
}
