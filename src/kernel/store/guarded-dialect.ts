import type { Dialect, Driver } from 'kysely'
import { assertOutsideOperation } from './operation-scope.ts'

/** The same dialect, whose connections cannot be taken from inside an operation. */
export function guardedDialect(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (database) => dialect.createIntrospector(database),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => guardedDriver(dialect.createDriver()),
  }
}

function guardedDriver(driver: Driver): Driver {
  return new Proxy(driver, {
    get(target, property) {
      if (property === 'acquireConnection') {
        return async (...settings: Parameters<Driver['acquireConnection']>) => {
          assertOutsideOperation('A database handle')
          return target.acquireConnection(...settings)
        }
      }
      const value: unknown = Reflect.get(target, property, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value // bound, because drivers hold private fields
    },
  })
}
