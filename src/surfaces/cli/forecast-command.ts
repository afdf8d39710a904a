import { forecast } from '#engines/forecast/forecast.ts'
import { forecastReport } from '#engines/forecast/forecast-report.ts'
import { forecastPage } from './forecast-page.ts'
import { readForecastFile } from './forecast-file.ts'
import type { ForecastArguments } from './forecast-arguments.ts'
import { jsonText } from './terminal/json-text.ts'
import { look, terminalOf } from './terminal/look.ts'
import { writeOut } from './write-out.ts'

/** Forecasts what a file describes and writes the answer to standard output. Throws what the forecast refuses. */
export async function forecastCommand({ input, json, ...asked }: ForecastArguments): Promise<void> {
  const answer = forecast(await readForecastFile(input), asked)
  const page = look(terminalOf(process.stdout, process.env))
  await writeOut(process.stdout, json ? jsonText(forecastReport(answer, 'en')) : forecastPage(answer, page))
}
