import { deliveryMeasures } from './delivery-measures.ts'
import { keyPersonRisk } from './knowledge-key-person-risk.ts'
import { onboarding } from './knowledge-onboarding.ts'
import { spread } from './knowledge-spread.ts'
import { truckFactorMeasure } from './knowledge-truck-factor.ts'
import type { Measure } from './measure.ts'
import { outOfHours } from './pace-out-of-hours.ts'
import { age } from './structure-age.ts'
import { changeCoupling } from './structure-change-coupling.ts'
import { churnRework } from './structure-churn-rework.ts'
import { churn } from './structure-churn.ts'
import { hotspot } from './structure-hotspot.ts'

/** Every measure there is, in the order in which a person meets them. */
export const allMeasures: readonly Measure[] = [
  ...deliveryMeasures,
  truckFactorMeasure,
  keyPersonRisk,
  spread,
  onboarding,
  hotspot,
  changeCoupling,
  age,
  churn,
  churnRework,
  outOfHours,
]
