import { assistedShare } from './delivery-assisted-share.ts'
import { batchSize } from './delivery-batch-size.ts'
import { changeFailureRate } from './delivery-change-failure-rate.ts'
import { deploymentFrequency } from './delivery-deployment-frequency.ts'
import { investmentMix } from './delivery-investment-mix.ts'
import { leadTime } from './delivery-lead-time.ts'
import { recoveryTime } from './delivery-recovery-time.ts'
import { reviewTime } from './delivery-review-time.ts'
import { reworkRate } from './delivery-rework-rate.ts'
import { throughput } from './delivery-throughput.ts'
import type { Measure } from './measure.ts'

/** The measures of delivery, in the order in which a person meets them. */
export const deliveryMeasures: readonly Measure[] = [
  deploymentFrequency,
  leadTime,
  changeFailureRate,
  recoveryTime,
  reworkRate,
  throughput,
  batchSize,
  reviewTime,
  investmentMix,
  assistedShare,
]
