import { allowedCommandIds, type CommandId } from './command'
import { allCommandFieldsOf } from './commandFields'

/** One known attribute of a message. */
export interface CatalogueField {
  readonly name: string
  readonly unit: string | null
  /** Keys of coded values, by number. */
  readonly values: ReadonlyMap<number, string>
  /** Other names the same attribute goes by. */
  readonly synonyms: readonly string[]
  /** Whether it is written as a text; all others are numbers. */
  readonly isText: boolean
}

export interface CatalogueEntry {
  /** Key for the words shown. */
  readonly name: string
  readonly fields: readonly CatalogueField[]
}

const commandMessageNames: Readonly<Record<CommandId, string>> = {
  1500: 'reporting',
  1501: 'network_role',
  12200: 'environment_configuration',
  13200: 'presence_configuration'
}

/** Messages a thing sends, by tsmId (vendor fact). Those without fields are known by name only. */
export const messageCatalogue: ReadonlyMap<number, CatalogueEntry> = new Map([
  entry(1100, 'system_info', text('swVersion'), text('modelCode'), text('psn')),
  entry(1110, 'battery', field('batl', '%'), coded('chrg', ['not_connected', 'charging', 'full'])),
  entry(1111, 'orientation', field('accx'), field('accy'), field('accz')),
  entry(1112, 'uptime', field('uptime', 's')),
  entry(1202, 'neighbours', field('rssi'), field('rssiDbm', 'dBm')),
  entry(1210, 'location', field('lat', '°'), field('lon', '°'), field('lacr')),
  entry(
    1211,
    'cellular_signal',
    field('cellRssi', 'dBm'),
    field('cellRsrp', 'dBm'),
    field('cellRsrq', 'dB'),
    field('cellSinr', 'dB'),
    text('cellRat')
  ),
  entry(1212, 'cellular_operator', text('mcc_mnc'), text('operatorName')),
  entry(1220, 'node_diagnostics'),
  entry(1312, 'firmware'),
  entry(1400, 'diagnostics'),
  entry(1401, 'diagnostics'),
  entry(1402, 'command'),
  entry(1403, 'error'),
  entry(1404, 'reset'),
  entry(2100, 'occupancy', coded('state', ['vacant', 'occupied'])),
  entry(11200, 'gateway_heartbeat'),
  entry(11201, 'gateway_heartbeat'),
  entry(12100, 'environment', field('temp', '°C'), field('humd', '%'), field('airp', 'Pa'), field('lght', 'lx')),
  entry(12101, 'hall', coded('hall', ['open', 'closed']), field('hallCount')),
  entry(12102, 'resistance', field('resistance')),
  entry(13100, 'movement', field('moveCount')),
  entry(13102, 'occupancy_report', field('count'), field('duration', 's')),
  entry(13103, 'visitors', field('in'), field('out'), field('totalIn'), field('totalOut')),
  entry(16100, 'activity', field('activityLevel', '%'), field('energyLevel')),
  entry(17100, 'distance', field('dist', 'mm')),
  entry(18100, 'angle', field('angle', '°')),
  entry(24100, 'carbon_dioxide', { ...field('carbonDioxide', 'ppm'), synonyms: ['co2'] }),
  entry(24101, 'tvoc', field('tvoc', 'ppb')),
  ...allowedCommandIds.map(answerEntry)
])

/** Why a message was sent, by tsmEv (vendor fact). */
export const messageEvents: ReadonlyMap<number, string> = new Map([
  [0, 'none'],
  [7, 'state_change'],
  [8, 'key'],
  [9, 'threshold'],
  [10, 'timed'],
  [11, 'power_on'],
  [12, 'power_off'],
  [15, 'firmware_updated'],
  [16, 'configuration_updated'],
  [17, 'network_connected'],
  [18, 'network_disconnected'],
  [27, 'diagnostics'],
  [28, 'diagnostics'],
  [29, 'error'],
  [30, 'configuration_request'],
  [31, 'configuration_response'],
  [35, 'command_request'],
  [36, 'command_response']
])

function entry(tsmId: number, name: string, ...fields: CatalogueField[]): [number, CatalogueEntry] {
  return [tsmId, { name, fields }]
}

/** A device answers a command under the command's own id, with the values it applied and our transaction id. */
function answerEntry(tsmId: CommandId): [number, CatalogueEntry] {
  const fields = allCommandFieldsOf(tsmId).map((one) =>
    one.kind === 'integer'
      ? field(one.name, one.unit)
      : { ...field(one.name), values: new Map(one.choices.map(({ value, name }) => [value, name])) }
  )
  return entry(tsmId, commandMessageNames[tsmId], ...fields, field('transactionId'))
}

function field(name: string, unit: string | null = null): CatalogueField {
  return { name, unit, values: new Map(), synonyms: [], isText: false }
}

function text(name: string): CatalogueField {
  return { ...field(name), isText: true }
}

/** @param names of the values 0, 1, 2 … */
function coded(name: string, names: readonly string[]): CatalogueField {
  return { ...field(name), values: new Map(names.map((label, value) => [value, label])) }
}
