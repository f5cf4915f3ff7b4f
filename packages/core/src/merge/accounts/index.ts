export * from './account-field.ts'
export * from './compare-accounts.ts'
export * from './find-notices.ts'
export * from './mark-shaken.ts'
