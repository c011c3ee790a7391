import type { ComposeOption } from 'echarts/core'
import type { LineSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type { DataZoomComponentOption, GridComponentOption, TooltipComponentOption } from 'echarts/components'
import { drawnOf, type Point } from './gaps'
import type { MessageSeries } from './messageSeries'
import type { Zoom } from './zoom'

export type ChartOption = ComposeOption<
  LineSeriesOption | ScatterSeriesOption | GridComponentOption | DataZoomComponentOption | TooltipComponentOption
>

/** How the charts look and speak: colours as CSS, sizes in pixels. */
export interface ChartLooks {
  readonly line: string
  readonly text: string
  readonly quiet: string
  readonly surface: string
  readonly rule: string
  /** Behind the part of the time that is shown. */
  readonly chosen: string
  readonly fontSize: number
  readonly fontFamily: string
  /** "Temperature, °C" */
  readonly title: (series: MessageSeries) => string
  /** A value of it with its unit. */
  readonly reading: (series: MessageSeries, value: number) => string
  /** A number on an axis, or the word for a code. */
  readonly tick: (series: MessageSeries, value: number) => string
  /** A moment on the axis of time, in as few words as its distance to the next one allows. */
  readonly moment: (at: number) => string
  readonly fullMoment: (at: number) => string
}

/** Of one series and of what stands below all of them, in lines of text. */
const linesOfSeries = 10
const linesBelow = 3

/** @returns pixels */
export function chartHeight(count: number, fontSize: number): number {
  return (count * linesOfSeries + linesBelow) * fontSize
}

/** Few enough that each value is a dot on its line. */
const mostDots = 120

/** One below the other, each with its own scale and unit, over one axis of time that they share. */
export function chartOption(series: readonly MessageSeries[], looks: ChartLooks, zoom: Zoom): ChartOption {
  const { fontSize, fontFamily, text, quiet, surface, rule } = looks
  const [from, to] = extent(series)
  const all = series.map((_, index) => index)
  const label = { color: quiet, fontSize: fontSize * 0.875, fontFamily }
  return {
    animation: false,
    textStyle: { color: text, fontSize, fontFamily },
    grid: series.map((_, index) => ({
      top: (index * linesOfSeries + 2.25) * fontSize,
      height: (linesOfSeries - 4.5) * fontSize,
      left: 5.5 * fontSize,
      right: 1.5 * fontSize
    })),
    xAxis: series.map((_, index) => ({
      type: 'time',
      gridIndex: index,
      min: from,
      max: to,
      axisLine: { lineStyle: { color: rule } },
      axisTick: { lineStyle: { color: rule } },
      axisLabel: { ...label, margin: fontSize * 0.75, hideOverlap: true, formatter: (at: number) => looks.moment(at) },
      axisPointer: { label: { show: false } }
    })),
    yAxis: series.map((each, index) => ({
      type: 'value',
      gridIndex: index,
      name: looks.title(each),
      nameLocation: 'end',
      nameGap: fontSize,
      nameTextStyle: {
        color: text,
        fontSize,
        fontFamily,
        fontWeight: 600,
        align: 'left',
        padding: [0, 0, 0, -5 * fontSize]
      },
      axisLabel: { ...label, formatter: (value: number) => looks.tick(each, value) },
      splitLine: { lineStyle: { color: rule } },
      ...scaleOf(each)
    })),
    axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: quiet } },
    tooltip: {
      trigger: 'axis',
      // Drawn rather than written: the content policy allows no style within HTML.
      renderMode: 'richText',
      confine: true,
      backgroundColor: surface,
      borderColor: rule,
      textStyle: { color: text, fontSize, fontFamily },
      formatter: (params) => tooltipOf(Array.isArray(params) ? params : [params], series, looks)
    },
    dataZoom: [
      // The wheel alone goes on scrolling the page.
      { type: 'inside', xAxisIndex: all, filterMode: 'none', zoomOnMouseWheel: 'ctrl', ...zoom },
      {
        type: 'slider',
        xAxisIndex: all,
        filterMode: 'none',
        bottom: fontSize * 0.5,
        height: 2.25 * fontSize,
        left: 5.5 * fontSize,
        right: 1.5 * fontSize,
        brushSelect: false,
        showDetail: false,
        handleSize: '130%',
        borderColor: rule,
        fillerColor: looks.chosen,
        handleStyle: { color: surface, borderColor: quiet },
        moveHandleStyle: { color: quiet },
        dataBackground: { lineStyle: { color: quiet }, areaStyle: { color: quiet, opacity: 0.2 } },
        selectedDataBackground: { lineStyle: { color: looks.line }, areaStyle: { color: looks.line, opacity: 0.2 } },
        ...zoom
      }
    ],
    series: series.flatMap((each, index) => linesOf(each, index, looks))
  }
}

function linesOf(
  series: MessageSeries,
  index: number,
  { line }: ChartLooks
): (LineSeriesOption | ScatterSeriesOption)[] {
  const { points, alone } = drawnOf(series)
  const place = { xAxisIndex: index, yAxisIndex: index, id: series.key, color: line }
  const withDots = points.length <= mostDots
  const drawn: LineSeriesOption = {
    ...place,
    type: 'line',
    data: points as Point[],
    connectNulls: false,
    showSymbol: withDots,
    symbol: 'circle',
    symbolSize: 5,
    lineStyle: { width: 2 },
    ...(series.codes.size > 0 && { step: 'end' })
  }
  if (withDots || alone.length === 0) return [drawn]
  const dots: ScatterSeriesOption = {
    ...place,
    id: `${series.key} alone`,
    type: 'scatter',
    data: alone as Point[],
    symbolSize: 5,
    silent: true,
    tooltip: { show: false }
  }
  return [drawn, dots]
}

/** Codes one by one; what is measured as closely as it needs, but never so close that the same looks like a change. */
function scaleOf({ codes, unit, values }: MessageSeries) {
  if (codes.size > 0) return { min: Math.min(...codes.keys()), max: Math.max(...codes.keys()), interval: 1 }
  const first = values.find((value) => !Number.isNaN(value))
  const isFlat = values.every((value) => value === first || Number.isNaN(value))
  return isFlat && unit === '%' ? { min: 0, max: 100, splitNumber: 2 } : { scale: true, splitNumber: 3 }
}

/** Over all of them; an hour around a single moment. */
function extent(series: readonly MessageSeries[]): [from: number, to: number] {
  const from = Math.min(...series.map(({ times }) => times[0] ?? Number.POSITIVE_INFINITY))
  const to = Math.max(...series.map(({ times }) => times.at(-1) ?? Number.NEGATIVE_INFINITY))
  return from < to ? [from, to] : [from - 1_800_000, from + 1_800_000]
}

interface Hovered {
  readonly seriesId?: string | undefined
  readonly value?: unknown
}

function tooltipOf(hovered: readonly Hovered[], series: readonly MessageSeries[], looks: ChartLooks): string {
  const lines: string[] = []
  for (const { seriesId, value } of hovered) {
    const each = series.find(({ key }) => key === seriesId)
    const [at, said] = Array.isArray(value) ? (value as unknown[]) : []
    if (each === undefined || typeof at !== 'number' || typeof said !== 'number') continue
    lines.push(`${looks.title(each)}: ${looks.reading(each, said)}, ${looks.fullMoment(at)}`)
  }
  return lines.join('\n')
}
